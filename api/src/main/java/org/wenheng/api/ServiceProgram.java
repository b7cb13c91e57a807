package org.wenheng.api;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.wenheng.api.superset.SupersetCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program on the API's class path: serving, and what needs no Spark. Exit codes are those of the batch program. */
@Command(
        name = "wenheng",
        subcommands = {ServeCommand.class, SupersetCommand.class},
        description = {"网页、接口与 Superset", "Pages, API and Superset"})
final class ServiceProgram {
    private static final int SYSTEM_FAILED = 3;

    private ServiceProgram() {}

    public static void main(String[] arguments) {
        // Numbers are written the same way on every machine.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        int exit = new CommandLine(new ServiceProgram())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
        // The server goes on in its own threads: a good start must not end the process.
        if (exit != 0) {
            System.exit(exit == CommandLine.ExitCode.SOFTWARE ? SYSTEM_FAILED : exit);
        }
    }
}
