package org.wenheng.analytics.run;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.command.Wenheng;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;

/**
 * One worker against two, each of one core: the same month on a standalone cluster, from the start of the driver to its end.
 * All processes share this machine, so that with two processors the second worker takes its core from the driver. Arguments:
 * a folder that is not there, facilities in each county, rounds. Class path and flags are those of the tests, see the
 * module's pom.
 */
final class ClusterBenchmark {
    private static final int FILES = 24;
    private static final Pattern STAGE = Pattern.compile("([\\d.]+) s  [^/]*/ ([\\w ]+?)(?:  .*)?");

    private ClusterBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Lake filled = new Lake(folder.resolve("filled"));
        MonthOfJilin.fill(filled, Integer.parseInt(arguments[1]), FILES);
        print(
                "%d processors, %s %s, Java %s; %d observations in %d files%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                MonthOfJilin.counts(filled, LakeTables.OBSERVATION).get(0),
                FILES);
        SparkForTests.session().stop();
        print("| round | workers | seconds in all | stages, seconds | load of the machine |%n|--:|--:|--:|---|--:|%n");
        for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
            for (int workers = 1; workers <= 2; workers++) {
                measure(folder, filled, round, workers);
            }
        }
        System.exit(0);
    }

    private static void measure(Path folder, Lake filled, int round, int workers) throws Exception {
        Path work = folder.resolve("round-" + round + "-of-" + workers);
        MonthOfJilin.copy(filled, work.resolve("lake"));
        MartForTests.empty();
        try (StandaloneCluster cluster = StandaloneCluster.start(work, workers)) {
            long start = System.nanoTime();
            try (ChildProcess driver =
                    cluster.driver(work, Wenheng.class.getName(), MonthOfJilin.options(work, cluster.url()))) {
                if (driver.exit() != 0) {
                    throw new IllegalStateException(cluster.printed() + driver.printed());
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                List<String> stages = new ArrayList<>();
                driver.printed().lines().map(String::strip).forEach(line -> {
                    Matcher stage = STAGE.matcher(line);
                    if (stage.matches()) {
                        stages.add(stage.group(2) + " " + stage.group(1));
                    }
                });
                print(
                        "| %d | %d | %.1f | %s | %.1f |%n",
                        round,
                        workers,
                        seconds,
                        String.join(", ", stages),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.flush();
    }
}
