package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeDifference;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.analytics.scheme.SchemeSummary;
import org.wenheng.ingest.command.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wenheng scheme}: works on schemes. */
@Command(
        name = "scheme",
        mixinStandardHelpOptions = true,
        description = {"考核方案", "Schemes"},
        subcommands = {SchemeCommand.Check.class, SchemeCommand.Diff.class})
final class SchemeCommand {

    /** {@code wenheng scheme check}: reads a scheme strictly, works its examples, prints its tree and what it holds. */
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
            Scheme scheme = Schemes.find(Workplace.home(), name).scheme();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%s %s  %s / %s%n",
                    scheme.code(),
                    scheme.version(),
                    scheme.title().chinese(),
                    scheme.title().english());
            for (SchemeNode node : scheme.nodes()) {
                out.printf(
                        Locale.ROOT,
                        "%-10s %-10s %6.2f%%  %s  %s%n",
                        node.code(),
                        node.kind(),
                        node.share() * 100,
                        node.title().chinese(),
                        node.method().chinese());
            }
            SchemeSummary.lines(scheme).forEach(out::println);
            out.flush();
            return 0;
        }
    }

    /** {@code wenheng scheme diff}: what differs between two schemes. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = {
                "比较两个方案,先列可能改变公布数字的改动",
                "What differs between two schemes, what can move published numbers first"
            })
    static final class Diff implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
        private CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "BEFORE",
                description = {"原方案:代码或 .yml 文件", "The scheme before: its code, or a .yml file"})
        private String before = "";

        @Parameters(
                index = "1",
                paramLabel = "AFTER",
                description = {"新方案:代码或 .yml 文件", "The scheme after: its code, or a .yml file"})
        private String after = "";

        @Option(
                names = "--exit-code",
                description = {"有差别时退出码为1", "Exit with 1 if they differ"})
        private boolean exitCode;

        @Override
        public Integer call() {
            SchemeDifference difference = SchemeDifference.between(
                    Schemes.find(Workplace.home(), before).scheme(),
                    Schemes.find(Workplace.home(), after).scheme());
            PrintWriter out = spec.commandLine().getOut();
            difference.lines().forEach(out::println);
            out.flush();
            return exitCode && !difference.isNone() ? 1 : 0;
        }
    }
}
