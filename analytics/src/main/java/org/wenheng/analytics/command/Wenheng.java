package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.wenheng.ingest.command.ChecksCommand;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.lake.CompletenessCommand;
import org.wenheng.ingest.lake.FormEventCommand;
import org.wenheng.ingest.lake.IngestCommand;
import org.wenheng.ingest.lake.ObservationsCommand;
import org.wenheng.ingest.lake.PullCommand;
import org.wenheng.ingest.lake.TemplateCommand;
import org.wenheng.ingest.region.RegionsCommand;
import org.wenheng.ingest.synthetic.GenerateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The batch program. Exit codes: 0 done, 1 the data or input was refused, 2 wrong usage, 3 the system failed. */
@Command(
        name = "wenheng",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            GenerateCommand.class,
            RegionsCommand.class,
            ChecksCommand.class,
            SchemeCommand.class,
            DutiesCommand.class,
            RunCommand.class,
            SuperviseCommand.class,
            VerifyCommand.class,
            SignCommand.class,
            PublicationCommand.class,
            KeysCommand.class,
            ExportCommand.class,
            DemoCommand.class
        },
        description = {"文衡:公共文化服务考核与督导分析", "Wenheng: assessment and supervision analytics"})
public final class Wenheng {
    private Wenheng() {}

    public static void main(String[] arguments) {
        // Numbers are written the same way on every machine.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        System.exit(program().execute(arguments));
    }

    /** The program with its commands; also for tests. */
    public static CommandLine program() {
        return new CommandLine(new Wenheng())
                .addSubcommand(new AnalyseCommand(AnalyseCommand::inOwnSession))
                .addSubcommand(new FundingCommand(FundingSources::ledger, FundingSources::published))
                .addSubcommand(new IngestCommand(Clock.systemUTC()))
                .addSubcommand(new TemplateCommand(Clock.systemUTC()))
                .addSubcommand(new CompletenessCommand(Clock.systemUTC()))
                .addSubcommand(FormEventCommand.form(Clock.systemUTC()))
                .addSubcommand(new PullCommand(Clock.systemUTC(), System::getenv))
                .addSubcommand(new ObservationsCommand(Clock.systemUTC()))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new FailureExit());
    }
}
