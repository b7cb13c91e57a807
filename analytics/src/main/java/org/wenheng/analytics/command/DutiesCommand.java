package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.duties.DutyLines;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Duties;
import org.wenheng.ingest.reference.DutiesReader;
import org.wenheng.ingest.reference.Duty;
import org.wenheng.ingest.reference.Title;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wenheng duties}: duties of departments, the indicators that show them, gaps, and contradictions. */
@Command(
        name = "duties",
        mixinStandardHelpOptions = true,
        description = {"部门职责、对应指标与缺口", "Duties of departments, their indicators and gaps"})
final class DutiesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Option(
            names = "--catalogue",
            required = true,
            paramLabel = "CODE",
            description = {"目录代码", "Code of a catalogue"})
    private String catalogueCode = "";

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = {"显示该方案的指标名称", "Show the titles of this scheme's indicators"})
    private @Nullable String schemeName;

    @Override
    public Integer call() {
        Catalogue catalogue = Schemes.catalogue(Workplace.home(), catalogueCode);
        Duties duties = DutiesReader.read(
                Workplace.home().resolve("ingest/catalogues").resolve(catalogueCode),
                catalogue.departments().keySet());
        PrintWriter out = spec.commandLine().getOut();
        if (duties.duties().isEmpty()) {
            out.println("该目录没有职责清单 / This catalogue has no duties");
        }
        DutyLines.of(duties, catalogue.departments(), indicators(duties), List.of())
                .forEach(out::println);
        out.flush();
        return 0;
    }

    /** Titles of the scheme's indicators; a scheme other than the one the duties are written for is refused. */
    private Map<String, Title> indicators(Duties duties) {
        Map<String, Title> titles = new LinkedHashMap<>();
        if (schemeName == null) {
            return titles;
        }
        Scheme scheme = Schemes.find(Workplace.home(), schemeName).scheme();
        if (!duties.duties().isEmpty() && !scheme.code().equals(duties.scheme())) {
            throw InputRefusedException.of(
                    "DUTY_SCHEME_OTHER",
                    schemeName,
                    "职责清单对应的方案是 %s,不是 %s".formatted(duties.scheme(), scheme.code()),
                    "The duties name indicators of the scheme %s, not of %s".formatted(duties.scheme(), scheme.code()));
        }
        scheme.nodes().forEach(node -> titles.put(node.code(), node.title()));
        missing(duties, titles.keySet()).throwIfAny("duties.yml");
        return titles;
    }

    private static Problems missing(Duties duties, Set<String> known) {
        Problems problems = new Problems();
        for (Duty duty : duties.duties()) {
            for (String code : duty.indicators()) {
                if (!known.contains(code)) {
                    problems.add(
                            "DUTY_INDICATOR_UNKNOWN",
                            "duties.yml " + duty.code(),
                            "方案 %s 没有指标 \"%s\"".formatted(duties.scheme(), code),
                            "The scheme %s has no indicator \"%s\"".formatted(duties.scheme(), code));
                }
            }
        }
        return problems;
    }
}
