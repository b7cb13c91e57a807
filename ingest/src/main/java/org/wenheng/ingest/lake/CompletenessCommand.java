package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.MomentText;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.due.ExpectedReport;
import org.wenheng.ingest.due.LedgerCsv;
import org.wenheng.ingest.due.LedgerText;
import org.wenheng.ingest.due.LightRules;
import org.wenheng.ingest.due.ReportLedger;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.yaml.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code completeness}: what is expected, what has come, whose turn it is. */
@Command(
        name = "completeness",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"报送完整性与及时性:应报、已报、逾期、亮灯", "What is expected, what has come in time, and whose turn it is"},
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:已完成 / done",
            "1:输入有误 / the input was refused",
            "2:用法错误 / wrong usage",
            "3:系统故障 / the system failed"
        })
public final class CompletenessCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(
            names = "--period",
            required = true,
            split = ",",
            paramLabel = "PERIOD",
            description = "报告期,可多个:2026-10、2026Q4、2026 / one or more periods; the forms of that kind")
    private List<String> periods = List.of();

    @Option(names = "--region", paramLabel = "CODE", description = "只看该地区及其下级 / this region and those below it")
    private @Nullable String region;

    @Option(
            names = "--as-known-on",
            converter = MomentText.class,
            paramLabel = "INSTANT",
            description = "按该时刻已知的情况,如 2026-11-08T16:00:00Z / as known at that moment")
    private @Nullable Instant asKnownOn;

    @Option(names = "--out", paramLabel = "FILE", description = "把全部行写成 CSV / write all rows as CSV")
    private @Nullable Path out;

    @Mixin
    private Workplace workplace = new Workplace();

    /** The command with a clock for the moment that is meant where none is given. */
    public CompletenessCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Workplace.home().resolve("ingest/catalogues").resolve(catalogue);
        Catalogue loaded = Catalogues.load(folder);
        LightRules rules = LightRules.load(folder);
        List<Period> asked = periods.stream().map(this::period).toList();
        Region below = region == null ? null : known(loaded, region);
        Instant now = asKnownOn == null ? clock.instant() : asKnownOn;
        PrintWriter console =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        ReportLedger ledger;
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            ledger = Progress.of(console)
                    .stage("统计 / count", () -> ledger(spark, new Lake(workplace.lake()), loaded, rules, asked, now));
        }
        List<ExpectedReport> all = new ArrayList<>();
        for (Period period : asked) {
            List<ExpectedReport> rows = ledger.rows(period).stream()
                    .filter(row -> below == null || isBelow(loaded, row.region(), below))
                    .toList();
            new LedgerText(loaded, console).print(period, now, rows);
            all.addAll(rows);
        }
        if (out != null) {
            LedgerCsv.write(loaded, all, out);
            console.println("已写出 %d 行 / %d rows written: %s".formatted(all.size(), all.size(), out));
        }
        return 0;
    }

    /** A ledger of some periods from the lake; a lake without data gives one in which nothing has come. */
    static ReportLedger ledger(
            SparkSession spark, Lake lake, Catalogue catalogue, LightRules rules, List<Period> asked, Instant now) {
        return lake.has(LakeTables.OBSERVATION)
                ? LakeLedger.of(spark, lake, lake.read(spark, LakeTables.OBSERVATION), catalogue, rules, asked, now)
                : LakeLedger.empty(spark, lake, catalogue, rules, asked, now);
    }

    private Period period(String text) {
        return Period.parse(text)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                        "--period: \"%s\" 不是报告期 / is not a period (2026-10, 2026Q4, 2026)".formatted(text)));
    }

    private static Region known(Catalogue catalogue, String code) {
        return catalogue.findRegion(code).orElseThrow(() -> {
            String near = Nearest.to(code, catalogue.regions().keySet())
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            return InputRefusedException.of(
                    "REGION_UNKNOWN",
                    "--region",
                    "目录里没有行政区 \"%s\"%s".formatted(code, near),
                    "The catalogue has no region \"%s\"%s".formatted(code, near));
        });
    }

    private static boolean isBelow(Catalogue catalogue, Region region, Region top) {
        Optional<Region> one = Optional.of(region);
        while (one.isPresent()) {
            if (one.get().equals(top)) {
                return true;
            }
            String parent = one.get().parent();
            one = parent == null ? Optional.empty() : catalogue.findRegion(parent);
        }
        return false;
    }
}
