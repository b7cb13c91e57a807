package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenheng.ingest.reference.RegionChange.Kind;

/** Whether the changes of a day fit together: a region goes on whole or in parts, and the parts have their shares. */
final class RegionWeightsCheck {
    private final RegionHistory history;
    private final Map<RegionChange, ReferenceRow> changes;

    RegionWeightsCheck(RegionHistory history, Map<RegionChange, ReferenceRow> changes) {
        this.history = history;
        this.changes = changes;
    }

    /** The shares of a whole are all known or all unknown, and then add up to exactly 1. */
    void run() {
        Map<List<Object>, List<RegionChange>> wholes = new LinkedHashMap<>();
        Set<List<Object>> several = new HashSet<>();
        Map<List<Object>, Kind> kinds = new HashMap<>();
        for (RegionChange change : changes.keySet()) {
            String from = change.from();
            if (from != null && change.to() != null && change.kind().passesOn()) {
                Kind before = kinds.putIfAbsent(List.of(change.date(), from), change.kind());
                if (before != null && before.keepsPlace() != change.kind().keepsPlace()) {
                    several.add(List.of(change.date(), from));
                }
            }
            String whole = change.kind() == Kind.SPLIT ? from : change.kind() == Kind.MERGE ? change.to() : null;
            if (whole != null) {
                wholes.computeIfAbsent(List.of(change.kind(), change.date(), whole), key -> new ArrayList<>())
                        .add(change);
            }
        }
        wholes.values().forEach(this::checkWhole);
        for (List<Object> contradiction : several) {
            history.leaving((String) contradiction.get(1), (LocalDate) contradiction.get(0)).stream()
                    .findFirst()
                    .map(changes::get)
                    .ifPresent(row -> row.problem(
                            "CHANGE_CONTRADICTS",
                            "%s 同一天既整体延续又被拆分或并入".formatted(contradiction.get(1)),
                            "%s goes on as a whole and is divided or merged on the same day"
                                    .formatted(contradiction.get(1))));
        }
    }

    private void checkWhole(List<RegionChange> parts) {
        RegionChange first = parts.get(0);
        ReferenceRow row = changes.get(first);
        List<BigDecimal> weights = parts.stream()
                .flatMap(part -> Optional.ofNullable(part.weight()).stream())
                .toList();
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (row == null || weights.isEmpty()) {
            return;
        }
        if (weights.size() < parts.size() || sum.compareTo(BigDecimal.ONE) != 0) {
            row.problem(
                    "CHANGE_WEIGHTS_SUM",
                    "%s %s 的%d个部分有%d个权重,合计 %s(应全部填写且合计恰为1)"
                            .formatted(
                                    first.date(),
                                    first.kind().nameChinese(),
                                    parts.size(),
                                    weights.size(),
                                    sum.toPlainString()),
                    "The %d parts have %d weights that add up to %s (expected: one each, together exactly 1)"
                            .formatted(parts.size(), weights.size(), sum.toPlainString()));
        }
        if (parts.stream().map(RegionChange::basis).distinct().count() > 1) {
            row.problem("CHANGE_WEIGHT_BASES", "各部分的权重依据不同", "The weights of the parts have different bases");
        }
    }
}
