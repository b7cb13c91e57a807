package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import com.sun.management.OperatingSystemMXBean;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeSession;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/**
 * How long the national month takes: facilities added up to their counties and windows of twelve months, by the production
 * stages from the lake to the lake, beside the same derivation hand-written for DuckDB over the same Parquet files, which
 * also writes its results. Every result is compared. Start of the JVM, making of the data and comparison are not timed; the
 * first of several rounds warms both and does not count, the median of the others does.
 *
 * <p>Arguments: folder for the data (kept, and used again if it is there), facilities, counties, rounds, and whether to
 * measure a history four times as long too. Class path and flags are those of the tests, see the module's pom, without
 * {@code TieredStopAtLevel=1}, with a heap of 6 GB and {@code -XX:+UseParallelGC}.
 */
final class DeriveBenchmark {
    private static final Period FIRST = Period.ofMonth(2025, 1);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double TOLERANCE = 1e-9;

    private final SparkSession spark;
    private final Lake lake;
    private final NationOfFacilities nation;
    private final Catalogue catalogue;
    private final DuckDerivation duck;
    private final Path results;
    private final int rounds;

    private DeriveBenchmark(
            SparkSession spark, Path folder, NationOfFacilities nation, DuckDerivation duck, int rounds) {
        this.spark = spark;
        this.lake = new Lake(folder.resolve("lake"));
        this.nation = nation;
        this.catalogue = nation.catalogue();
        this.duck = duck;
        this.results = folder;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        NationOfFacilities nation =
                new NationOfFacilities(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), 7);
        int rounds = Integer.parseInt(arguments[3]);
        boolean longer = Boolean.parseBoolean(arguments[4]);
        try (SparkSession spark = LakeSession.open("local[2]")) {
            Results results = measure(spark, Path.of(arguments[0]), nation, rounds, longer);
            System.out.print(results.table(nation));
        }
    }

    /**
     * Seconds; those of a longer history are 0 if it was not asked for.
     *
     * @param differences results that differ from DuckDB's by more than 1e-9, or are in one of the two only
     */
    record Results(
            double duckFull,
            double full,
            double duckMonth,
            double month,
            double correction,
            double oldCorrection,
            double monthAfterLongHistory,
            long compared,
            long differences) {

        /** The table for people. */
        String table(NationOfFacilities nation) {
            String hardware = String.format(
                    Locale.ROOT,
                    "%d processors, %s %s, Java %s, heap of at most %d MB%n",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    System.getProperty("java.version"),
                    Runtime.getRuntime().maxMemory() >> 20);
            String head = String.format(
                    Locale.ROOT,
                    "%d facilities, %d counties, 20 elements; %d results compared with DuckDB's, %d differ%n%n",
                    nation.facilities(),
                    nation.counties(),
                    compared,
                    differences);
            return hardware + head + "| what | seconds | beside | seconds | ratio |\n|---|--:|---|--:|--:|\n"
                    + line("twelve months in full", full, "DuckDB, twelve months in full", duckFull)
                    + line("the new month", month, "DuckDB, the twelve months that end with it", duckMonth)
                    + line("one cell of the last month corrected", correction, "twelve months in full", full)
                    + line("one cell of ten months before corrected", oldCorrection, "twelve months in full", full)
                    + line("the new month after four times the history", monthAfterLongHistory, "the new month", month);
        }

        private static String line(String what, double seconds, String beside, double others) {
            return String.format(
                    Locale.ROOT, "| %s | %.2f | %s | %.2f | %.2f |%n", what, seconds, beside, others, seconds / others);
        }
    }

    /** Makes the data where they are missing, and measures. */
    static Results measure(SparkSession spark, Path folder, NationOfFacilities nation, int rounds, boolean longer)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        try (DuckDerivation duck = new DuckDerivation(2)) {
            duck.rules(nation.catalogue());
            DeriveBenchmark year = new DeriveBenchmark(spark, folder.resolve("year"), nation, duck, rounds);
            Results results = year.year();
            if (!longer) {
                return results;
            }
            DeriveBenchmark years = new DeriveBenchmark(spark, folder.resolve("years"), nation, duck, rounds);
            double month = years.monthAfter(48);
            return new Results(
                    results.duckFull(),
                    results.full(),
                    results.duckMonth(),
                    results.month(),
                    results.correction(),
                    results.oldCorrection(),
                    month,
                    results.compared(),
                    results.differences());
        }
    }

    private Results year() throws IOException, SQLException {
        List<Period> months = months(FIRST, 12);
        make(months);
        Period december = months.get(11);
        List<Double> duckFull = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<String> files = files(months);
            duckFull.add(timed(() ->
                    duck.derive(files, NationOfFacilities.knownAfter(december), false, out("values"), out("windows"))));
            forget();
            full.add(timed(() -> derive(december)));
        }
        Comparison all = compare(months, true);

        Period last = december;
        List<Double> duckMonth = new ArrayList<>();
        List<Double> month = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            last = last.next();
            make(List.of(last));
            Period now = last;
            List<String> files =
                    files(months(FIRST, months.size() + round + 1).subList(round + 1, months.size() + round + 1));
            duckMonth.add(timed(
                    () -> duck.derive(files, NationOfFacilities.knownAfter(now), true, out("values"), out("windows"))));
            month.add(timed(() -> derive(now)));
            all = all.and(compare(List.of(now), false));
        }
        List<Double> correction = new ArrayList<>();
        List<Double> oldCorrection = new ArrayList<>();
        Instant moment = NationOfFacilities.knownAfter(last);
        for (int round = 0; round < rounds; round++) {
            for (boolean old : new boolean[] {false, true}) {
                moment = moment.plusSeconds(60);
                Instant now = moment;
                correct(old ? months.get(2 + rounds) : last, round, now);
                (old ? oldCorrection : correction).add(timed(() -> derive(now)));
            }
        }
        List<Period> window = months(last, -12);
        duck.derive(files(window), moment, false, out("values"), out("windows"));
        all = all.and(compare(List.of(last), false));
        return new Results(
                median(duckFull),
                median(full),
                median(duckMonth),
                median(month),
                median(correction),
                median(oldCorrection),
                0,
                all.compared(),
                all.differences());
    }

    private double monthAfter(int history) {
        List<Period> months = months(FIRST, -history);
        make(months);
        Period last = FIRST;
        derive(last);
        List<Double> month = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            last = last.next();
            make(List.of(last));
            Period now = last;
            month.add(timed(() -> derive(now)));
        }
        return median(month);
    }

    /** So many months from one on; a negative number gives those that end with it. */
    private static List<Period> months(Period one, int count) {
        Stream<Period> months = count > 0
                ? Stream.iterate(one, Period::next).limit(count)
                : Stream.iterate(one, Period::previous).limit(-count).sorted();
        return months.toList();
    }

    private void make(List<Period> months) {
        lake.createTables(spark);
        for (Period month : months) {
            Dataset<Row> there =
                    lake.read(spark, LakeTables.OBSERVATION).where(col("period").equalTo(month.code()));
            if (there.isEmpty()) {
                lake.append(nation.observations(spark, month, 4), LakeTables.OBSERVATION);
            }
        }
    }

    private void derive(Period last) {
        derive(NationOfFacilities.knownAfter(last));
    }

    private void derive(Instant knownAt) {
        new Derivation(spark, lake, catalogue).bringUpTo(lake.version(LakeTables.OBSERVATION), knownAt);
    }

    /**
     * Hides the mark behind one that leads nowhere, so that everything is derived again. It comes with a row of another
     * catalogue, for a transaction without rows would not be written.
     */
    private void forget() {
        if (lake.has(GoldTables.ELEMENT_WINDOW)) {
            GoldLake gold = new GoldLake(spark, lake);
            Dataset<Row> row = gold.read(GoldTables.ELEMENT_WINDOW)
                    .where(col("catalogue").equalTo(NationOfFacilities.CODE))
                    .limit(1)
                    .withColumn("catalogue", lit("forgotten"));
            gold.replace(
                    GoldTables.ELEMENT_WINDOW,
                    "catalogue = 'forgotten'",
                    row,
                    Optional.of(new DerivationMark(Long.MAX_VALUE, Instant.EPOCH, "", false)
                            .note(NationOfFacilities.CODE)));
        }
    }

    /** Ends the known version of one cell and begins another, in one transaction, as collection does. */
    private void correct(Period month, int county, Instant now) {
        String cell = "region_code = '%s' AND element_code = '%s'"
                .formatted(NationOfFacilities.county(county), NationOfFacilities.element(0));
        Row known = lake.read(spark, LakeTables.OBSERVATION)
                .where(col("period").equalTo(month.code()))
                .where(cell + " AND status = 'reported' AND known_to IS NULL")
                .orderBy("facility_code")
                .first();
        Dataset<Row> one = spark.createDataFrame(List.of(known), Lake.schema(LakeTables.OBSERVATION));
        Dataset<Row> sent = one.withColumn("value", col("value").plus(1).cast("decimal(28,6)"))
                .withColumn("known_from", lit(now))
                .withColumn("closes", lit(false))
                .unionByName(one.withColumn("closes", lit(true)));
        Map<String, Column> columns = LakeTables.OBSERVATION.columnNames().stream()
                .collect(Collectors.toMap(name -> name, name -> col("sent." + name)));
        DeltaTable.forPath(spark, lake.path(LakeTables.OBSERVATION).toString())
                .as("known")
                .merge(
                        sent.as("sent"),
                        "known.catalogue = 'nation' AND known.period = '%s' AND sent.closes AND known.known_to IS NULL"
                                        .formatted(month.code())
                                + " AND known.region_code = sent.region_code AND known.facility_code = sent.facility_code"
                                + " AND known.element_code = sent.element_code")
                .whenMatched()
                .update(Map.of("known_to", lit(Timestamp.from(now))))
                .whenNotMatched("NOT sent.closes")
                .insert(columns)
                .execute();
    }

    private List<String> files(List<Period> months) {
        return Arrays.stream(lake.read(spark, LakeTables.OBSERVATION)
                        .where(col("period")
                                .isin(months.stream().map(Period::code).toArray()))
                        .inputFiles())
                .map(file -> file.replaceFirst("^file:/+", "/"))
                .toList();
    }

    private Path out(String name) throws IOException {
        return Files.createDirectories(results).resolve(name + ".parquet");
    }

    /** How many numbers were compared, and how many differ or stand on one side only. */
    private record Comparison(long compared, long differences) {
        Comparison and(Comparison other) {
            return new Comparison(compared + other.compared, differences + other.differences);
        }
    }

    private Comparison compare(List<Period> months, boolean ofAllMonths) throws IOException {
        Comparison values =
                compare(GoldTables.ELEMENT_VALUE.path(), "values", months, List.of("value", "reported", "expected"));
        List<String> numbers = new ArrayList<>(
                List.of("previous", "to_date_present", "to_date", "trailing_present", "trailing_mean", "trailing"));
        if (!ofAllMonths) {
            // A window of the first months begins before the data: SQL counts fewer as expected, the stage all twelve.
            numbers.add("trailing_expected");
            numbers.removeAll(List.of("to_date_present", "to_date"));
        }
        return values.and(compare(GoldTables.ELEMENT_WINDOW.path(), "windows", months, numbers));
    }

    private Comparison compare(String table, String other, List<Period> months, List<String> numbers)
            throws IOException {
        Object[] codes = months.stream().map(Period::code).toArray();
        Dataset<Row> ours = spark.read()
                .format("delta")
                .load(lake.root().resolve(table).toString())
                .where(col("period").isin(codes))
                .as("ours");
        Dataset<Row> theirs = spark.read()
                .parquet(out(other).toString())
                .where(col("period").isin(codes))
                .as("theirs");
        Column same = Stream.of("region_code", "period", "element_code")
                .map(name -> col("ours." + name).equalTo(col("theirs." + name)))
                .reduce(Column::and)
                .orElseThrow();
        Column equal = numbers.stream()
                .map(DeriveBenchmark::isEqual)
                .reduce(Column::and)
                .orElseThrow();
        Dataset<Row> both = ours.join(theirs, same, "full_outer");
        return new Comparison(
                both.count() * numbers.size(),
                both.where(coalesce(equal, lit(false)).equalTo(false)).count());
    }

    /** Both missing, or equal to 1e-9 of the larger or, below one, of one. Means of the lake have six decimals. */
    private static Column isEqual(String number) {
        Column one = col("ours." + number).cast("double");
        Column two = col("theirs." + number).cast("double");
        Column near =
                abs(one.minus(two)).leq(greatest(abs(one), abs(two), lit(1.0)).multiply(TOLERANCE));
        return one.isNull().and(two.isNull()).or(coalesce(near, lit(false)));
    }

    /** Work that may fail on files or in SQL. */
    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static double timed(Work work) {
        long start = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        try {
            work.run();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf(
                Locale.ROOT, "%.2f s, %.2f s of processors%n", seconds, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
        return seconds;
    }

    /** The median without the first round, which warms. */
    private static double median(List<Double> seconds) {
        List<Double> counted = seconds.subList(Math.min(1, seconds.size() - 1), seconds.size()).stream()
                .sorted()
                .toList();
        return counted.get(counted.size() / 2);
    }
}
