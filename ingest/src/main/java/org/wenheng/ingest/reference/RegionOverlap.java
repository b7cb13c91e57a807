package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.ingest.problem.Problems;

/**
 * A part of a region that another unit manages and reports: a line of {@code region-overlaps.csv}. By code the part belongs
 * to the region it lies in, by management to the unit; counting both counts it twice.
 *
 * @param unit code of the unit that manages the part
 * @param inside code of the region in which the part lies
 * @param quantity what was counted in the part, such as {@code population-2020}
 * @param value how much of it lies in the part
 * @param source where the value is published
 */
public record RegionOverlap(String unit, String inside, String quantity, BigDecimal value, String source) {
    private static final List<String> COLUMNS = List.of("unit", "inside", "quantity", "value", "source");

    /** The overlaps of a catalogue; none if it has no such file. */
    static List<RegionOverlap> readAll(Path path, List<Region> regions, Problems problems) {
        if (!Files.isRegularFile(path)) {
            return List.of();
        }
        Set<String> codes = regions.stream().map(Region::code).collect(Collectors.toSet());
        return ReferenceTable.read(path, COLUMNS, false, problems).rows().stream()
                .map(row -> read(row, codes))
                .toList();
    }

    private static RegionOverlap read(ReferenceRow row, Set<String> codes) {
        row.required("value");
        BigDecimal value = row.number("value");
        RegionOverlap overlap = new RegionOverlap(
                row.required("unit"),
                row.required("inside"),
                row.required("quantity"),
                value == null ? BigDecimal.ZERO : value,
                row.required("source"));
        for (String code : List.of(overlap.unit(), overlap.inside())) {
            if (!code.isEmpty() && !codes.contains(code)) {
                row.problem(
                        "OVERLAP_REGION_UNKNOWN",
                        "regions.csv 里没有 \"%s\"".formatted(code),
                        "regions.csv has no \"%s\"".formatted(code));
            }
        }
        if (overlap.unit().equals(overlap.inside())) {
            row.problem("OVERLAP_WITH_ITSELF", "unit 与 inside 不能相同", "unit and inside must differ");
        }
        return overlap;
    }
}
