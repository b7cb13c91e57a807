package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code observations}: the accepted values, each with the cell it came from, as they are known now or were known then. */
@Command(
        name = "observations",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"查看观测值,可回到过去某一时点", "Shows the observations, also as they were known at a moment of the past"},
        exitCodeListHeading = "%n",
        exitCodeList = {"0:已完成 / done", "1:数据被拒 / input refused", "2:用法错误 / wrong usage", "3:系统故障 / the system failed"})
public final class ObservationsCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(names = "--region", split = ",", paramLabel = "CODE", description = "行政区代码 / codes of regions")
    private List<String> regions = List.of();

    @Option(names = "--period", split = ",", paramLabel = "PERIOD", description = "期,如 2026-10 / periods")
    private List<String> periods = List.of();

    @Option(names = "--element", split = ",", paramLabel = "CODE", description = "数据元代码 / codes of elements")
    private List<String> elements = List.of();

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            description = {
                "按当时所知:日期(当日结束时)或时刻,如 2026-11-05、2026-11-05T08:00:00Z",
                "As known at the end of that day, or at that moment; default: now"
            })
    private @Nullable String asKnownOn;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "日期所在时区,如 Asia/Shanghai,默认 UTC / zone of dates and of the times shown, default UTC")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "输出文件;省略时输出到屏幕 / file; default: standard output")
    private @Nullable Path out;

    @Mixin
    private Workplace workplace = new Workplace();

    /** The command with a clock for what is known now. */
    public ObservationsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Instant moment = asKnownOn == null ? clock.instant() : moment(asKnownOn, zone);
        requireKnown(
                Catalogues.load(Workplace.home().resolve("ingest/catalogues").resolve(catalogue)));
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            Lake lake = new Lake(workplace.lake());
            lake.requireDeclared(spark);
            Dataset<Row> rows = chosen(new AsKnown(moment).apply(lake.readWhole(spark, LakeTables.OBSERVATION)));
            PrintWriter console = Objects.requireNonNull(spec, "picocli sets it")
                    .commandLine()
                    .getOut();
            long count;
            if (out == null) {
                count = new ObservationsCsv(zone).write(rows, console);
                console.flush();
                console = spec.commandLine().getErr();
            } else {
                try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
                    file.print('\uFEFF');
                    count = new ObservationsCsv(zone).write(rows, file);
                }
            }
            console.println("%s 所知观测值 / observations as known: %d".formatted(moment.atZone(zone), count));
            console.flush();
            return 0;
        }
    }

    /**
     * The moment that a date or an instant means. A date is the whole day: what became known during it is known.
     *
     * @throws InputRefusedException if the text is neither
     */
    static Instant moment(String text, ZoneId zone) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minusNanos(1000);
        } catch (DateTimeException e) {
            throw InputRefusedException.of(
                    "MOMENT_MALFORMED",
                    "--as-known-on",
                    "“%s”既不是日期也不是时刻(应如 2026-11-05 或 2026-11-05T08:00:00Z)".formatted(text),
                    "\"%s\" is neither a date nor an instant (expected: 2026-11-05 or 2026-11-05T08:00:00Z)"
                            .formatted(text));
        }
    }

    private void requireKnown(Catalogue loaded) {
        Problems problems = new Problems();
        for (String region : regions) {
            if (!loaded.regions().containsKey(region)) {
                problems.add(
                        "REGION_UNKNOWN",
                        "--region",
                        "目录 %s 没有行政区 %s".formatted(catalogue, region),
                        "Catalogue %s has no region %s".formatted(catalogue, region));
            }
        }
        for (String period : periods) {
            if (Period.parse(period).isEmpty()) {
                problems.add(
                        "PERIOD_MALFORMED",
                        "--period",
                        "“%s”不是期(应如 2026-10、2026Q4、2026)".formatted(period),
                        "\"%s\" is not a period (expected: 2026-10, 2026Q4 or 2026)".formatted(period));
            }
        }
        for (String element : elements) {
            if (!loaded.elements().containsKey(element)) {
                problems.add(
                        "ELEMENT_UNKNOWN",
                        "--element",
                        "目录 %s 没有数据元 %s".formatted(catalogue, element),
                        "Catalogue %s has no element %s".formatted(catalogue, element));
            }
        }
        problems.throwIfAny("observations");
    }

    private Dataset<Row> chosen(Dataset<Row> known) {
        Dataset<Row> rows = known.where(col("catalogue").equalTo(catalogue));
        rows = regions.isEmpty() ? rows : rows.where(col("region_code").isin(regions.toArray()));
        rows = periods.isEmpty() ? rows : rows.where(col("period").isin(periods.toArray()));
        rows = elements.isEmpty() ? rows : rows.where(col("element_code").isin(elements.toArray()));
        return rows.orderBy("region_code", "facility_code", "period", "element_code");
    }
}
