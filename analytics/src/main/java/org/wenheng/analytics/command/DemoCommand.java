package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.generate.GeneratedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code wenheng demo}: synthetic data, the whole way. It runs the commands that a user would run, one after another, and
 * stops at the first that fails. The launcher starts the service when it is done.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "合成数据走完全程:生成、接收、计分、发布,然后启动服务",
            "Synthetic data, the whole way: generate, ingest, run, publish; then the launcher serves"
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private Workplace workplace = new Workplace();

    @Option(
            names = "--no-serve",
            description = {"只跑批,不启动服务", "Only the batch; do not serve"})
    private boolean withoutService;

    @Override
    public Integer call() {
        String inbox = workplace.inbox("jilin").toString();
        String work = workplace.work().toString();
        List<List<String>> steps = List.of(
                List.of(
                        "generate",
                        "--catalogue",
                        "jilin",
                        "--from",
                        "2024-01",
                        "--months",
                        "24",
                        "--seed",
                        "7",
                        "--out",
                        inbox),
                List.of("ingest", "--catalogue", "jilin", "--work", work, "--master", workplace.master(), inbox),
                List.of(
                        "run",
                        "--scheme",
                        "jilin-2026",
                        "--from-period",
                        "2024-01",
                        "--to-period",
                        "2025-12",
                        "--work",
                        work,
                        "--master",
                        workplace.master()));
        PrintWriter out = spec.commandLine().getOut();
        // What was generated before is what would be generated now: one seed, one result.
        boolean generated = Files.exists(GeneratedFolder.truth(workplace.inbox("jilin")));
        for (List<String> step : steps) {
            if (generated && step.get(0).equals("generate")) {
                continue;
            }
            out.println("▶ ./wenheng " + String.join(" ", step));
            int exit = spec.parent().commandLine().execute(step.toArray(String[]::new));
            // Planted mistakes make files that are refused whole: that is data, not a failure of the demo.
            if (exit > 1 || (exit == 1 && !step.get(0).equals("ingest"))) {
                return exit;
            }
        }
        if (!withoutService) {
            out.println("▶ ./wenheng serve");
        }
        out.flush();
        return 0;
    }
}
