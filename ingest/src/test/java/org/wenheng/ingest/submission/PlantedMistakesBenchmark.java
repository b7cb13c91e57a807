package org.wenheng.ingest.submission;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.generate.GeneratedFolder;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

/** How many planted mistakes the checks find, how many right values they stop, and how fast they are. */
public final class PlantedMistakesBenchmark {
    private static final Instant RECEIVED = Instant.parse("2030-01-01T00:00:00Z");

    private final Catalogue catalogue;
    private final Path folder;
    private final Map<String, CSVRecord> planted = new HashMap<>();
    private final Set<String> filesOfWrongRegions = new HashSet<>();
    private final Map<String, int[]> foundByKind = new TreeMap<>();
    private final Map<String, Integer> falseAlarms = new TreeMap<>();
    private final Map<String, Integer> falseAlarmsOfElements = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long cells;
    private long falselyMarked;
    private int slipsWithBasis;
    private int slipsFound;
    private long nanos;
    private final Map<Integer, int[]> sweep = new TreeMap<>();

    private PlantedMistakesBenchmark(Catalogue catalogue, Path folder) throws IOException {
        this.catalogue = catalogue;
        this.folder = folder;
        try (CSVParser truth = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(GeneratedFolder.truth(folder), StandardCharsets.UTF_8))) {
            for (CSVRecord row : truth) {
                planted.put(place(row.get("file"), row.get("sheet"), row.get("cell")), row);
                if (row.get("kind").equals("unknown-region")) {
                    filesOfWrongRegions.add(row.get("file"));
                }
            }
        }
    }

    private static String place(String file, String sheet, String cell) {
        return file + "|" + sheet + "|" + cell;
    }

    /**
     * What was measured.
     *
     * @param slipsWithBasis planted slips of the unit whose element has a history or peers
     * @param slipsFound those of them that are found as a power of ten
     * @param sweep by power of ten: right values of the last files multiplied by it, and those found with that power
     * @param cells values of the files
     * @param falselyMarked right values that have to be explained or are refused
     * @param foundByKind planted and found mistakes by kind; found is any finding but a note at the cell
     * @param cellsPerSecond of comparing, reading not included
     */
    public record Outcome(
            int slipsWithBasis,
            int slipsFound,
            Map<Integer, int[]> sweep,
            long cells,
            long falselyMarked,
            Map<String, int[]> foundByKind,
            Map<String, Integer> falseAlarms,
            Map<String, Integer> falseAlarmsOfElements,
            List<String> examples,
            double cellsPerSecond) {}

    /**
     * Generates, takes in month by month, and counts.
     *
     * @param mistakeShare share of the reports with a planted mistake
     */
    public static Outcome measure(
            Path catalogueFolder, double mistakeShare, Period first, int months, long seed, Path folder)
            throws IOException {
        Catalogue catalogue = Catalogues.load(catalogueFolder);
        Path settings = folder.resolveSibling(folder.getFileName() + "-generate.yml");
        Files.writeString(
                settings,
                Files.readString(catalogueFolder.resolve("generate.yml"), StandardCharsets.UTF_8)
                        .replace("  share: 0.05\n", "  share: " + mistakeShare + "\n"),
                StandardCharsets.UTF_8);
        GeneratedFolder.write(catalogue, settings, first, months, seed, folder);
        PlantedMistakesBenchmark benchmark = new PlantedMistakesBenchmark(catalogue, folder);
        benchmark.run();
        return new Outcome(
                benchmark.slipsWithBasis,
                benchmark.slipsFound,
                benchmark.sweep,
                benchmark.cells,
                benchmark.falselyMarked,
                benchmark.foundByKind,
                benchmark.falseAlarms,
                benchmark.falseAlarmsOfElements,
                benchmark.examples,
                benchmark.cells / (benchmark.nanos / 1e9));
    }

    private void run() throws IOException {
        Intake intake = new Intake(catalogue, null, RECEIVED);
        RememberedValues known = new RememberedValues(catalogue);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("-copy."))
                    .sorted()
                    .toList();
        }
        String last = folder.relativize(files.get(files.size() - 1)).getName(0).toString();
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            CheckedFile checked = intake.check(SentFile.of(name, bytes(file)));
            long start = System.nanoTime();
            Submission submission = intake.settle(checked, known);
            nanos += System.nanoTime() - start;
            count(name, checked, submission, known);
            if (name.startsWith(last)) {
                sweep(checked, known);
            }
            known.learn(submission.observations());
        }
    }

    /** Every value with a history, too large and too small by one to four digits. */
    private void sweep(CheckedFile checked, Known known) {
        Manners manners = new Manners(catalogue);
        Checks checks = new Checks(catalogue, RuleBook.standard(), Units.standard(), RECEIVED);
        HistoryCheck history = new HistoryCheck(catalogue, checks, Units.standard());
        for (CheckedCell cell : checked.cells()) {
            ObservationKey key = cell.key();
            BigDecimal value = cell.value();
            if (key == null || value == null || !cell.isAccepted()) {
                continue;
            }
            Manners.Manner manner = manners.of(key.elementCode());
            List<PastValue> before = known.before(key);
            boolean tested = manner.compared()
                    && value.signum() > 0
                    && before.stream().anyMatch(past -> past.value().signum() > 0);
            for (int power = -4; tested && power <= 4; power++) {
                BigDecimal slipped = value.scaleByPowerOfTen(power);
                if (power != 0 && value.max(slipped).doubleValue() >= 100) {
                    CheckedCell wrong = new CheckedCell(cell.cell(), key, cell.status(), slipped, cell.findings());
                    int[] counts = sweep.computeIfAbsent(power, any -> new int[2]);
                    counts[0]++;
                    counts[1] += history.check(wrong, manner, known).power() == power ? 1 : 0;
                }
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(String file, CheckedFile checked, Submission submission, RememberedValues known) {
        Map<String, Set<String>> codes = new HashMap<>();
        Map<String, Finding> first = new HashMap<>();
        for (Finding finding : submission.findings()) {
            if (finding.severity() != Severity.NOTE) {
                String place = place(file, finding.sheet(), finding.cell());
                codes.computeIfAbsent(place, any -> new HashSet<>()).add(finding.code());
                first.putIfAbsent(place, finding);
            }
        }
        Set<String> marked = new HashSet<>(codes.keySet());
        boolean wrongRegion = filesOfWrongRegions.contains(file);
        cells += checked.cells().size();
        for (CheckedCell cell : checked.cells()) {
            String place = place(file, cell.cell().sheet(), cell.cell().address());
            Set<String> found = codes.getOrDefault(place, Set.of());
            CSVRecord truth = planted.get(place);
            marked.remove(place);
            if (truth == null) {
                if (!found.isEmpty() && !wrongRegion) {
                    falselyMarked++;
                    found.forEach(code -> falseAlarms.merge(code, 1, Integer::sum));
                    found.forEach(code ->
                            falseAlarmsOfElements.merge(code + " " + cell.cell().element(), 1, Integer::sum));
                    Finding example = java.util.Objects.requireNonNull(first.get(place));
                    examples.add(file + " " + example.line());
                }
                continue;
            }
            int[] counts = foundByKind.computeIfAbsent(truth.get("kind"), any -> new int[2]);
            counts[0]++;
            counts[1] += found.isEmpty() ? 0 : 1;
            ObservationKey key = cell.key();
            if (truth.get("kind").equals("unit-slip") && key != null) {
                boolean basis = !known.before(key).isEmpty() || known.peers(key).size() >= 8;
                if (basis) {
                    slipsWithBasis++;
                    slipsFound += found.contains("MAGNITUDE_JUMP") ? 1 : 0;
                }
                if (basis && !found.contains("MAGNITUDE_JUMP")) {
                    examples.add(
                            "MISSED " + file + " " + key + " " + cell.cell().given() + " right " + truth.get("right")
                                    + " before " + known.before(key) + " found " + found);
                }
            }
        }
        for (String place : marked) {
            codes.getOrDefault(place, Set.of()).forEach(code -> falseAlarms.merge("FORM " + code, 1, Integer::sum));
        }
    }

    /** Arguments: folder of the catalogue, empty folder to write to, share of mistakes, first month, months, seed. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Outcome outcome = measure(
                Path.of(arguments[0]),
                Double.parseDouble(arguments[2]),
                Period.parse(arguments[3]).orElseThrow(),
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]),
                Path.of(arguments[1]));
        outcome.examples().stream().limit(80).forEach(out::println);
        out.printf(
                "cells %d, compared at %.0f cells/s%nslips with a basis %d, found as a power of ten %d%n",
                outcome.cells(), outcome.cellsPerSecond(), outcome.slipsWithBasis(), outcome.slipsFound());
        outcome.foundByKind()
                .forEach((kind, counts) -> out.printf("  %-20s planted %4d found %4d%n", kind, counts[0], counts[1]));
        outcome.sweep()
                .forEach(
                        (power, counts) -> out.printf("  10^%-2d values %6d found %6d%n", power, counts[0], counts[1]));
        out.printf(
                "right values marked %d = %.3f %%%n",
                outcome.falselyMarked(), 100.0 * outcome.falselyMarked() / outcome.cells());
        outcome.falseAlarms().forEach((code, count) -> out.printf("  %-30s %d%n", code, count));
        outcome.falseAlarmsOfElements().forEach((code, count) -> out.printf("    %-40s %d%n", code, count));
    }
}
