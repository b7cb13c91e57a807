package org.wenheng.ingest.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** Writes the synthetic reports of a catalogue to a folder, with the list of what was planted in them. */
public final class GeneratedFolder {
    private GeneratedFolder() {}

    /**
     * What was written.
     *
     * @param planted in the order of {@code truth.csv}
     */
    public record Summary(int reporters, int files, long cells, List<Planted> planted) {
        public Summary {
            planted = List.copyOf(planted);
        }
    }

    /**
     * Writes {@code <out>/<yyyy-mm>/<region>-<yyyy-mm>.xlsx|csv} and {@code <out>/truth.csv}. A late report has
     * {@code -late} at the end of its name, the second copy of one that is sent twice {@code -copy}; a missing one is
     * only in the list.
     *
     * @param settings the {@code generate.yml} of the catalogue
     * @param seed the same seed gives the same bytes
     * @throws InputRefusedException if the settings are wrong or the folder is not empty
     */
    public static Summary write(
            Catalogue catalogue, Path settings, Period firstMonth, int months, long seed, Path out) {
        GenerateSettings read = GenerateSettingsReader.read(settings, catalogue);
        requireEmpty(out);
        Generator generator = new Generator(catalogue, read, seed);
        ReportWriter writer = new ReportWriter(catalogue.elements(), read);
        List<Summary> written = generator.reporters().parallelStream()
                .map(region -> write(generator.reports(region, firstMonth, months), writer, out))
                .toList();
        Summary summary = total(written);
        writeTruth(summary.planted(), out.resolve("truth.csv"));
        return summary;
    }

    private static void requireEmpty(Path out) {
        try {
            Files.createDirectories(out);
            try (var files = Files.list(out)) {
                if (files.findAny().isPresent()) {
                    throw InputRefusedException.of(
                            "GENERATE_FOLDER_NOT_EMPTY",
                            out.toString(),
                            "文件夹不是空的;请清空或用 --out 另选一个",
                            "The folder is not empty; empty it or choose another with --out");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + out, e);
        }
    }

    private static Summary write(List<Report> reports, ReportWriter writer, Path out) {
        int files = 0;
        long cells = 0;
        List<Planted> planted = new ArrayList<>();
        for (Report report : reports) {
            planted.addAll(report.planted());
            switch (report.fate()) {
                case IN_TIME -> {}
                case LATE -> planted.add(whole(report.path(), "late-report", ""));
                case TWICE -> planted.add(whole(report.copyPath(), "duplicate-file", report.path()));
                case MISSING -> planted.add(whole(report.path(), "missing-report", ""));
            }
            if (report.fate() == Report.Fate.MISSING) {
                continue;
            }
            byte[] bytes = writer.write(report);
            writeFile(out.resolve(report.path()), bytes);
            files++;
            cells += report.cells();
            if (report.fate() == Report.Fate.TWICE) {
                writeFile(out.resolve(report.copyPath()), bytes);
                files++;
            }
        }
        return new Summary(1, files, cells, planted);
    }

    private static Planted whole(String file, String kind, String right) {
        return new Planted(file, "", "", kind, "", right);
    }

    private static Summary total(List<Summary> parts) {
        return new Summary(
                parts.size(),
                parts.stream().mapToInt(Summary::files).sum(),
                parts.stream().mapToLong(Summary::cells).sum(),
                parts.stream().flatMap(part -> part.planted().stream()).toList());
    }

    private static void writeTruth(List<Planted> planted, Path file) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("file", "sheet", "cell", "kind", "given", "right")
                .setRecordSeparator("\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Planted one : planted) {
                printer.printRecord(one.file(), one.sheet(), one.cell(), one.kind(), one.given(), one.right());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        writeFile(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void writeFile(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
