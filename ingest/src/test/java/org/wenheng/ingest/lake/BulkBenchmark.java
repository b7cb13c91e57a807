package org.wenheng.ingest.lake;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * How many cells a second are read, checked, compared with what is known and durable in the lake, from the first to the
 * ten-millionth: a nation of 2,500 counties reports 100 elements a month, a file of 250,000 lines each month; every fifth
 * month is followed by a file of 1,000 corrections. Arguments: folder (made, and emptied as it goes), number of months, and
 * how many months an earlier run left there, if it is to go on. Class path and flags are those of the tests, see the
 * module's pom.
 */
final class BulkBenchmark {
    private static final int COUNTIES = 2500;
    private static final int ELEMENTS = 100;
    private static final int COUNTIES_OF_A_PARENT = 50;
    private static final int CORRECTIONS = 1000;
    private static final String HEADER = "报送单位代码,报告期,表号,机构编码,机构名称,数据元代码,计量单位,数值,数据性质\r\n";

    private BulkBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int months = Integer.parseInt(arguments[1]);
        int there = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        Lake lake = new Lake(folder.resolve("lake"));
        Catalogue nation = nation();
        SplittableRandom random = new SplittableRandom(7);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        print(
                "%d processors, %s %s, Java %s, heap of at most %d MB%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().maxMemory() >> 20);
        print("| month | cells so far | seconds | cells/s | CPU s | load of the machine | heap MB | stages |%n");
        print("|---|--:|--:|--:|--:|--:|--:|---|%n");
        long cells = 0;
        Period month = Period.ofMonth(2020, 1);
        try (SparkSession spark = LakeSession.open("local[2]")) {
            for (int i = 0; i < there; i++) {
                month = month.next();
            }
            for (int i = there; i < there + months; i++, month = month.next()) {
                List<Path> files = new ArrayList<>(List.of(month(folder, month, random)));
                if (i % 5 == 4) {
                    files.add(corrections(folder, month.previous(), random));
                }
                long start = System.nanoTime();
                long cpu = system.getProcessCpuTime();
                Map<String, Long> stages = new TreeMap<>();
                long read = 0;
                for (Path file : files) {
                    Instant received = Instant.parse("2030-01-01T00:00:00Z").plus(Duration.ofDays(i));
                    IngestReport report =
                            IngestJob.run(spark, lake, nation, null, List.of(file), received, settled -> {});
                    if (report.total().accepted() != report.total().read()) {
                        throw new IllegalStateException("Not all accepted: " + report.total() + report.refusals());
                    }
                    read += report.total().read();
                    report.seconds()
                            .forEach((stage, time) ->
                                    stages.merge(stage.replaceAll(".*/ ", ""), time.toMillis(), Long::sum));
                    Files.delete(file);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
                cells += read;
                System.gc();
                long heap = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                print(
                        "| %s | %d | %.1f | %.0f | %.1f | %.1f | %d | %s |%n",
                        month.code(),
                        cells,
                        seconds,
                        read / seconds,
                        cpuSeconds,
                        system.getSystemLoadAverage(),
                        heap >> 20,
                        stages);
            }
            print(
                    "%d rows in the lake, %d files%n",
                    lake.read(spark, LakeTables.OBSERVATION).count(),
                    lake.read(spark, LakeTables.OBSERVATION).inputFiles().length);
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.flush();
    }

    private static Path month(Path folder, Period month, SplittableRandom random) throws IOException {
        Path file = folder.resolve(month.code() + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int county = 0; county < COUNTIES; county++) {
                for (int element = 0; element < ELEMENTS; element++) {
                    out.write(line(county, month, element, random.nextInt(1_000_000)));
                }
            }
        }
        return file;
    }

    private static Path corrections(Path folder, Period month, SplittableRandom random) throws IOException {
        Path file = folder.resolve(month.code() + "-corrections.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = 0; i < CORRECTIONS; i++) {
                out.write(line(i / ELEMENTS, month, i % ELEMENTS, 1_000_000 + random.nextInt(1_000_000)));
            }
        }
        return file;
    }

    private static String line(int county, Period month, int element, int hundredths) {
        return "%s,%s,county-month,,,%s,万元,%d.%02d,synthetic\r\n"
                .formatted(county(county), month.code(), element(element), hundredths / 100, hundredths % 100);
    }

    private static String county(int number) {
        return Integer.toString(100_000 + number);
    }

    private static String element(int number) {
        return "E" + (100 + number);
    }

    private static Catalogue nation() {
        List<Region> regions = new ArrayList<>();
        List<Element> elements = new ArrayList<>();
        for (int parent = 0; parent < COUNTIES / COUNTIES_OF_A_PARENT; parent++) {
            regions.add(region("P" + parent, "province", null, Map.of()));
        }
        for (int county = 0; county < COUNTIES; county++) {
            String parent = "P" + county / COUNTIES_OF_A_PARENT;
            regions.add(region(county(county), "county", parent, Map.of("peer-group", "G" + county % 40)));
        }
        for (int element = 0; element < ELEMENTS; element++) {
            elements.add(new Element(
                    element(element),
                    new Title(element(element), element(element)),
                    "万元",
                    Frequency.MONTH,
                    Accumulation.SUM,
                    RollUp.SUM,
                    false,
                    BigDecimal.ZERO,
                    null,
                    null,
                    "",
                    ""));
        }
        List<String> codes = elements.stream().map(Element::code).toList();
        Form form = new Form(
                "county-month",
                new Title("县月报", "County month"),
                Frequency.MONTH,
                "culture",
                null,
                List.of("county"),
                codes,
                10);
        return Catalogue.of("nation", new Title("国", "Nation"), regions, elements, List.of(), List.of(form));
    }

    private static Region region(
            String code, String level, @org.jspecify.annotations.Nullable String parent, Map<String, String> groups) {
        return new Region(code, new Title(code, code), level, parent, groups, List.of(), null, null);
    }
}
