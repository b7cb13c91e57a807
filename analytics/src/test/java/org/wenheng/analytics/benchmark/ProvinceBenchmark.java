package org.wenheng.analytics.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenheng.analytics.command.Wenheng;
import picocli.CommandLine;

/**
 * A province end to end, by the commands that a user gives: 60 counties with 12,000 facilities and 24 months of synthetic
 * history are generated; then the last month is run, from observations to published scores, and run again. Prints a Markdown
 * table with the time of every stage. Arguments: a work folder that is not there yet, and the port of the PostgreSQL that comes
 * along; further ones replace 60, 12000 and 24. Run like {@code DetectionBenchmark}, with the flags of the launcher.
 */
public final class ProvinceBenchmark {
    /** What a command prints when a stage is over: its seconds, then its name. */
    private static final Pattern STAGE = Pattern.compile("^\\s*(\\d+\\.\\d) s\\s+(.*)$");

    /** The first region of the catalogue with 60 counties. */
    private static final String PROVINCE = "220000";

    private record Stage(String command, String name, double seconds) {}

    private final String[] workplace;
    private final List<Stage> stages = new ArrayList<>();

    private ProvinceBenchmark(String... workplace) {
        this.workplace = workplace;
    }

    /** Runs everything and prints the table. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        if (Files.exists(work)) {
            throw new IllegalArgumentException("Choose a work folder that is not there yet: " + work);
        }
        ProvinceBenchmark benchmark = new ProvinceBenchmark("--work", work.toString(), "--master", "local[*]");
        String counties = arguments.length > 2 ? arguments[2] : "60";
        String facilities = arguments.length > 3 ? arguments[3] : "12000";
        String months = arguments.length > 4 ? arguments[4] : "24";
        benchmark.run(
                "generate",
                "generate",
                "--within",
                PROVINCE,
                "--counties",
                counties,
                "--facilities",
                facilities,
                "--months",
                months,
                "--seed",
                "7");
        String last = "%d-%02d"
                .formatted(2024 + (Integer.parseInt(months) - 1) / 12, (Integer.parseInt(months) - 1) % 12 + 1);
        String[] run = {"run", "--scheme", "china-synthetic", "--period", last, "--database-port", arguments[1]};
        benchmark.run("run " + last, run);
        benchmark.run("the same again", run);
        benchmark.print(counties, facilities, months);
    }

    private void run(String name, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(workplace));
        StringWriter said = new StringWriter();
        CommandLine program = Wenheng.program().setOut(new PrintWriter(said, true));
        long start = System.nanoTime();
        int exit = program.execute(all.toArray(String[]::new));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(said);
        if (exit != 0) {
            throw new IllegalStateException(name + " ended with " + exit);
        }
        said.toString().lines().forEach(line -> {
            Matcher stage = STAGE.matcher(line);
            if (stage.matches()) {
                stages.add(new Stage(name, stage.group(2), Double.parseDouble(stage.group(1))));
            }
        });
        stages.add(new Stage(name, "**whole command**", seconds));
    }

    private void print(String counties, String facilities, String months) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s counties, %s facilities, %s months, %s; %d cores, %d MB heap, Java %s%n%n",
                counties,
                facilities,
                months,
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.version"));
        System.out.println("| command | stage | seconds |");
        System.out.println("|---|---|---|");
        for (Stage stage : stages) {
            System.out.printf(Locale.ROOT, "| %s | %s | %.1f |%n", stage.command(), stage.name(), stage.seconds());
        }
    }

    /** The processor's name where the system says it. */
    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
