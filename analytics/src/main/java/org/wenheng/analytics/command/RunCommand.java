package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.run.RunJob;
import org.wenheng.analytics.run.RunReport;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeSession;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wenheng run}: scores periods by a scheme and publishes them. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {"按方案计分并发布", "Score by a scheme and publish"})
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private Workplace workplace = new Workplace();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--scheme",
            required = true,
            paramLabel = "SCHEME",
            description = {"方案代码或 .yml 文件", "Code of a scheme, or a .yml file"})
    private String schemeName = "";

    @Option(
            names = "--period",
            split = ",",
            paramLabel = "PERIOD",
            description = {"期:2025-12、2025Q4、2025,可多个", "Periods: 2025-12, 2025Q4, 2025"})
    private List<String> periodNames = new ArrayList<>();

    @Option(
            names = "--from-period",
            paramLabel = "PERIOD",
            description = {"起始期:其后(含)方案计分的月、季、年全部计分", "Score every month, quarter and year of the scheme from here"})
    private @Nullable String from;

    @Option(
            names = "--to-period",
            paramLabel = "PERIOD",
            description = {"截止期(含)", "… to here, inclusive"})
    private @Nullable String to;

    @Override
    public Integer call() throws IOException {
        Schemes.Found found = Schemes.find(Workplace.home(), schemeName);
        List<Period> periods = periods(found.scheme());
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = Progress.of(out);
        try (MartDatabase mart = database.open(workplace.work());
                SparkSession spark =
                        progress.stage("启动 Spark / start Spark", () -> LakeSession.open(workplace.master()))) {
            Lake lake = new Lake(workplace.lake());
            RunReport report = new RunJob(
                            spark,
                            lake,
                            new Publisher(mart),
                            found.catalogue(),
                            found.scheme(),
                            Clock.systemUTC(),
                            progress)
                    .run(periods);
            print(out, report);
        }
        return 0;
    }

    private List<Period> periods(Scheme scheme) {
        List<Period> periods = new ArrayList<>();
        periodNames.forEach(name -> periods.add(period(name)));
        if (from != null && to != null) {
            periods.addAll(between(scheme, period(from), period(to)));
        }
        if (periods.isEmpty()) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(),
                    "请给出 --period,或同时给出 --from-period 与 --to-period / Give --period, or both --from-period and --to-period");
        }
        return periods.stream().distinct().sorted().toList();
    }

    private Period period(String name) {
        return Period.parse(name)
                .orElseThrow(() -> new picocli.CommandLine.ParameterException(
                        spec.commandLine(),
                        "期 \"%s\" 不对,应如 2025-12、2025Q4、2025 / Invalid period \"%s\" (expected: 2025-12, 2025Q4 or 2025)"
                                .formatted(name, name)));
    }

    /** The periods of the scheme's frequencies that lie wholly between the first day of one and the last day of another. */
    static List<Period> between(Scheme scheme, Period from, Period to) {
        List<Period> periods = new ArrayList<>();
        for (Frequency frequency : Frequency.values()) {
            if (!scheme.frequencies().contains(frequency)) {
                continue;
            }
            Period period = new Period(frequency, from.year(), 1);
            while (!period.lastDay().isAfter(to.lastDay())) {
                if (!period.firstDay().isBefore(from.firstDay())) {
                    periods.add(period);
                }
                period = period.next();
            }
        }
        return periods;
    }

    /** Prints what a run gave: how much is new, and the first and last of the newest period. */
    static void print(PrintWriter out, RunReport report) {
        out.printf(
                "计分 / scored %d 期 / periods, 发布 / published %d, 未变 / unchanged %d%n",
                report.runs().size(), report.published(), report.runs().size() - report.published());
        report.runs().stream()
                .max(Comparator.comparing(run -> run.run().period()))
                .ifPresent(run -> out.printf(
                        "最新 / newest %s %s%n",
                        run.run().period().nameChinese(), run.run().id()));
        out.flush();
    }
}
