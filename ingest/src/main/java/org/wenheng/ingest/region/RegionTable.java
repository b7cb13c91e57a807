package org.wenheng.ingest.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.region.RegionMapping.CodeColumn;
import org.wenheng.ingest.region.RegionMapping.SuccessorColumn;
import org.wenheng.ingest.region.RegionRow.Ceded;

/** Reads a table of regions by a mapping. What cannot be read is a problem of its row; parents are looked up later. */
final class RegionTable {
    private final String file;
    private final Sheet sheet;
    private final RegionMapping mapping;
    private final Problems problems;
    private final Map<String, Integer> columns = new HashMap<>();

    private RegionTable(String file, Sheet sheet, RegionMapping mapping, Problems problems) {
        this.file = file;
        this.sheet = sheet;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** A row with the codes of the regions it may lie in, the nearest first; empty if its path names them. */
    record Found(RegionRow row, List<String> parents) {}

    static List<Found> read(String file, Sheet sheet, RegionMapping mapping, Problems problems) {
        RegionTable table = new RegionTable(file, sheet, mapping, problems);
        return table.hasColumns() ? table.rows() : List.of();
    }

    private boolean hasColumns() {
        SheetRow header = sheet.row(mapping.headerRow());
        for (int column = header.texts().size() - 1; column >= 0; column--) {
            columns.put(header.text(column), column);
        }
        Set<String> missing = new LinkedHashSet<>(needed());
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            problems.add(
                    "COLUMN_MISSING",
                    file + ":" + mapping.headerRow(),
                    "缺少列 " + String.join("、", missing),
                    "Missing columns: " + String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private List<String> needed() {
        SuccessorColumn successors = mapping.successors();
        Stream<@Nullable String> optional = Stream.of(
                mapping.level().column(),
                mapping.from(),
                mapping.until(),
                successors == null ? null : successors.column());
        return Stream.of(
                        Stream.of(mapping.code().column(), mapping.name()),
                        mapping.parent().codes().stream().map(CodeColumn::column),
                        mapping.parent().names().stream(),
                        mapping.keep().keySet().stream(),
                        mapping.leaveOut().keySet().stream(),
                        optional)
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Found> rows() {
        List<Found> rows = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            if (row.number() > mapping.headerRow() && !row.isBlank() && isKept(row)) {
                rows.add(found(row));
            }
        }
        return rows;
    }

    private boolean isKept(SheetRow row) {
        return mapping.keep().entrySet().stream()
                        .allMatch(choice -> choice.getValue().contains(text(row, choice.getKey())))
                && mapping.leaveOut().entrySet().stream()
                        .noneMatch(choice -> choice.getValue().contains(text(row, choice.getKey())));
    }

    private Found found(SheetRow row) {
        String where = file + ":" + row.number();
        String code = mapping.code().of(text(row, mapping.code().column()));
        String name = text(row, mapping.name());
        if (code.isEmpty() || name.isEmpty()) {
            problems.add("REGION_INCOMPLETE", where, "代码和名称不能为空", "Code and name must not be empty");
        }
        List<String> path = new ArrayList<>();
        for (String column : mapping.parent().names()) {
            String part = text(row, column);
            if (!mapping.parent().none().contains(part)) {
                path.add(part);
            }
        }
        if (path.isEmpty() || !path.get(path.size() - 1).equals(name)) {
            path.add(name);
        }
        List<String> successors = new ArrayList<>();
        List<Ceded> ceded = new ArrayList<>();
        readSuccessors(row, where, successors, ceded);
        RegionRow region = new RegionRow(
                where,
                code,
                name,
                level(row, where),
                path,
                null,
                day(row, mapping.from(), code, where),
                day(row, mapping.until(), code, where),
                successors,
                ceded);
        List<String> parents = mapping.parent().codes().stream()
                .map(column -> column.of(text(row, column.column())))
                .filter(parent -> !parent.isEmpty())
                .toList();
        return new Found(region, parents);
    }

    private String level(SheetRow row, String where) {
        String fixed = mapping.level().fixed();
        if (fixed != null) {
            return fixed;
        }
        String word = text(row, Objects.requireNonNull(mapping.level().column()));
        String level = mapping.level().words().get(word);
        if (level == null) {
            problems.add(
                    "REGION_LEVEL_UNKNOWN",
                    where,
                    "读取说明里没有级别“%s”".formatted(word),
                    "The mapping has no level \"%s\"".formatted(word));
        }
        return level == null ? word : level;
    }

    private @Nullable LocalDate day(SheetRow row, @Nullable String column, String code, String where) {
        String text = column == null ? "" : text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = RegionDay.parse(text);
        if (day.isEmpty()) {
            problems.add(
                    "REGION_DAY_MALFORMED",
                    where,
                    "%s: “%s”不是年份或日期".formatted(column, text),
                    "%s: \"%s\" is neither a year nor a date".formatted(column, text));
            return null;
        }
        LocalDate known = mapping.days().get(code);
        return known != null
                        && text.length() == 4
                        && known.getYear() == day.get().getYear()
                ? known
                : day.get();
    }

    private void readSuccessors(SheetRow row, String where, List<String> successors, List<Ceded> ceded) {
        SuccessorColumn column = mapping.successors();
        String all = column == null ? "" : text(row, column.column());
        if (column == null || all.isEmpty()) {
            return;
        }
        boolean canBeDated = column.pattern().pattern().contains("(?<date>");
        for (String one : all.split(java.util.regex.Pattern.quote(column.separator()), -1)) {
            Matcher matcher = column.pattern().matcher(one.strip());
            if (!matcher.matches()) {
                problems.add(
                        "REGION_SUCCESSOR_MALFORMED",
                        where,
                        "%s: “%s”不合 %s".formatted(column.column(), one, column.pattern()),
                        "%s: \"%s\" does not match %s".formatted(column.column(), one, column.pattern()));
                continue;
            }
            String date = canBeDated ? matcher.group("date") : null;
            if (date == null) {
                successors.add(matcher.group("code"));
            } else {
                RegionDay.parse(date).ifPresent(day -> ceded.add(new Ceded(matcher.group("code"), day)));
            }
        }
    }

    private String text(SheetRow row, String column) {
        return row.text(columns.getOrDefault(column, 0));
    }
}
