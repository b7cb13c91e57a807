package org.wenheng.analytics.supervise;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.generate.bulk.BulkOrder;
import org.wenheng.ingest.lake.LakeSession;
import org.wenheng.ingest.reference.Period;

/**
 * Plants anomalies in synthetic observations, derives the values of the counties and prints what the detectors make of them.
 * Arguments: counties, facilities, share of the counties in which each kind is planted, seed; 300, 30000, 0.1 and 7 without
 * them. Run with
 *
 * <pre>{@code
 * ./mvnw -q -pl analytics test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
 * java @opens.txt -Xmx3g -Dwenheng.home=. -cp analytics/target/test-classes:analytics/target/classes:$(cat analytics/target/benchmark.classpath) \
 *   org.wenheng.analytics.supervise.DetectionBenchmark
 * }</pre>
 */
public final class DetectionBenchmark {
    private static final int MONTHS = 24;

    private DetectionBenchmark() {}

    /** Prints two Markdown tables: recall by kind, precision by detector. */
    public static void main(String[] arguments) throws Exception {
        int counties = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int facilities = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30_000;
        double share = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0.1;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 7;
        BulkOrder order = new BulkOrder("100000", counties, facilities, Period.ofMonth(2024, 1), MONTHS, seed);
        try (SparkSession spark = LakeSession.open("local[*]")) {
            print(Detections.of(spark, order, share), share);
        }
    }

    private static void print(Detections detections, double share) {
        BulkOrder order = detections.plan().order();
        System.out.printf(
                Locale.ROOT,
                "%d counties, %d facilities, %d months, seed %d; each kind planted in %.0f %% of the counties;%n"
                        + "%d of %,d county-element-months hold an anomaly (%.2f %%)%n%n",
                order.counties(),
                order.facilities(),
                order.months(),
                order.seed(),
                100 * share,
                detections.truth().size(),
                detections.values(),
                100.0 * detections.truth().size() / detections.values());
        System.out.println("| kind | planted | found | recall | found by |");
        System.out.println("|---|---|---|---|---|");
        detections
                .ofKinds()
                .forEach((kind, of) -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %.2f | %s |%n",
                        kind,
                        of.planted(),
                        of.found(),
                        of.recall(),
                        of.by().entrySet().stream()
                                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                                .collect(Collectors.joining(", "))));
        System.out.printf("%n| detector | cases | right | precision |%n|---|---|---|---|%n");
        detections.ofDetectors().forEach((detector, of) -> line(detector.name().toLowerCase(Locale.ROOT), of));
        line("all together", detections.together());
        System.out.printf(
                Locale.ROOT, "%nfalse cases per 1,000 county-element-months: %.2f%n", detections.falseCases());
    }

    private static void line(String name, Detections.OfDetector of) {
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.2f |%n", name, of.cases(), of.right(), of.precision());
    }
}
