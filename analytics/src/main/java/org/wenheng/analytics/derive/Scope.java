package org.wenheng.analytics.derive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenheng.ingest.reference.Period;

/**
 * A part of the values of a catalogue: all regions, periods and elements that are named, in every combination. What is not
 * named is not restricted.
 */
record Scope(Optional<Set<Period>> periods, Optional<Set<String>> regions, Optional<Set<String>> elements) {
    /** All values of a catalogue. */
    static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Optional.empty());

    Scope {
        periods = periods.map(Set::copyOf);
        regions = regions.map(Set::copyOf);
        elements = elements.map(Set::copyOf);
    }

    /** All values of these periods. */
    static Scope of(Set<Period> periods) {
        return new Scope(Optional.of(periods), Optional.empty(), Optional.empty());
    }

    /** All values of the periods it names. */
    Scope inWholePeriods() {
        return new Scope(periods, Optional.empty(), Optional.empty());
    }

    /** Rows of these parts of a catalogue, as a condition in Spark SQL; the same scope gives the same text. */
    static String condition(String catalogue, List<Scope> scopes) {
        String any = scopes.stream().map(Scope::condition).distinct().collect(Collectors.joining(" OR "));
        return "catalogue = " + quoted(catalogue) + " AND (" + any + ")";
    }

    private String condition() {
        return Stream.of(
                        periods.map(all ->
                                among("period", all.stream().map(Period::code).toList())),
                        regions.map(all -> among("region_code", all)),
                        elements.map(all -> among("element_code", all)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " AND " + other)
                .map(conditions -> "(" + conditions + ")")
                .orElse("true");
    }

    private static String among(String column, Collection<String> values) {
        return values.isEmpty()
                ? "false"
                : values.stream().sorted().map(Scope::quoted).collect(Collectors.joining(", ", column + " IN (", ")"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
