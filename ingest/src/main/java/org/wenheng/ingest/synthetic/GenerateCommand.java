package org.wenheng.ingest.synthetic;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.generate.GeneratedFolder;
import org.wenheng.ingest.generate.bulk.BulkOrder;
import org.wenheng.ingest.generate.bulk.BulkPlan;
import org.wenheng.ingest.generate.bulk.BulkRulesReader;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeSession;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Makes synthetic data of a catalogue: reports as files into its inbox, or, with {@code --facilities}, observations in bulk
 * straight into the lake. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 failed.
 */
@Command(
        name = "generate",
        description = {
            "生成带标记的合成数据:报送文件;或用 --facilities 直接写入数据湖",
            "Make marked synthetic data: reports as files; with --facilities, observations straight into the lake"
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
public final class GenerateCommand implements Callable<Integer> {
    private static final String IN_BULK = "china-synthetic";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private Workplace workplace = new Workplace();

    @Option(
            names = "--catalogue",
            paramLabel = "CODE",
            description = {"目录代码;写入数据湖时默认 " + IN_BULK, "code of the catalogue; " + IN_BULK + " by default for the lake"
            })
    private @Nullable String catalogue;

    @Option(names = "--from", defaultValue = "2024-01", description = "起始月 / first month, yyyy-mm")
    private String from = "2024-01";

    @Option(names = "--months", defaultValue = "24", description = "月数 / number of months")
    private int months = 24;

    @Option(names = "--seed", defaultValue = "7", description = "随机种子 / the same seed gives the same data")
    private long seed = 7;

    @Option(names = "--out", description = "报送文件的输出文件夹,默认 work/inbox/<目录> / folder of the files")
    private @Nullable Path out;

    @Option(names = "--facilities", paramLabel = "N", description = "写入数据湖:机构数 / into the lake: how many facilities")
    private @Nullable Integer facilities;

    @Option(
            names = "--counties",
            paramLabel = "N",
            description = "写入数据湖:县数,默认全部 / into the lake: how many counties, all by default")
    private @Nullable Integer counties;

    @Option(
            names = "--within",
            paramLabel = "CODE",
            description = "写入数据湖:只在此行政区内 / into the lake: only within this region")
    private @Nullable String within;

    @Override
    public Integer call() throws IOException {
        Period first = Period.parse(from)
                .filter(period -> period.frequency() == Frequency.MONTH)
                .orElseThrow(() -> wrongUsage("--from: \"" + from + "\" 不是月份 / is not a month (yyyy-mm)"));
        if (months < 1 || months > 1200) {
            throw wrongUsage("--months: " + months + " 应在1到1200之间 / must lie between 1 and 1200");
        }
        if (facilities == null && (counties != null || within != null)) {
            throw wrongUsage("--counties, --within: 只与 --facilities 一起用 / go with --facilities only");
        }
        if (facilities != null && out != null) {
            throw wrongUsage("--out: 不与 --facilities 一起用 / does not go with --facilities");
        }
        PrintWriter console = spec.commandLine().getOut();
        Progress progress = Progress.of(console);
        if (facilities == null) {
            console.println(progress.stage("生成 / generate", () -> files(first)));
        } else {
            inBulk(first, facilities, progress, console);
        }
        return 0;
    }

    private String files(Period first) {
        if (catalogue == null) {
            throw wrongUsage("--catalogue 或 --facilities 至少要有一个 / --catalogue or --facilities is needed");
        }
        Path folder = folder(catalogue);
        Path target = out == null ? workplace.inbox(catalogue) : out;
        Catalogue loaded = Catalogues.load(folder);
        GeneratedFolder.Summary summary =
                GeneratedFolder.write(loaded, folder.resolve("generate.yml"), first, months, seed, target);
        return """
                已生成合成数据:%d个报送单位、%d个文件、%d个数值,其中埋入%d处差错,清单见 %s
                Synthetic data written: %d reporters, %d files, %d values, %d planted mistakes, listed in %s""".formatted(
                        summary.reporters(),
                        summary.files(),
                        summary.cells(),
                        summary.planted().size(),
                        GeneratedFolder.truth(target),
                        summary.reporters(),
                        summary.files(),
                        summary.cells(),
                        summary.planted().size(),
                        GeneratedFolder.truth(target));
    }

    private void inBulk(Period first, int howMany, Progress progress, PrintWriter console) throws IOException {
        Path folder = folder(catalogue == null ? IN_BULK : catalogue);
        Catalogue loaded = Catalogues.load(folder);
        String region = within == null ? root(loaded) : within;
        int ofCounties =
                counties == null ? BulkPlan.counties(loaded, region, first).size() : counties;
        BulkPlan plan = BulkPlan.of(
                loaded,
                BulkRulesReader.read(folder.resolve("bulk.yml"), loaded),
                new BulkOrder(region, ofCounties, howMany, first, months, seed));
        Path truth = workplace.work().resolve("synthetic").resolve(loaded.code() + "-truth.csv");
        long start = System.nanoTime();
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            new SyntheticLake(spark, new Lake(workplace.lake()), plan)
                    .write((number, of, part, work) -> progress.stage(named(plan, number, of, part), work));
            List<Truth.Line> lines = Truth.of(spark, plan);
            Truth.write(lines, truth);
            long rows = SyntheticLake.expected(plan, plan.order().periods());
            long anomalies = lines.stream().map(Truth.Line::number).distinct().count();
            double seconds = (System.nanoTime() - start) / 1e9;
            console.printf(
                    "已写入合成观测值 %,d 个(%,.0f 个/秒):%d 个县、%d 个机构、%d 个月;埋入异常 %d 处,清单见 %s%n",
                    rows, rows / seconds, ofCounties, howMany, months, anomalies, truth);
            console.printf(
                    "Synthetic observations written: %,d (%,.0f a second), %d counties, %d facilities, %d months; %d planted anomalies, listed in %s%n",
                    rows, rows / seconds, ofCounties, howMany, months, anomalies, truth);
        }
    }

    private static String named(BulkPlan plan, int number, int of, List<Period> part) {
        return "%s … %s  %d/%d  %,d"
                .formatted(
                        part.get(0).code(),
                        part.get(part.size() - 1).code(),
                        number,
                        of,
                        SyntheticLake.expected(plan, part));
    }

    private static String root(Catalogue loaded) {
        return loaded.regions().values().stream()
                .filter(region -> region.parent() == null)
                .map(region -> region.code())
                .findFirst()
                .orElse("");
    }

    private static Path folder(String code) {
        return Workplace.home().resolve("ingest/catalogues").resolve(code);
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
