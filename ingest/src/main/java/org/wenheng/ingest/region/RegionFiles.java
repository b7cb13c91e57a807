package org.wenheng.ingest.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.region.RegionImport.Imported;
import org.wenheng.ingest.yaml.YamlNode;

/** Writes the region files of a catalogue: UTF-8, LF, the same lines for the same regions. */
final class RegionFiles {
    private static final String REGIONS = "code,name_zh,name_en,level,parent,valid_from,valid_to,aliases";
    private static final String CHANGES = "date,kind,from,to,weight,basis,source";

    private RegionFiles() {}

    /**
     * Writes the three files.
     *
     * @param onto folder whose region files the lines are added to; null to begin new ones
     */
    static void write(Imported imported, @Nullable Path onto, Path out) {
        try {
            Files.createDirectories(out);
            write(
                    "regions.csv",
                    REGIONS,
                    imported.present().stream().map(RegionFiles::line).toList(),
                    onto,
                    out);
            write(
                    "former-regions.csv",
                    REGIONS,
                    imported.former().stream().map(RegionFiles::line).toList(),
                    onto,
                    out);
            write(
                    "region-changes.csv",
                    CHANGES,
                    imported.changes().stream().map(RegionFiles::line).toList(),
                    onto,
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + out, e);
        }
    }

    private static void write(String file, String header, List<String> added, @Nullable Path onto, Path out)
            throws IOException {
        List<String> lines = new ArrayList<>();
        if (onto != null && Files.isRegularFile(onto.resolve(file))) {
            lines.addAll(Files.readAllLines(onto.resolve(file), StandardCharsets.UTF_8));
        } else {
            lines.add(header);
        }
        int further = commas(lines.get(0)) - commas(header);
        added.forEach(line -> lines.add(line + ",".repeat(Math.max(0, further))));
        if (lines.size() > 1) {
            Files.writeString(out.resolve(file), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        }
    }

    private static int commas(String line) {
        return (int) line.chars().filter(letter -> letter == ',').count();
    }

    /** A region as a line of {@code regions.csv} or {@code former-regions.csv}. */
    static String line(Region region) {
        return cells(
                region.code(),
                region.name().chinese(),
                region.name().english(),
                region.level(),
                region.parent(),
                text(region.validFrom()),
                text(region.validTo()),
                String.join(";", region.aliases()));
    }

    /** A change as a line of {@code region-changes.csv}. */
    static String line(RegionChange change) {
        BigDecimal weight = change.weight();
        return cells(
                text(change.date()),
                YamlNode.wordOf(change.kind()),
                change.from(),
                change.to(),
                weight == null ? null : weight.toPlainString(),
                change.basis(),
                change.source());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Cells of a line (RFC 4180). */
    static String cells(@Nullable String... cells) {
        return java.util.Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell)
                .map(cell -> cell.matches("(?s).*[,\"\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(","));
    }
}
