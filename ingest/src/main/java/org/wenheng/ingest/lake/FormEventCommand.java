package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.DayText;
import org.wenheng.ingest.command.MomentText;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.due.FormEvent;
import org.wenheng.ingest.due.FormEventKind;
import org.wenheng.ingest.due.FormEventRequest;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code form extend|exempt|return|approve|reopen}: writes what an authority does to reports. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public final class FormEventCommand implements Callable<Integer> {
    private final FormEventKind kind;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(
            names = "--region",
            split = ",",
            required = true,
            paramLabel = "CODE",
            description = "报送单位,可多个 / regions that report")
    private List<String> regions = List.of();

    @Option(names = "--form", split = ",", required = true, paramLabel = "CODE", description = "报表代码,可多个 / forms")
    private List<String> forms = List.of();

    @Option(names = "--period", required = true, paramLabel = "PERIOD", description = "报告期 / period")
    private String period = "";

    @Option(
            names = "--until",
            converter = DayText.class,
            paramLabel = "DATE",
            description = "到哪一天(含);延期、退回、重新开放须填 / last day; for extend, return, reopen")
    private @Nullable LocalDate until;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "理由 / why")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "经办人 / who acts")
    private String by = "";

    @Option(
            names = "--at",
            converter = MomentText.class,
            paramLabel = "INSTANT",
            description = "时间,默认现在;不得早于已有事项 / when; now by default, not before any earlier act")
    private @Nullable Instant at;

    @Mixin
    private Workplace workplace = new Workplace();

    private FormEventCommand(FormEventKind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    /** The command {@code form} with one command below it for each kind of act. */
    public static CommandLine form(Clock clock) {
        CommandLine form = new CommandLine(new FormCommand());
        for (FormEventKind kind : FormEventKind.values()) {
            if (kind != FormEventKind.WITHDRAW) {
                CommandLine line = new CommandLine(new FormEventCommand(kind, clock));
                line.getCommandSpec().usageMessage().description(kind.nameChinese() + " / " + kind.code());
                form.addSubcommand(kind.code(), line);
            }
        }
        return form.addSubcommand(new FormWithdrawCommand(clock)).addSubcommand(new FormListCommand());
    }

    @Override
    public Integer call() throws IOException {
        return write(
                Objects.requireNonNull(spec, "picocli sets it"),
                workplace,
                catalogue,
                new FormEventRequest(kind, regions, forms, period, until, null, reason, by),
                at == null ? clock.instant() : at);
    }

    /** Writes what was asked for and says what was written. */
    static int write(CommandSpec spec, Workplace workplace, String catalogue, FormEventRequest request, Instant moment)
            throws IOException {
        Path folder = Workplace.home().resolve("ingest/catalogues").resolve(catalogue);
        Catalogue loaded = Catalogues.load(folder);
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            List<FormEvent> added = FormEventLog.append(
                    spark,
                    new Lake(workplace.lake()),
                    loaded.code(),
                    (earlier, first) -> request.judge(loaded, earlier, first, moment));
            PrintWriter out = spec.commandLine().getOut();
            added.forEach(event -> out.println(line(event)));
            out.flush();
        }
        return 0;
    }

    /** An act on one line. */
    static String line(FormEvent event) {
        return "%d %s %s %s %s %s%s %s %s"
                .formatted(
                        event.number(),
                        event.at().truncatedTo(ChronoUnit.SECONDS),
                        event.kind().nameChinese() + "/" + event.kind().code(),
                        event.report().region(),
                        event.report().form(),
                        event.report().period(),
                        event.until() != null
                                ? " 至/until " + event.until()
                                : event.withdraws() != null ? " 撤销/withdraws " + event.withdraws() : "",
                        event.by(),
                        event.reason());
    }

    /** The name under which the acts stand together. */
    @Command(
            name = "form",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = {"报表的延期、免报、退回、审定、重新开放、撤销", "Extends, exempts, returns, approves, reopens, withdraws"})
    static final class FormCommand {}
}
