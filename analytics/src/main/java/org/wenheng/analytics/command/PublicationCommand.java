package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.PublicationMove;
import org.wenheng.analytics.mart.Publications;
import org.wenheng.ingest.command.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wenheng publication}: which run of a period readers see, and how it came to that; back to an earlier one. */
@Command(
        name = "publication",
        mixinStandardHelpOptions = true,
        description = {"查看发布历史、退回到较早批次", "See what is published and was; go back to an earlier run"},
        subcommands = {PublicationCommand.Listing.class, PublicationCommand.Back.class})
final class PublicationCommand {

    /** {@code wenheng publication list}: the runs that are kept, and each move of the pointers. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"列出各期批次与发布历史", "List the runs of each period and what was published when"})
    static final class Listing implements Callable<Integer> {
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
                paramLabel = "CODE",
                description = {"方案代码", "Code of the scheme"})
        private String scheme = "";

        @Option(
                names = "--period",
                paramLabel = "PERIOD",
                description = {"只看这一期", "This period only"})
        private @Nullable String period;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (MartDatabase mart = database.open(workplace.work())) {
                Publications publications = new Publications(mart);
                List<PublicationMove> history = publications.history(scheme);
                Map<String, PublicationMove> withheld = publications.withheld(scheme);
                publications.runs(scheme).stream()
                        .filter(run -> period == null || period.equals(run.period()))
                        .forEach(run -> out.printf(
                                "%-8s %s %s  数据截至 / known %s  计分 / scored %s%s%n",
                                run.period(),
                                run.runId(),
                                run.schemeVersion(),
                                seconds(run.knownAt()),
                                seconds(run.finishedAt()),
                                run.published()
                                        ? "  ← 已发布 / published"
                                        : withheld.containsKey(run.runId()) ? "  已退回 / taken back" : ""));
                history.stream()
                        .filter(move -> period == null || period.equals(move.period()))
                        .forEach(move -> out.println(line(move)));
            }
            out.flush();
            return 0;
        }
    }

    /** {@code wenheng publication back}: one step of one pointer, with who and why. */
    @Command(
            name = "back",
            mixinStandardHelpOptions = true,
            description = {"让读者重新看到较早的批次", "Let readers see an earlier run again"})
    static final class Back implements Callable<Integer> {
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
                paramLabel = "CODE",
                description = {"方案代码", "Code of the scheme"})
        private String scheme = "";

        @Option(
                names = "--period",
                required = true,
                paramLabel = "PERIOD",
                description = {"期", "Period"})
        private String period = "";

        @Option(
                names = "--to",
                paramLabel = "RUN",
                description = {"批次编号,默认为此前发布的那一个", "Id of the run (default: the one published before the present one)"})
        private @Nullable String to;

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "TEXT",
                description = {"理由,存入历史", "Why; kept in the history"})
        private String reason = "";

        @Option(
                names = "--as",
                required = true,
                paramLabel = "NAME",
                description = {"操作人,存入历史", "Who does it; kept in the history"})
        private String by = "";

        @Override
        public Integer call() {
            if (reason.isBlank() || by.isBlank()) {
                throw new ParameterException(
                        spec.commandLine(), "--reason 与 --as 不能为空 / --reason and --as must not be empty");
            }
            PrintWriter out = spec.commandLine().getOut();
            try (MartDatabase mart = database.open(workplace.work())) {
                PublicationMove move = new Publications(mart)
                        .moveBack(
                                scheme,
                                period,
                                Optional.ofNullable(to),
                                reason.strip(),
                                by.strip(),
                                Clock.systemUTC().instant());
                out.println(line(move));
                out.println(
                        "同样的输入再次计分不会重新发布被退回的批次;输入变化后的新批次照常发布"
                                + " / The run taken back is not published by running the same inputs again; a run of changed inputs is");
            }
            out.flush();
            return 0;
        }
    }

    /** One move on one line. */
    static String line(PublicationMove move) {
        return "%s %-8s %s → %s  %s%s"
                .formatted(
                        seconds(move.at()),
                        move.period(),
                        move.from().orElse("—"),
                        move.to(),
                        move.byPerson() ? "退回 / moved by " + move.by() : "发布 / published by " + move.by(),
                        move.reason().isEmpty() ? "" : ": " + move.reason());
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
