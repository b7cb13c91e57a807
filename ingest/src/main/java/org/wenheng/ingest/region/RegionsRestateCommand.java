package org.wenheng.ingest.region;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.DayText;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.restate.Coverage;
import org.wenheng.ingest.restate.Outcome;
import org.wenheng.ingest.restate.RegionValue;
import org.wenheng.ingest.restate.Restatement;
import org.wenheng.ingest.yaml.YamlNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restates a table of values for the regions of another day. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 failed. */
@Command(
        name = "restate",
        description = {
            "把数值表换算到某一天的行政区,并逐个说明做了什么;输入为 CSV,列:region_code、period、element_code、status、value",
            "Restate a CSV of values (columns above) for the regions of a day, saying of each value what was done"
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
final class RegionsRestateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "数值表 / the values")
    private Path file = Path.of("");

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(
            names = "--on",
            required = true,
            converter = DayText.class,
            paramLabel = "DATE",
            description = "换算到哪一天 / the day, yyyy-mm-dd")
    private LocalDate day = LocalDate.MAX;

    @Option(
            names = "--whole-area",
            description = "上级的数值包含下级,划转时随之增减;省略时只指本级 / values of parents contain those below them")
    private boolean wholeArea;

    @Option(
            names = "--home",
            defaultValue = "${sys:wenheng.home:-.}",
            description = "项目根文件夹 / root folder of the project")
    private Path home = Workplace.home();

    @Override
    public Integer call() throws IOException {
        Catalogue loaded = Catalogues.load(home.resolve("ingest/catalogues").resolve(catalogue));
        if (!Files.isRegularFile(file)) {
            throw InputRefusedException.of(
                    "FILE_MISSING", file.toString(), "没有这个文件,请检查路径", "There is no such file; check the path");
        }
        Map<String, List<RegionValue>> byElement = ValueTable.read(file, loaded);
        PrintWriter console = spec.commandLine().getOut();
        Map<Outcome, Integer> counts = new TreeMap<>();
        console.println("region_code,region,period,element_code,status,value,as_of,outcome,outcome_zh,changes,reason");
        byElement.forEach((code, values) -> {
            Element element = loaded.elements().get(code);
            if (element != null) {
                Coverage coverage = wholeArea ? Coverage.WHOLE_AREA : Coverage.OWN_LEVEL;
                for (RegionValue value : Restatement.restate(values, loaded.history(), element, coverage, day)) {
                    console.println(line(loaded, code, value));
                    counts.merge(value.outcome(), 1, Integer::sum);
                }
            }
        });
        console.flush();
        PrintWriter remarks = spec.commandLine().getErr();
        counts.forEach((outcome, count) ->
                remarks.println("%-20s %8d  %s".formatted(outcome.code(), count, outcome.nameChinese())));
        remarks.flush();
        return 0;
    }

    private static String line(Catalogue loaded, String element, RegionValue value) {
        return RegionFiles.cells(
                value.region(),
                loaded.history().on(value.region(), value.asOf()).stream()
                        .map(region -> loaded.history().path(region, value.asOf()))
                        .collect(Collectors.joining()),
                value.period().code(),
                element,
                value.status().code(),
                value.value() == null ? "" : value.value().toPlainString(),
                value.asOf().toString(),
                value.outcome().code(),
                value.outcome().nameChinese(),
                value.changes().stream().map(RegionsRestateCommand::text).collect(Collectors.joining("; ")),
                value.reason() == null
                        ? ""
                        : value.reason().chinese() + " / " + value.reason().english());
    }

    private static String text(RegionChange change) {
        @Nullable
        String weight =
                change.weight() == null ? null : " ×" + change.weight().toPlainString() + "(" + change.basis() + ")";
        return "%s %s %s→%s%s"
                .formatted(
                        change.date(),
                        YamlNode.wordOf(change.kind()),
                        change.from(),
                        change.to(),
                        weight == null ? "" : weight);
    }
}
