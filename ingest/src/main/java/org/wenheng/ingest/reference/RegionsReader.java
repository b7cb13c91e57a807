package org.wenheng.ingest.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.wenheng.ingest.problem.Problems;

/**
 * Reads {@code regions.csv}: one tree, parents before children. Also {@code former-regions.csv}: regions as they were, which
 * may use a code again that stands in the tree today.
 */
final class RegionsReader {
    private static final List<String> COLUMNS =
            List.of("code", "name_zh", "name_en", "level", "parent", "valid_from", "valid_to", "aliases");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    private final Problems problems;
    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, ReferenceRow> rows = new HashMap<>();

    private RegionsReader(Problems problems) {
        this.problems = problems;
    }

    /** The regions of the tree, each with its line. */
    static Map<Region, ReferenceRow> read(Path path, Problems problems) {
        return new RegionsReader(problems).tree(ReferenceTable.read(path, COLUMNS, true, problems));
    }

    /** Former regions, each with its line. */
    static Map<Region, ReferenceRow> readFormer(Path path, Set<String> present, Problems problems) {
        ReferenceTable table = ReferenceTable.read(path, COLUMNS, false, problems);
        Map<Region, ReferenceRow> former = new LinkedHashMap<>();
        for (ReferenceRow row : table.rows()) {
            Region region = region(row, List.of(), new HashSet<>());
            if (region.validTo() == null && row.text("valid_to").isEmpty()) {
                row.required("valid_to");
            }
            if (former.putIfAbsent(region, row) != null) {
                row.problem("REGION_REPEATED", "同一行写了两次", "The same line stands twice");
            }
        }
        Set<String> known = new HashSet<>(present);
        former.keySet().forEach(region -> known.add(region.code()));
        former.forEach((region, row) -> {
            if (region.parent() != null && !known.contains(region.parent())) {
                row.problem(
                        "REGION_PARENT_UNKNOWN",
                        "没有上级 \"%s\"".formatted(region.parent()),
                        "There is no parent \"%s\"".formatted(region.parent()));
            }
        });
        return former;
    }

    private Map<Region, ReferenceRow> tree(ReferenceTable table) {
        List<String> attributes = attributesOf(table);
        Set<String> seen = new HashSet<>();
        for (ReferenceRow row : table.rows()) {
            Region region = region(row, attributes, seen);
            if (byCode.putIfAbsent(region.code(), region) == null) {
                rows.put(region.code(), row);
            }
        }
        checkAliases();
        checkRoot(table.file());
        Map<String, Integer> depths = new HashMap<>();
        byCode.keySet().forEach(code -> depths.put(code, depth(code)));
        List<Region> ordered = new ArrayList<>(byCode.values());
        ordered.sort(Comparator.comparing(region -> depths.getOrDefault(region.code(), 0)));
        Map<Region, ReferenceRow> tree = new LinkedHashMap<>();
        ordered.forEach(region -> tree.put(region, Objects.requireNonNull(rows.get(region.code()))));
        return tree;
    }

    private static List<String> attributesOf(ReferenceTable table) {
        return table.columns().stream()
                .filter(column -> !COLUMNS.contains(column))
                .toList();
    }

    private static Region region(ReferenceRow row, List<String> attributeColumns, Set<String> seen) {
        Map<String, String> attributes = new HashMap<>();
        for (String column : attributeColumns) {
            if (!row.text(column).isEmpty()) {
                attributes.put(column, row.text(column));
            }
        }
        Region region = new Region(
                row.code("code", CODE, seen),
                row.title(),
                row.required("level"),
                row.optional("parent"),
                attributes,
                row.list("aliases"),
                row.date("valid_from"),
                row.date("valid_to"));
        if (region.validFrom() != null
                && region.validTo() != null
                && region.validTo().isBefore(region.validFrom())) {
            row.problem(
                    "REGION_VALIDITY_REVERSED",
                    "valid_to %s 早于 valid_from %s".formatted(region.validTo(), region.validFrom()),
                    "valid_to %s is before valid_from %s".formatted(region.validTo(), region.validFrom()));
        }
        return region;
    }

    /** Steps to the root; 0 with a problem if a parent is unknown or the region lies in itself. */
    private int depth(String code) {
        Set<String> path = new HashSet<>();
        int depth = 0;
        Region region = byCode.get(code);
        while (region != null && region.parent() != null) {
            if (!path.add(region.code())) {
                if (path.contains(code) && region.code().equals(code)) {
                    problem(
                            code,
                            "REGION_CYCLE",
                            "\"%s\" 的上级最终是它自己".formatted(code),
                            "The parents of \"%s\" lead back to itself".formatted(code));
                }
                return 0;
            }
            Region parent = byCode.get(region.parent());
            if (parent == null && region.code().equals(code)) {
                problem(
                        code,
                        "REGION_PARENT_UNKNOWN",
                        "没有上级 \"%s\"".formatted(region.parent()),
                        "There is no parent \"%s\"".formatted(region.parent()));
            }
            region = parent;
            depth++;
        }
        return depth;
    }

    private void checkAliases() {
        Map<String, String> owners = new HashMap<>();
        for (Region region : byCode.values()) {
            for (String alias : region.aliases()) {
                String owner = byCode.containsKey(alias) ? alias : owners.putIfAbsent(alias, region.code());
                if (owner != null) {
                    problem(
                            region.code(),
                            "REGION_ALIAS_AMBIGUOUS",
                            "别名 \"%s\" 已属于 %s".formatted(alias, owner),
                            "The alias \"%s\" already stands for %s".formatted(alias, owner));
                }
            }
        }
    }

    private void checkRoot(String file) {
        List<String> roots = byCode.values().stream()
                .filter(region -> region.parent() == null)
                .map(Region::code)
                .toList();
        if (roots.size() > 1) {
            problem(
                    roots.get(1),
                    "REGION_ROOT_REPEATED",
                    "有多个没有上级的行政区: " + String.join(", ", roots),
                    "More than one region has no parent: " + String.join(", ", roots));
        } else if (roots.isEmpty()) {
            problems.add("REGION_ROOT_MISSING", file, "没有最上级的行政区", "No region is without a parent");
        }
    }

    private void problem(String regionCode, String code, String chinese, String english) {
        ReferenceRow row = rows.get(regionCode);
        problems.add(code, row == null ? "regions.csv" : row.where(), chinese, english);
    }
}
