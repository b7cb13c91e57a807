package org.wenheng.ingest.lake;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Relation;
import org.wenheng.ingest.submission.CheckedFile;
import org.wenheng.ingest.submission.Known;

/**
 * Of which regions, periods and elements the files of a batch need to know.
 *
 * @param elements elements that the files give, and those that a relation ties to them
 * @param periods periods that the files give, and those of the same quarter or year that a relation adds up
 * @param history periods before these, as far back as a history tells
 * @param previous the periods just before those of the files
 * @param regions regions that the files are about
 * @param relatives regions above, beside and below these
 * @param peers regions that these are compared with
 */
record KnownScope(
        Set<String> elements,
        Set<String> periods,
        Set<String> history,
        Set<String> previous,
        Set<String> regions,
        Set<String> relatives,
        Set<String> peers) {

    /** What the files need to know. */
    static KnownScope of(Collection<CheckedFile> files, Catalogue catalogue) {
        KnownScope scope = new KnownScope(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        for (CheckedFile file : files) {
            for (CheckedCell cell : file.cells()) {
                ObservationKey key = cell.key();
                if (key != null) {
                    scope.elements.add(key.elementCode());
                    scope.periods.add(key.period());
                    scope.regions.add(key.regionCode());
                }
            }
        }
        scope.lookBack();
        scope.lookAtRelations(catalogue);
        scope.lookAround(catalogue);
        return scope;
    }

    /** All periods in question, in order of their codes. */
    Set<String> allPeriods() {
        Set<String> all = new TreeSet<>(periods);
        all.addAll(history);
        return all;
    }

    private void lookBack() {
        for (String code : periods) {
            Optional<Period> period = Period.parse(code);
            for (int back = 1; back <= Known.HISTORY_PERIODS && period.isPresent(); back++) {
                period = period.map(Period::previous);
                String before = period.map(Period::code).orElse(code);
                history.add(before);
                if (back == 1) {
                    previous.add(before);
                }
            }
        }
    }

    private void lookAtRelations(Catalogue catalogue) {
        Set<String> given = Set.copyOf(elements);
        List<Period> givenPeriods =
                periods.stream().map(Period::parse).flatMap(Optional::stream).toList();
        for (Relation relation : catalogue.relations()) {
            if (relation.elements().stream().noneMatch(given::contains)) {
                continue;
            }
            Set<Frequency> frequencies = relation.elements().stream()
                    .map(catalogue.elements()::get)
                    .filter(Objects::nonNull)
                    .map(Element::frequency)
                    .collect(Collectors.toCollection(TreeSet::new));
            elements.addAll(relation.elements());
            if (frequencies.size() > 1) {
                Frequency longest = Collections.max(frequencies);
                for (Period period : givenPeriods) {
                    if (!longest.isFinerThan(period.frequency())) {
                        frequencies.forEach(frequency -> period.within(longest).parts(frequency).stream()
                                .map(Period::code)
                                .forEach(periods::add));
                    }
                }
            }
        }
    }

    private void lookAround(Catalogue catalogue) {
        Set<String> parents = new HashSet<>();
        Set<PeerNumbers.Kind> kinds = new HashSet<>();
        for (String code : regions) {
            catalogue.findRegion(code).ifPresent(region -> {
                kinds.add(PeerNumbers.Kind.of(region));
                if (region.parent() != null) {
                    parents.add(region.parent());
                }
            });
        }
        relatives.addAll(parents);
        for (Region region : catalogue.regions().values()) {
            if (region.parent() != null && (parents.contains(region.parent()) || regions.contains(region.parent()))) {
                relatives.add(region.code());
            }
            if (kinds.stream().anyMatch(kind -> kind.includes(region))) {
                peers.add(region.code());
            }
        }
    }
}
