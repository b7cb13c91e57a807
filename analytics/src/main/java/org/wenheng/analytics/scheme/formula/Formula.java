package org.wenheng.analytics.scheme.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A formula over element codes, such as {@code ytd(FILM_DONE) / (N_VIL * months) * 100}. Two formulas are equal if they
 * say the same, however they are written.
 */
public sealed interface Formula {

    /** The value in a situation; without a number where an element has none, see {@link Quantity}. */
    Quantity evaluate(Situation situation);

    /** The elements that occur, from left to right. */
    Stream<ElementAt> occurrences();

    /** Codes of the elements that occur, in the order of their first occurrence. */
    default Set<String> elements() {
        return occurrences().map(ElementAt::element).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The operations on two formulas. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        SMALLER,
        LARGER
    }

    /** A number as written. */
    record Constant(double value) implements Formula {
        @Override
        public Quantity evaluate(Situation situation) {
            return Quantity.of(value);
        }

        @Override
        public Stream<ElementAt> occurrences() {
            return Stream.empty();
        }
    }

    /** {@code months}: the months of the year that have passed. */
    record Months() implements Formula {
        @Override
        public Quantity evaluate(Situation situation) {
            return Quantity.of(situation.months());
        }

        @Override
        public Stream<ElementAt> occurrences() {
            return Stream.empty();
        }
    }

    /** An element in the periods that a reach means. */
    record ElementAt(String element, Reach reach) implements Formula {
        @Override
        public Quantity evaluate(Situation situation) {
            return situation.element(element, reach);
        }

        @Override
        public Stream<ElementAt> occurrences() {
            return Stream.of(this);
        }
    }

    /** Two formulas joined by an operation. */
    record Operation(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public Quantity evaluate(Situation situation) {
            Quantity a = left.evaluate(situation);
            Quantity b = right.evaluate(situation);
            return switch (operator) {
                case PLUS -> a.plus(b);
                case MINUS -> a.minus(b);
                case TIMES -> a.times(b);
                case DIVIDED_BY -> a.dividedBy(b);
                case SMALLER -> a.smaller(b);
                case LARGER -> a.larger(b);
            };
        }

        @Override
        public Stream<ElementAt> occurrences() {
            return Stream.concat(left.occurrences(), right.occurrences());
        }
    }

    /** What was read: the formula, and what is wrong with the text; the formula counts only if nothing is wrong. */
    record Parsed(Formula formula, List<Fault> faults) {
        public Parsed {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something wrong in the text of a formula.
     *
     * @param column position of the first wrong character, from 1
     */
    record Fault(int column, String chinese, String english) {}
}
