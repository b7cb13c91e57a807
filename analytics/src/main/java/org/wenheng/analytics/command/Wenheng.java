package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wenheng.ingest.generate.GenerateCommand;
import org.wenheng.ingest.lake.IngestCommand;
import org.wenheng.ingest.problem.InputRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The batch program. Exit codes: 0 done, 1 the data or input was refused, 2 wrong usage, 3 the system failed. */
@Command(
        name = "wenheng",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {GenerateCommand.class, SchemeCommand.class, RunCommand.class, DemoCommand.class},
        description = {"文衡:公共文化服务考核与督导分析", "Wenheng: assessment and supervision analytics"})
public final class Wenheng {
    private static final Logger LOG = LoggerFactory.getLogger(Wenheng.class);

    private Wenheng() {}

    public static void main(String[] arguments) {
        System.exit(program().execute(arguments));
    }

    /** The program with its commands; also for tests. */
    public static CommandLine program() {
        return new CommandLine(new Wenheng())
                .addSubcommand(new IngestCommand(Clock.systemUTC()))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> exitCode(failure, command));
    }

    private static int exitCode(Exception failure, CommandLine command) {
        if (failure instanceof InputRefusedException refused) {
            command.getErr().println(refused.getMessage());
            return 1;
        }
        LOG.error("系统故障 / The system failed", failure);
        return 3;
    }
}
