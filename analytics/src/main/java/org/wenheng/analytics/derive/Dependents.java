package org.wenheng.analytics.derive;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.OverRegions;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;

/**
 * What depends on values that are derived anew. It may name more than that, never less.
 *
 * @param below what is rolled up over regions; empty if nothing is
 * @param windows what is seen over several periods
 */
record Dependents(Optional<Scope> below, Scope windows) {

    /**
     * What depends on the own values in these scopes.
     *
     * @param before periods that had values before
     * @param after periods that have values now
     */
    static Dependents of(Catalogue catalogue, List<Scope> own, Set<Period> before, Set<Period> after) {
        if (own.contains(Scope.ALL)) {
            return new Dependents(
                    catalogue.elements().values().stream().anyMatch(Dependents::isRolledUp)
                            ? Optional.of(Scope.ALL)
                            : Optional.empty(),
                    Scope.ALL);
        }
        Set<Period> periods = own.stream()
                .flatMap(scope -> scope.periods().orElseThrow().stream())
                .collect(Collectors.toSet());
        Optional<Set<String>> elements = union(own, Scope::elements);
        Optional<Scope> below = below(catalogue, own, periods, elements, after);
        Set<Period> changed = new HashSet<>(periods);
        below.flatMap(Scope::periods).ifPresent(changed::addAll);
        Set<Period> targets = changed.stream()
                .flatMap(period -> WindowCalendar.KEPT.reached(period).stream())
                .filter(period -> after.contains(period) || before.contains(period))
                .collect(Collectors.toSet());
        // A period that comes or goes ends windows of all regions, whichever of them have a value in it.
        if (!periods.stream().allMatch(period -> before.contains(period) && after.contains(period))) {
            return new Dependents(below, Scope.of(targets));
        }
        Optional<Set<String>> regions = union(own, Scope::regions);
        return new Dependents(
                below,
                new Scope(
                        Optional.of(targets),
                        below.isPresent()
                                ? regions.flatMap(ignored -> below.get().regions())
                                : regions,
                        elements.map(some -> below.flatMap(Scope::elements)
                                .map(more -> together(some, more))
                                .orElse(some))));
    }

    private static Optional<Scope> below(
            Catalogue catalogue,
            List<Scope> own,
            Set<Period> periods,
            Optional<Set<String>> elements,
            Set<Period> after) {
        Predicate<String> touched =
                code -> elements.map(some -> some.contains(code)).orElse(true);
        Set<String> rolledUp = catalogue.elements().values().stream()
                .filter(Dependents::isRolledUp)
                .filter(element ->
                        touched.test(element.code()) || (element.weight() != null && touched.test(element.weight())))
                .map(Element::code)
                .collect(Collectors.toSet());
        if (rolledUp.isEmpty()) {
            return Optional.empty();
        }
        // Weights of a year weigh all periods of that year, and of the next until it has its own.
        Set<Period> weighted = after.stream()
                .filter(period -> periods.stream()
                        .anyMatch(year -> year.frequency() == Frequency.YEAR
                                && (period.year() == year.year() || period.year() == year.year() + 1)))
                .collect(Collectors.toSet());
        boolean byYear = rolledUp.stream()
                .map(code -> catalogue.elements().get(code))
                .anyMatch(element -> element != null && element.weight() != null && touched.test(element.weight()));
        Set<Period> all = byYear ? together(periods, weighted) : periods;
        Leaves leaves = Leaves.of(catalogue, all);
        return Optional.of(new Scope(
                Optional.of(all), union(own, Scope::regions).map(leaves::withThoseAbove), Optional.of(rolledUp)));
    }

    private static boolean isRolledUp(Element element) {
        return element.overRegions() != OverRegions.OWN;
    }

    private static Optional<Set<String>> union(
            List<Scope> scopes, java.util.function.Function<Scope, Optional<Set<String>>> of) {
        return scopes.stream().allMatch(scope -> of.apply(scope).isPresent())
                ? Optional.of(scopes.stream()
                        .flatMap(scope -> of.apply(scope).orElseThrow().stream())
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static <T> Set<T> together(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
