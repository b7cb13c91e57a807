package org.wenheng.ingest.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionChange;

/**
 * Regions, former regions and changes from tables of other owners, by a mapping. The same tables give the same result in the
 * same order.
 */
public final class RegionImport {
    private final RegionMapping mapping;
    private final Map<String, Region> known;
    private final Problems problems = new Problems();
    private final TreeMap<String, List<RegionRow>> byCode = new TreeMap<>();

    private RegionImport(RegionMapping mapping, Map<String, Region> known) {
        this.mapping = mapping;
        this.known = known;
    }

    /**
     * What the tables say.
     *
     * @param rows rows read
     * @param present regions in force without end and not known before, by code; parents may be known ones
     * @param former regions that ended, by code and day
     * @param changes by day
     * @param same regions of the tables that were known under the same code and name
     * @param different regions that were known under another name, as {@code code: known, table}
     */
    public record Imported(
            int rows,
            List<Region> present,
            List<Region> former,
            List<RegionChange> changes,
            int same,
            List<String> different) {}

    /**
     * Reads tables.
     *
     * @param sheets by the name of their file
     * @param known regions that are there already, by code
     * @throws InputRefusedException with everything that could not be read
     */
    public static Imported read(Map<String, Sheet> sheets, RegionMapping mapping, Map<String, Region> known) {
        return new RegionImport(mapping, known).read(sheets);
    }

    private Imported read(Map<String, Sheet> sheets) {
        List<RegionTable.Found> found = new ArrayList<>();
        sheets.forEach((file, sheet) -> found.addAll(RegionTable.read(file, sheet, mapping, problems)));
        Map<List<String>, List<RegionRow>> byPath = new HashMap<>();
        Set<String> codes = new HashSet<>();
        for (RegionTable.Found one : found) {
            byPath.computeIfAbsent(one.row().path(), path -> new ArrayList<>()).add(one.row());
            codes.add(one.row().code());
        }
        for (RegionTable.Found one : found) {
            String parent = mapping.parent().names().isEmpty() ? byCode(one, codes) : byPath(one.row(), byPath);
            byCode.computeIfAbsent(one.row().code(), code -> new ArrayList<>())
                    .add(one.row().below(parent));
        }
        byCode.values().forEach(RegionImport::join);
        LocalDate since = mapping.since();
        if (since != null) {
            byCode.values().forEach(rows -> rows.replaceAll(row -> row.knownSince(since)));
        }
        problems.throwIfAny(String.join(", ", sheets.keySet()));
        return imported(found.size());
    }

    private @Nullable String byCode(RegionTable.Found one, Set<String> codes) {
        for (String parent : one.parents()) {
            if (!parent.equals(one.row().code()) && (codes.contains(parent) || known.containsKey(parent))) {
                return parent;
            }
        }
        return orRoot(one.row(), String.join(", ", one.parents()));
    }

    private @Nullable String byPath(RegionRow row, Map<List<String>, List<RegionRow>> byPath) {
        List<String> above = row.path().subList(0, row.path().size() - 1);
        LocalDate begin = row.from() == null ? LocalDate.MIN : row.from();
        Optional<RegionRow> parent = byPath.getOrDefault(above, List.of()).stream()
                .filter(candidate -> candidate.isInForceOn(begin))
                .findFirst();
        return parent.map(RegionRow::code).orElseGet(() -> orRoot(row, String.join("/", above)));
    }

    /** A row that names no parent lies in the root, or is it. */
    private @Nullable String orRoot(RegionRow row, String named) {
        Region root = mapping.root();
        if (!named.isEmpty()) {
            problems.add(
                    "REGION_PARENT_UNKNOWN",
                    row.where(),
                    "%s“%s”:没有上级“%s”".formatted(row.code(), row.name(), named),
                    "%s \"%s\": there is no parent \"%s\"".formatted(row.code(), row.name(), named));
        }
        return root == null ? null : root.code();
    }

    /** Rows of one code in the order of time; those between which nothing visible changed become one. */
    private static void join(List<RegionRow> rows) {
        rows.sort(Comparator.comparing(row -> row.from() == null ? LocalDate.MIN : row.from()));
        for (int i = 1; i < rows.size(); ) {
            if (rows.get(i - 1).goesOnAs(rows.get(i))) {
                rows.set(i - 1, rows.get(i - 1).with(rows.remove(i)));
            } else {
                i++;
            }
        }
    }

    private Imported imported(int read) {
        LocalDate since = mapping.since() == null ? LocalDate.MIN : mapping.since();
        List<Region> present = new ArrayList<>();
        List<Region> former = new ArrayList<>();
        List<String> different = new ArrayList<>();
        int same = 0;
        if (mapping.root() != null && !known.containsKey(mapping.root().code())) {
            present.add(mapping.root());
        }
        for (RegionRow row : byCode.values().stream().flatMap(List::stream).toList()) {
            Region before = known.get(row.code());
            if (row.until() != null) {
                if (row.until().isAfter(since)) {
                    former.add(row.region());
                }
            } else if (before == null) {
                present.add(row.region());
            } else if (before.name().chinese().equals(row.name())) {
                same++;
            } else {
                different.add("%s: %s, %s".formatted(row.code(), before.name().chinese(), row.name()));
            }
        }
        List<RegionChange> changes = new RegionSuccession(byCode, mapping.source())
                .changes().stream()
                        .filter(change -> !change.date().isBefore(since))
                        .toList();
        return new Imported(read, present, former, changes, same, different);
    }
}
