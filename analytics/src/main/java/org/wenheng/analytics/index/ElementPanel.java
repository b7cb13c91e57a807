package org.wenheng.analytics.index;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Element values of regions, each for a period of the element's own frequency. What was never put in is
 * {@link ValueStatus#NOT_REPORTED}.
 */
public final class ElementPanel {
    private static final Cell NOTHING = new Cell(ValueStatus.NOT_REPORTED, Double.NaN, 0, 0);

    private final Map<Place, Cell> cells;
    /** Seen before the cells, so that a panel with a few other values shares all the rest. */
    private final Map<Place, Cell> changes;

    private final Set<String> regions;

    private ElementPanel(Map<Place, Cell> cells, Map<Place, Cell> changes, Set<String> regions) {
        this.cells = cells;
        this.changes = changes;
        this.regions = regions;
    }

    /**
     * The value of an element.
     *
     * @param status whether there is a value, and why not
     * @param value in the element's canonical unit; NaN unless the status is {@link ValueStatus#REPORTED}
     * @param reported observations that went into it
     * @param expected observations that are known of, those without a value included
     */
    public record Cell(ValueStatus status, double value, int reported, int expected) {}

    /**
     * Where a value stands.
     *
     * @param period of the element's own frequency
     */
    public record Place(String region, Period period, String element) {}

    /** The value of an element for a period of the element's own frequency. */
    public Cell at(String region, Period period, String element) {
        return at(new Place(region, period, element));
    }

    /** The value at a place. */
    public Cell at(Place place) {
        Cell changed = changes.get(place);
        return changed == null ? cells.getOrDefault(place, NOTHING) : changed;
    }

    /** Every value that was put in, in no particular order. */
    public Map<Place, Cell> cells() {
        if (changes.isEmpty()) {
            return cells;
        }
        Map<Place, Cell> all = new HashMap<>(cells);
        all.putAll(changes);
        return all;
    }

    /** The same panel with other values at some places; this one stays as it is. */
    public ElementPanel with(Map<Place, Cell> others) {
        Map<Place, Cell> together = new HashMap<>(changes);
        together.putAll(others);
        Set<String> there = new LinkedHashSet<>(regions);
        others.keySet().forEach(place -> there.add(place.region()));
        return new ElementPanel(cells, Map.copyOf(together), Collections.unmodifiableSet(there));
    }

    /** The same panel with the values of some years alone, the first and the last included. */
    public ElementPanel within(int firstYear, int lastYear) {
        Map<Place, Cell> all = cells();
        if (all.keySet().stream()
                .allMatch(place ->
                        place.period().year() >= firstYear && place.period().year() <= lastYear)) {
            return this;
        }
        Map<Place, Cell> kept = new HashMap<>(all);
        kept.keySet()
                .removeIf(place ->
                        place.period().year() < firstYear || place.period().year() > lastYear);
        Set<String> there = new LinkedHashSet<>();
        kept.keySet().forEach(place -> there.add(place.region()));
        return new ElementPanel(Map.copyOf(kept), Map.of(), Collections.unmodifiableSet(there));
    }

    /** Codes of the regions that have any value. */
    public Set<String> regions() {
        return regions;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the values of a panel. */
    public static final class Builder {
        private final Map<Place, Cell> cells = new HashMap<>();
        private final Set<String> regions = new LinkedHashSet<>();

        private Builder() {}

        /** Puts a value; a second value for the same place is an error of the caller. */
        public Builder put(String region, Period period, String element, Cell cell) {
            if (cells.put(new Place(region, period, element), cell) != null) {
                throw new IllegalArgumentException("Two values for %s %s %s".formatted(region, period.code(), element));
            }
            regions.add(region);
            return this;
        }

        /** Puts a reported value that comes from one observation. */
        public Builder put(String region, Period period, String element, double value) {
            return put(region, period, element, new Cell(ValueStatus.REPORTED, value, 1, 1));
        }

        public ElementPanel build() {
            return new ElementPanel(Map.copyOf(cells), Map.of(), Collections.unmodifiableSet(regions));
        }
    }
}
