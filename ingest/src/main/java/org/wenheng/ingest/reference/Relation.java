package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the values of several elements of the same region, facility and period must be to each other. A relation with a
 * value that is not known says nothing: missing is never zero.
 */
public sealed interface Relation {

    /** The elements it is about, those that a reporter would correct first at the beginning. */
    List<String> elements();

    /**
     * The parts together are the whole.
     *
     * @param tolerance largest difference that rounding explains, in the unit of the whole
     */
    record Sum(List<String> parts, String whole, BigDecimal tolerance) implements Relation {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public List<String> elements() {
            return Stream.concat(Stream.of(whole), parts.stream()).toList();
        }
    }

    /** The parts together are not above the wholes together: a subset is not larger than what it is taken from. */
    record Limit(List<String> parts, List<String> wholes) implements Relation {
        public Limit {
            parts = List.copyOf(parts);
            wholes = List.copyOf(wholes);
        }

        @Override
        public List<String> elements() {
            return Stream.concat(parts.stream(), wholes.stream()).toList();
        }
    }

    /**
     * One value per unit of another one lies within bounds.
     *
     * @param atLeast null if there is no lower bound
     * @param atMost null if there is no upper bound
     */
    record Ratio(
            String of,
            String per,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost) implements Relation {
        @Override
        public List<String> elements() {
            return List.of(of, per);
        }
    }

    /** Where there is some of the one there is some of the other. */
    record Implication(String given, String needed) implements Relation {
        @Override
        public List<String> elements() {
            return List.of(given, needed);
        }
    }
}
