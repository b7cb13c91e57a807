package org.wenheng.analytics.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.generate.GeneratedFolder;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code wenheng demo}: synthetic data, the whole way. It runs the commands that a user would run, one after another, and
 * stops at the first that fails. The launcher starts the service when it is done. What is shown stands in
 * {@code analytics/demo.yml}.
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

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--no-serve",
            description = {"只跑批,不启动服务", "Only the batch; do not serve"})
    private boolean withoutService;

    /** What is shown. */
    private record Show(String scheme, String catalogue, Period from, int months, int seed) {
        static Show read(Path home) {
            Problems problems = new Problems();
            YamlNode root = YamlFile.read(home.resolve("analytics/demo.yml"), problems)
                    .only("scheme", "from", "months", "seed");
            String scheme = root.get("scheme").text();
            YamlNode first = root.get("from");
            Period from = Period.parse(first.text()).orElseGet(() -> {
                first.problem("DEMO_PERIOD_INVALID", "from 应为月份,如 2024-01", "from must be a month such as 2024-01");
                return Period.ofMonth(2000, 1);
            });
            int months = root.get("months").integer();
            int seed = root.get("seed").integer();
            problems.throwIfAny("demo.yml");
            return new Show(scheme, Schemes.find(home, scheme).catalogue().code(), from, months, seed);
        }

        Period to() {
            return Stream.iterate(from, Period::next)
                    .skip(months - 1L)
                    .findFirst()
                    .orElse(from);
        }
    }

    @Override
    public Integer call() {
        Show show = Show.read(Workplace.home());
        PrintWriter out = spec.commandLine().getOut();
        for (List<String> step : steps(show)) {
            out.println("▶ ./wenheng " + String.join(" ", step));
            int exit = spec.parent().commandLine().execute(step.toArray(String[]::new));
            if (exit != 0) {
                return exit;
            }
        }
        if (!withoutService) {
            out.println("▶ ./wenheng serve");
        }
        out.flush();
        return 0;
    }

    private List<List<String>> steps(Show show) {
        Path inbox = workplace.inbox(show.catalogue());
        List<String> generate = List.of(
                "generate",
                "--catalogue",
                show.catalogue(),
                "--from",
                show.from().code(),
                "--months",
                Integer.toString(show.months()),
                "--seed",
                Integer.toString(show.seed()),
                "--out",
                inbox.toString());
        List<String> ingest = with(workplace.options(), "ingest", "--catalogue", show.catalogue(), inbox.toString());
        List<String> run = with(
                Stream.concat(workplace.options().stream(), database.options().stream())
                        .toList(),
                "run",
                "--scheme",
                show.scheme(),
                "--from-period",
                show.from().code(),
                "--to-period",
                show.to().code());
        // What was generated before is what would be generated now: one seed, one result.
        return Files.exists(GeneratedFolder.truth(inbox)) ? List.of(ingest, run) : List.of(generate, ingest, run);
    }

    private static List<String> with(List<String> options, String... words) {
        return Stream.concat(Stream.of(words), options.stream()).toList();
    }
}
