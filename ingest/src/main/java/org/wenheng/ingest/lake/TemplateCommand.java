package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.MomentText;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionFinder;
import org.wenheng.ingest.reference.RegionMatch;
import org.wenheng.ingest.template.TemplateFile;
import org.wenheng.ingest.template.Templates;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code template}: writes the workbooks that reporters fill. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"生成填报模板(已填好已知的机构和数据)", "Writes the workbooks to fill, with what is known already"},
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:已完成 / done",
            "1:没有这样的行政区、报告期或报表 / no such region, period or form",
            "2:用法错误 / wrong usage",
            "3:系统故障 / the system failed"
        })
public final class TemplateCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @ArgGroup(multiplicity = "1")
    private Reporters reporters = new Reporters();

    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            description = {
                "报告期决定报表:2026-10 月报,2026Q4 季报,2026 年报",
                "The period decides the forms: 2026-10 monthly, 2026Q4 quarterly, 2026 yearly"
            })
    private String period = "";

    @Option(names = "--form", paramLabel = "CODE", description = "只要这些报表,可多次给出 / only these forms; may be repeated")
    private Set<String> forms = new LinkedHashSet<>();

    @Option(names = "--out", paramLabel = "DIR", description = "输出文件夹,默认 work/templates / output folder")
    private @Nullable Path out;

    @Option(
            names = "--made-at",
            converter = MomentText.class,
            paramLabel = "INSTANT",
            description = "写入文件属性的时间,默认现在;相同输入得到相同文件 / the time stated in the files; equal inputs give equal files")
    private @Nullable Instant madeAt;

    @Mixin
    private Workplace workplace = new Workplace();

    /** For whom. */
    private static final class Reporters {
        @Option(names = "--region", paramLabel = "CODE", description = "报送单位代码,可多次给出 / the reporters; may be repeated")
        private List<String> regions = List.of();

        @Option(names = "--all-regions", description = "所有填报单位 / everyone who has a form to fill")
        private boolean all;
    }

    /** The command with a clock for the time that the files state. */
    public TemplateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue loaded =
                Catalogues.load(Workplace.home().resolve("ingest/catalogues").resolve(catalogue));
        Problems problems = new Problems();
        Period asked = asked(problems);
        List<Region> regions = regions(loaded, asked, problems);
        forms.stream().filter(form -> !loaded.forms().containsKey(form)).forEach(form -> unknownForm(form, problems));
        problems.throwIfAny("template");
        PrintWriter console =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        Progress progress = Progress.of(console);
        Lake lake = new Lake(workplace.lake());
        // Without a lake nothing is known and no Spark is needed.
        KnownForTemplates known = lake.has(LakeTables.OBSERVATION)
                ? known(lake, loaded, asked, codes(regions), progress)
                : KnownForTemplates.nothing();
        Templates templates = new Templates(loaded, known, known, madeAt == null ? clock.instant() : madeAt);
        Path folder = out == null ? workplace.work().resolve("templates") : out;
        Written written = progress.stage("生成 / write", () -> write(templates, regions, asked, folder));
        if (written.files() == 0) {
            throw InputRefusedException.of(
                    "TEMPLATE_WITHOUT_FORMS",
                    "--period " + period,
                    "所选单位在这一报告期没有这些报表;月报、季报、年报分别用 2026-10、2026Q4、2026",
                    "The reporters have none of these forms for this kind of period; use 2026-10, 2026Q4 or 2026");
        }
        console.println("已生成 %d 个模板(%d 张报表)于 %s\n%d templates with %d forms written to %s"
                .formatted(written.files(), written.forms(), folder, written.files(), written.forms(), folder));
        return 0;
    }

    /** Codes of the regions that are asked for; none if it is all of them. */
    private Set<String> codes(List<Region> regions) {
        return reporters.all ? Set.of() : regions.stream().map(Region::code).collect(Collectors.toSet());
    }

    private KnownForTemplates known(Lake lake, Catalogue loaded, Period asked, Set<String> codes, Progress progress)
            throws IOException {
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            return progress.stage(
                    "查已知数据 / look up",
                    () -> KnownForTemplates.read(lake.read(spark, LakeTables.OBSERVATION), loaded, asked, codes));
        }
    }

    private record Written(int files, int forms) {}

    private Written write(Templates templates, List<Region> regions, Period asked, Path folder) {
        int files = 0;
        int sheets = 0;
        for (Region region : regions) {
            TemplateFile file = templates.of(region, asked, forms).orElse(null);
            if (file != null) {
                write(file, folder);
                files++;
                sheets += file.forms();
            }
        }
        return new Written(files, sheets);
    }

    private Period asked(Problems problems) {
        return Period.parse(period).orElseGet(() -> {
            problems.add(
                    "PERIOD_MALFORMED",
                    "--period",
                    "“%s”不是报告期(应如 2026-10、2026Q4、2026)".formatted(period),
                    "\"%s\" is not a period (expected: 2026-10, 2026Q4 or 2026)".formatted(period));
            return Period.ofYear(1);
        });
    }

    private List<Region> regions(Catalogue loaded, Period asked, Problems problems) {
        if (reporters.all) {
            return List.copyOf(loaded.regions().values());
        }
        RegionFinder finder = new RegionFinder(loaded.history());
        List<Region> found = new ArrayList<>();
        for (String text : reporters.regions) {
            RegionMatch match = finder.find(text, asked);
            if (match.candidates().size() == 1) {
                found.addAll(match.candidates());
            } else {
                String candidates =
                        match.candidates().stream().map(Region::code).collect(Collectors.joining("、"));
                problems.add(
                        candidates.isEmpty() ? "REGION_UNKNOWN" : "REGION_AMBIGUOUS",
                        "--region",
                        candidates.isEmpty()
                                ? "目录里没有行政区“%s”".formatted(text)
                                : "“%s”可以指多个行政区:%s;请写代码".formatted(text, candidates),
                        candidates.isEmpty()
                                ? "The catalogue has no region \"%s\"".formatted(text)
                                : "\"%s\" can mean several regions: %s; give the code".formatted(text, candidates));
            }
        }
        return found.stream().distinct().toList();
    }

    private static void unknownForm(String form, Problems problems) {
        problems.add(
                "FORM_UNKNOWN",
                "--form",
                "目录里没有报表“%s”".formatted(form),
                "The catalogue has no form \"%s\"".formatted(form));
    }

    private static void write(TemplateFile file, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file.name()), file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }
}
