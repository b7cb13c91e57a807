package org.wenheng.api.superset;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wenheng superset}: what Superset needs to show the published results. Starts no server and opens no database. */
@Command(
        name = "superset",
        description = "Apache Superset 看板 / Apache Superset dashboards",
        mixinStandardHelpOptions = true,
        subcommands = SupersetCommand.Export.class)
public final class SupersetCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Without a subcommand: how to use it. */
    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** {@code wenheng superset export}: writes the bundle. Ends with 0, 1 (a value was refused) or 3 (cannot write). */
    @Command(
            name = "export",
            description = "写出可导入 Superset 6.0/6.1 的包 / Write a bundle for Superset 6.0 and 6.1",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Export implements Callable<Integer> {

        @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "包的文件名 / the file to write")
        private Path out = Path.of("wenheng-superset.zip");

        @Option(
                names = "--scheme",
                paramLabel = "CODE",
                description = "只看这一方案；省略则在看板中选择 / only this scheme; without it the dashboard has a choice")
        private @Nullable String scheme;

        @Option(
                names = "--database-uri",
                paramLabel = "URI",
                description = "数据库地址，口令写成 XXXXXXXXXX / URI of the mart, the password masked" + " (${DEFAULT-VALUE})")
        private String databaseUri = BundleRequest.DEFAULT_DATABASE_URI;

        @Option(
                names = "--origin",
                paramLabel = "NATURE",
                description = "数据性质 / nature of the data: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
        private DataNature origin = DataNature.BY_ROW;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            try {
                Bundle bundle = Bundle.of(new BundleRequest(scheme, databaseUri, origin));
                List<Problem> problems = BundleCheck.problemsOf(bundle);
                if (!problems.isEmpty()) {
                    throw new InputRefusedException("superset export", problems);
                }
                write(BundleZip.bytes(bundle));
                say("已写出 " + out + "（" + bundle.files().size() + " 个文件）。导入 Superset 时填写数据库口令。\n" + "Wrote " + out
                        + "; give Superset the database password at import.");
                return 0;
            } catch (InputRefusedException e) {
                complain(e.getMessage());
                return 1;
            } catch (IOException e) {
                complain("无法写入 %s：%s / Cannot write %s: %s".formatted(out, e, out, e));
                return 3;
            }
        }

        private void write(byte[] zip) throws IOException {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(out, zip);
        }

        private void say(String text) {
            if (spec != null) {
                print(spec.commandLine().getOut(), text);
            }
        }

        private void complain(@Nullable String text) {
            if (spec != null) {
                print(spec.commandLine().getErr(), String.valueOf(text));
            }
        }

        private static void print(PrintWriter writer, String text) {
            writer.println(text);
            writer.flush();
        }
    }
}
