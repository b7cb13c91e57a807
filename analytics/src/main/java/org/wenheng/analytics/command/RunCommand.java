package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.PublicationMove;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.run.RunJob;
import org.wenheng.analytics.run.RunOrder;
import org.wenheng.analytics.run.RunReport;
import org.wenheng.analytics.run.SigningKeys;
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

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = {"执行人,记入批次", "Who runs it; kept with the run (default: ${DEFAULT-VALUE})"})
    private String by = "";

    @Option(
            names = "--dry-run",
            description = {"只说明会做什么,不写入", "Say what would be done, write nothing"})
    private boolean dry;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            description = {
                "按当时所知计分:日期(当日结束时,UTC)或时刻;除非加 --publish,否则不发布",
                "Score what was known at the end of that day (UTC), or at that moment; not published without --publish"
            })
    private @Nullable String asKnownOn;

    @Option(
            names = "--publish",
            description = {"与 --as-known-on 一起:也发布", "With --as-known-on: publish it too"})
    private boolean publish;

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            defaultValue = "${env:WENHENG_SIGNING_KEY_FILE}",
            description = {"签名私钥文件,见 keys", "File of the private key that signs the run, see keys"})
    private @Nullable String signingKey;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = {"抽查与位次区间的随机种子,默认由得分数据得出", "Seed of spot checks and rank intervals (default: from the scores)"
            })
    private @Nullable Long seed;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = {"批次报告的文件夹,默认 work/runs", "Folder of the report files (default: runs in the work folder)"})
    private @Nullable Path reports;

    @Override
    public Integer call() throws IOException {
        if (publish && asKnownOn == null) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(),
                    "--publish 只与 --as-known-on 一起用;平常的计分总会发布 / --publish goes with --as-known-on only; an ordinary run is published anyway");
        }
        Schemes.Found found = Schemes.find(Workplace.home(), schemeName);
        List<Period> periods = periods(found.scheme());
        RunOrder order = new RunOrder(
                periods,
                Optional.ofNullable(asKnownOn).map(this::moment),
                asKnownOn == null || publish,
                by,
                Optional.ofNullable(signingKey)
                        .filter(file -> !file.isEmpty())
                        .map(file -> SigningKeys.privateKey(Path.of(file))),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = Progress.of(out);
        try (MartDatabase mart = database.open(workplace.work());
                SparkSession spark =
                        progress.stage("启动 Spark / start Spark", () -> LakeSession.open(workplace.master()))) {
            Lake lake = new Lake(workplace.lake());
            RunJob job = new RunJob(
                    spark,
                    lake,
                    new Publisher(mart),
                    found.catalogue(),
                    found.scheme(),
                    Schemes.supervision(Workplace.home(), found),
                    Clock.systemUTC(),
                    progress);
            if (dry) {
                printPlan(out, job.plan(order));
            } else {
                print(out, job.run(order, reports == null ? workplace.work().resolve("runs") : reports));
            }
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
        return PeriodText.parse(spec, name);
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

    private Instant moment(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    // A date is the whole day: what became known during it is known. The lake keeps microseconds.
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1000);
        } catch (DateTimeException e) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(),
                    "--as-known-on “%s”既不是日期也不是时刻 / \"%s\" is neither a date nor an instant (expected: 2026-11-05 or 2026-11-05T08:00:00Z)"
                            .formatted(text, text));
        }
    }

    /** Prints what a run would do, period by period. */
    private static void printPlan(PrintWriter out, RunReport plan) {
        out.println("试运行,未写入 / dry run, nothing was written");
        out.println(
                "步骤 / stages: derive, origin, read, score, supervise, keep" + (plan.publishes() ? ", publish" : ""));
        plan.runs().forEach(run -> {
            boolean changed = plan.changed().contains(run.run().id());
            String fate = changed
                    ? plan.publishes() ? "将发布 / would be published" : "将保存,不发布 / would be kept, not published"
                    : "未变 / unchanged";
            out.printf("%-8s %s  %s%n", run.run().period().code(), run.run().id(), fate);
        });
        printWithheld(out, plan);
        out.flush();
    }

    /** Prints what a run gave: how much is new, and the newest period. */
    static void print(PrintWriter out, RunReport report) {
        out.printf(
                "计分 / scored %d 期 / periods, 发布 / published %d, 未变 / unchanged %d%n",
                report.runs().size(),
                report.published(),
                report.runs().size() - report.changed().size());
        printWithheld(out, report);
        if (report.changed().isEmpty() && report.withheld().isEmpty()) {
            out.println("输入与已发布的相同,什么都没有改动 / The inputs are those of what is published; nothing was changed");
        }
        report.runs().stream()
                .max(Comparator.comparing(run -> run.run().period()))
                .ifPresent(run -> out.printf(
                        "最新 / newest %s %s%n",
                        run.run().period().nameChinese(), run.run().id()));
        out.flush();
    }

    /** Runs that a person took from the readers stay where they are, and the operator is told so. */
    private static void printWithheld(PrintWriter out, RunReport report) {
        report.withheld().values().stream()
                .sorted(Comparator.comparing(PublicationMove::period))
                .forEach(move -> out.printf(
                        "未发布 / not published: %s %s 已由 %s 退回 / was taken back by %s: %s。如要重新发布 / to publish it: wenheng publication back --to%n",
                        move.period(), move.from().orElse(""), move.by(), move.by(), move.reason()));
    }
}
