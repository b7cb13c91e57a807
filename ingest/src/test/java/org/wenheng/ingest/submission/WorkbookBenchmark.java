package org.wenheng.ingest.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.generate.GeneratedFolder;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

/**
 * How much time and memory workbooks take: 100,000 rows of 10 columns, read by a process of its own with 256 MB, and the workbook
 * of one county, read and checked. The time of the processor is steadier than that of the clock on a shared machine. From the checkout, after {@code ./mvnw test-compile}:
 *
 * <pre>java -cp "ingest/target/test-classes:ingest/target/classes:CLASS_PATH" org.wenheng.ingest.submission.WorkbookBenchmark</pre>
 *
 * <p>Ends with 1 if the rows cannot be read within the memory.
 */
final class WorkbookBenchmark {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 10;
    private static final String MEMORY = "-Xmx256m";
    private static final int WARM_UP = 100;
    private static final int MEASURED = 201;
    private static final Path FOLDER = Path.of("ingest/catalogues/jilin");

    private WorkbookBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1) {
            read(Path.of(arguments[0]));
            return;
        }
        Path folder = Files.createTempDirectory("workbook-benchmark");
        int exit = 1;
        try {
            print(
                    "%d processors, %d GB, %s %s, Java %s, load %.1f%n| workbook | MB | cells | ms | CPU ms | rows/s of CPU | peak heap MB |%n|---|--:|--:|--:|--:|--:|--:|%n",
                    Runtime.getRuntime().availableProcessors(),
                    machine().getTotalMemorySize() >> 30,
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    System.getProperty("java.version"),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            exit = readInItsOwnProcess(write(folder.resolve("rows.xlsx")));
            county(folder.resolve("reports"));
        } finally {
            delete(folder);
        }
        System.exit(exit == 0 ? 0 : 1);
    }

    private static Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("数据");
            for (int row = 0; row < ROWS; row++) {
                sheet.value(row, 0, "2201%02d".formatted(row % 100));
                sheet.value(row, 1, "文化馆" + row);
                for (int column = 2; column < COLUMNS; column++) {
                    sheet.value(row, column, row * 1.25 + column);
                }
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    private static int readInItsOwnProcess(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkbookBenchmark.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** The whole of it: the bytes, the sheet and its texts, all held at once. */
    private static void read(Path file) throws IOException {
        long start = System.nanoTime();
        byte[] bytes = Files.readAllBytes(file);
        Content content = Content.of("rows.xlsx", bytes, null);
        double millis = (System.nanoTime() - start) / 1e6;
        double processorMillis = machine().getProcessCpuTime() / 1e6;
        List<SheetRow> rows = content.sheets().get(0).rows();
        if (rows.size() != ROWS || !rows.get(ROWS - 1).text(1).equals("文化馆" + (ROWS - 1))) {
            throw new IllegalStateException("Not all rows were read");
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        print(
                "| %,d × %d, cold, %s | %.1f | %,d | %.0f | %.0f | %,.0f | %d |%n",
                ROWS,
                COLUMNS,
                MEMORY,
                bytes.length / 1e6,
                ROWS * COLUMNS,
                millis,
                processorMillis,
                ROWS / processorMillis * 1e3,
                peak >> 20);
    }

    private static void county(Path reports) throws IOException {
        Catalogue catalogue = Catalogues.load(FOLDER);
        GeneratedFolder.write(catalogue, FOLDER.resolve("generate.yml"), Period.ofMonth(2024, 12), 1, 7, reports);
        SentFile file = SentFile.read(largest(reports));
        Intake intake = new Intake(catalogue, null, Instant.parse("2025-02-01T00:00:00Z"));
        for (int i = 0; i < WARM_UP; i++) {
            intake.check(file);
        }
        double[] millis = new double[MEASURED];
        long before = machine().getProcessCpuTime();
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            intake.check(file);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double processorMillis = (machine().getProcessCpuTime() - before) / 1e6 / MEASURED;
        Arrays.sort(millis);
        print(
                "| one county (%s), read and checked, median | %.2f | %,d | %.1f | %.1f | | |%n",
                file.name(),
                file.size() / 1e6,
                intake.check(file).cells().size(),
                millis[MEASURED / 2],
                processorMillis);
    }

    private static com.sun.management.OperatingSystemMXBean machine() {
        return (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static Path largest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void print(String format, Object... facts) {
        System.out.printf(Locale.ROOT, format, facts);
    }
}
