package org.wenheng.ingest.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Relation;

/**
 * Checks values against each other: those of the file, and those known where the file has none. A relation is looked at if
 * one of its values is new, and said at the first of its cells that is. Elements of different frequencies meet in the
 * longest of their periods, as they add up over time.
 */
final class RelationCheck {
    private final Catalogue catalogue;
    private final Checks checks;
    private final Map<String, List<Meeting>> byElement = new HashMap<>();

    /** @param frequency kind of period in which the elements meet; null if all have the same */
    private record Meeting(Relation relation, @Nullable Frequency frequency) {}

    RelationCheck(Catalogue catalogue, Checks checks) {
        this.catalogue = catalogue;
        this.checks = checks;
        for (Relation relation : catalogue.relations()) {
            List<Frequency> frequencies = relation.elements().stream()
                    .map(code -> element(code).frequency())
                    .distinct()
                    .toList();
            Meeting meeting = new Meeting(relation, frequencies.size() == 1 ? null : Collections.max(frequencies));
            relation.elements().stream()
                    .distinct()
                    .forEach(code -> byElement
                            .computeIfAbsent(code, any -> new ArrayList<>())
                            .add(meeting));
        }
    }

    /**
     * What is wrong with the relations that are to be said at a cell.
     *
     * @param jumped the cells that are a power of ten off: if there is one in a relation, it is said there
     */
    List<Finding> check(SettledCells cells, int place, Set<Integer> jumped) {
        ObservationKey key = Objects.requireNonNull(cells.cell(place).key());
        List<Finding> findings = new ArrayList<>(0);
        for (Meeting meeting : byElement.getOrDefault(key.elementCode(), List.of())) {
            RelationPlace at = new RelationPlace(catalogue, cells, key, meeting.frequency());
            if (at.first(meeting.relation(), jumped) == place) {
                Finding finding = check(meeting.relation(), cells.cell(place), at);
                if (finding != null) {
                    findings.add(finding.isOpen() ? at.explained(finding, meeting.relation()) : finding);
                }
            }
        }
        return findings;
    }

    private Element element(String code) {
        return Objects.requireNonNull(catalogue.elements().get(code), code);
    }

    private @Nullable Finding check(Relation relation, CheckedCell cell, RelationPlace at) {
        PartCheck parts = new PartCheck(checks, cell, at);
        ProportionCheck proportions = new ProportionCheck(checks, cell, at);
        if (relation instanceof Relation.Sum sum) {
            return parts.sum(sum);
        }
        if (relation instanceof Relation.Limit limit) {
            return parts.limit(limit);
        }
        if (relation instanceof Relation.Ratio ratio) {
            return isSaidAsPart(ratio, parts) ? null : proportions.ratio(ratio);
        }
        return proportions.implication((Relation.Implication) relation);
    }

    /** A part above its whole is said once, and not again as the ratio of the same two that is out of bounds. */
    private boolean isSaidAsPart(Relation.Ratio ratio, PartCheck parts) {
        Set<String> two = Set.copyOf(ratio.elements());
        return byElement.getOrDefault(ratio.of(), List.of()).stream()
                .map(Meeting::relation)
                .filter(Relation.Limit.class::isInstance)
                .map(Relation.Limit.class::cast)
                .filter(limit -> limit.elements().size() == 2 && two.equals(Set.copyOf(limit.elements())))
                .anyMatch(limit -> parts.limit(limit) != null);
    }
}
