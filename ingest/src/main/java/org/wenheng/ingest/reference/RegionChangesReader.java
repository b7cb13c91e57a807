package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.RegionChange.Kind;

/** Reads {@code region-changes.csv}. A code that should be there and is not is a problem of the line. */
final class RegionChangesReader {
    private static final List<String> COLUMNS = List.of("date", "kind", "from", "to", "weight", "basis", "source");

    private RegionChangesReader() {}

    /** The changes in the order of their days, each with its line. */
    static Map<RegionChange, ReferenceRow> read(Path path, Problems problems) {
        Map<RegionChange, ReferenceRow> found = new LinkedHashMap<>();
        for (ReferenceRow row :
                ReferenceTable.read(path, COLUMNS, false, problems).rows()) {
            LocalDate date = row.date("date");
            RegionChange change = new RegionChange(
                    date == null ? LocalDate.MIN : date,
                    row.word("kind", Kind.class),
                    row.optional("from"),
                    row.optional("to"),
                    row.number("weight"),
                    row.optional("basis"),
                    row.required("source"));
            if (row.text("date").isEmpty()) {
                row.required("date");
            }
            checkShape(change, row);
            if (found.putIfAbsent(change, row) != null) {
                row.problem("CHANGE_REPEATED", "同一变更写了两次", "The same change stands twice");
            }
        }
        Map<RegionChange, ReferenceRow> ordered = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().date()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static void checkShape(RegionChange change, ReferenceRow row) {
        boolean needsFrom = change.kind() != Kind.ESTABLISH;
        boolean needsTo = change.kind() != Kind.ABOLISH;
        if (needsFrom != (change.from() != null) || needsTo != (change.to() != null)) {
            row.problem(
                    "CHANGE_CODES",
                    "%s 应%s from、%s to".formatted(change.kind().nameChinese(), given(needsFrom), given(needsTo)),
                    "%s needs %s from and %s to"
                            .formatted(row.text("kind"), needsFrom ? "a" : "no", needsTo ? "a" : "no"));
        }
        boolean same = change.from() != null && change.from().equals(change.to());
        if (change.kind() == Kind.RENAME && !same) {
            row.problem(
                    "CHANGE_CODES",
                    "更名不改代码;代码也改的请写 recode",
                    "A renamed region keeps its code; write recode if the code changes too");
        }
        if (same && (change.kind() == Kind.RECODE || change.kind() == Kind.BOUNDARY)) {
            row.problem("CHANGE_CODES", "from 与 to 不能相同", "from and to must differ");
        }
        BigDecimal weight = change.weight();
        if ((weight == null) != (change.basis() == null)) {
            row.problem(
                    "CHANGE_WEIGHT_WITHOUT_BASIS",
                    "weight 与 basis(权重依据,如 population-2020)应同时填写或同时为空",
                    "weight and basis (such as population-2020) must both be given or both be empty");
        }
        if (weight != null && change.kind() != Kind.SPLIT && change.kind() != Kind.MERGE) {
            row.problem("CHANGE_WEIGHT_UNUSED", "只有拆分和并入有权重", "Only a split and a merger have weights");
        }
        if (weight != null && (weight.signum() <= 0 || weight.compareTo(BigDecimal.ONE) > 0)) {
            row.problem(
                    "CHANGE_WEIGHT_RANGE",
                    "权重 %s 应大于0且不大于1".formatted(weight.toPlainString()),
                    "The weight %s must be above 0 and at most 1".formatted(weight.toPlainString()));
        }
    }

    private static String given(boolean needed) {
        return needed ? "填写" : "不填";
    }
}
