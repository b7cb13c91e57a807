package org.wenheng.analytics.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.ingest.command.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wenheng scheme}: works on schemes. */
@Command(
        name = "scheme",
        mixinStandardHelpOptions = true,
        description = {"考核方案", "Schemes"},
        subcommands = {SchemeCommand.Check.class})
final class SchemeCommand {

    /** {@code wenheng scheme check}: reads a scheme strictly and prints its tree. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {"检查方案:一次列出所有问题", "Check a scheme: all problems at once"})
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
        private CommandSpec spec;

        @Parameters(
                paramLabel = "SCHEME",
                description = {"方案代码或 .yml 文件", "Code of a scheme, or a .yml file"})
        private String name = "";

        @Override
        public Integer call() {
            Schemes.Found found = Schemes.find(Workplace.home(), name);
            var out = spec.commandLine().getOut();
            out.printf(
                    "%s %s  %s / %s%n",
                    found.scheme().code(),
                    found.scheme().version(),
                    found.scheme().title().chinese(),
                    found.scheme().title().english());
            for (SchemeNode node : found.scheme().nodes()) {
                out.printf(
                        Locale.ROOT,
                        "%-10s %-10s %6.2f%%  %s  %s%n",
                        node.code(),
                        node.kind(),
                        node.share() * 100,
                        node.title().chinese(),
                        node.method().chinese());
            }
            out.flush();
            return 0;
        }
    }
}
