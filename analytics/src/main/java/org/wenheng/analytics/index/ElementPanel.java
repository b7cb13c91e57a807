package org.wenheng.analytics.index;

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

    private final Map<Key, Cell> cells;
    private final Set<String> regions;

    private ElementPanel(Map<Key, Cell> cells, Set<String> regions) {
        this.cells = cells;
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

    private record Key(String region, Period period, String element) {}

    /** The value of an element for a period of the element's own frequency. */
    public Cell at(String region, Period period, String element) {
        return cells.getOrDefault(new Key(region, period, element), NOTHING);
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
        private final Map<Key, Cell> cells = new HashMap<>();
        private final Set<String> regions = new LinkedHashSet<>();

        private Builder() {}

        /** Puts a value; a second value for the same place is an error of the caller. */
        public Builder put(String region, Period period, String element, Cell cell) {
            if (cells.put(new Key(region, period, element), cell) != null) {
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
            return new ElementPanel(Map.copyOf(cells), java.util.Collections.unmodifiableSet(regions));
        }
    }
}
