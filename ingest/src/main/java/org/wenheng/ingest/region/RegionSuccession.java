package org.wenheng.ingest.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.reference.RegionChange.Kind;

/**
 * The changes between the rows of a table that names successors. The kind is told from what differs: one row that goes on as
 * one is transferred if its parent differs, else recoded if its code does, else renamed; one that goes on as several is split;
 * one whose successor has other parts too is merged into it.
 */
final class RegionSuccession {
    private static final Comparator<RegionChange> ORDER = Comparator.comparing(RegionChange::date)
            .thenComparing(change -> Objects.requireNonNullElse(change.from(), ""))
            .thenComparing(change -> Objects.requireNonNullElse(change.to(), ""));

    private final Map<String, List<RegionRow>> byCode;
    private final String source;
    private final Map<List<Object>, Set<String>> sources = new HashMap<>();
    private final Map<List<Object>, RegionChange> found = new LinkedHashMap<>();

    RegionSuccession(SortedMap<String, List<RegionRow>> byCode, String source) {
        this.byCode = byCode;
        this.source = source;
    }

    /** The changes by day, then by code. */
    List<RegionChange> changes() {
        List<RegionRow> rows = byCode.values().stream().flatMap(List::stream).toList();
        for (RegionRow row : rows) {
            LocalDate end = row.until();
            if (end != null) {
                successors(row)
                        .forEach(to -> sources.computeIfAbsent(List.of(end, to), key -> new HashSet<>())
                                .add(row.code()));
            }
        }
        rows.forEach(this::addEnd);
        rows.forEach(this::addCeded);
        Optional<LocalDate> first =
                found.values().stream().map(RegionChange::date).min(Comparator.naturalOrder());
        Set<List<Object>> explained = new HashSet<>();
        for (RegionChange change : found.values()) {
            if (change.to() != null && change.kind() != Kind.BOUNDARY) {
                explained.add(List.of(change.date(), change.to()));
            }
        }
        first.ifPresent(day -> rows.forEach(row -> addBeginning(row, day, explained)));
        List<RegionChange> changes = new ArrayList<>(found.values());
        changes.sort(ORDER);
        return changes;
    }

    /** The successors given; the code itself where none is given but the code goes on. */
    private List<String> successors(RegionRow row) {
        LocalDate end = row.until();
        boolean goesOn = row.successors().isEmpty()
                && end != null
                && on(row.code(), end).filter(next -> end.equals(next.from())).isPresent();
        return goesOn ? List.of(row.code()) : row.successors();
    }

    private void addEnd(RegionRow row) {
        LocalDate end = row.until();
        if (end == null) {
            return;
        }
        List<String> successors = successors(row);
        if (successors.isEmpty()) {
            add(end, Kind.ABOLISH, row.code(), null);
        }
        for (String to : successors) {
            add(end, successors.size() > 1 ? Kind.SPLIT : kindOfOne(row, to, end), row.code(), to);
        }
    }

    private Kind kindOfOne(RegionRow row, String to, LocalDate end) {
        boolean toWasThere = on(to, end.minusDays(1)).isPresent()
                && on(to, end).filter(after -> !end.equals(after.from())).isPresent();
        boolean hasOtherParts = sources.getOrDefault(List.of(end, to), Set.of()).size() > 1;
        if (hasOtherParts || (toWasThere && !to.equals(row.code()))) {
            return Kind.MERGE;
        }
        Optional<RegionRow> after = on(to, end);
        if (after.isPresent() && !Objects.equals(row.parent(), after.get().parent())) {
            return Kind.TRANSFER;
        }
        return to.equals(row.code()) ? Kind.RENAME : Kind.RECODE;
    }

    /** A part that went elsewhere while its region stayed. */
    private void addCeded(RegionRow row) {
        for (RegionRow.Ceded part : row.ceded()) {
            boolean bothAreThere = !part.code().equals(row.code())
                    && row.isInForceOn(part.date().minusDays(1))
                    && on(part.code(), part.date()).isPresent();
            if (bothAreThere) {
                add(part.date(), Kind.BOUNDARY, row.code(), part.code());
            }
        }
    }

    private void addBeginning(RegionRow row, LocalDate first, Set<List<Object>> explained) {
        LocalDate begin = row.from();
        if (begin == null || begin.isBefore(first)) {
            return;
        }
        if (!explained.contains(List.of(begin, row.code()))) {
            add(begin, Kind.ESTABLISH, null, row.code());
        }
    }

    private void add(LocalDate date, Kind kind, @Nullable String from, @Nullable String to) {
        List<Object> key = List.of(date, kind, from == null ? "" : from, to == null ? "" : to);
        found.putIfAbsent(key, new RegionChange(date, kind, from, to, null, null, source));
    }

    private Optional<RegionRow> on(String code, LocalDate day) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(row -> row.isInForceOn(day))
                .findFirst();
    }
}
