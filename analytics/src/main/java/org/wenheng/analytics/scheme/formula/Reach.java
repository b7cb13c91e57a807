package org.wenheng.analytics.scheme.formula;

/**
 * Which periods of an element a formula means, seen from the period that is scored.
 *
 * @param kind which periods, and what is made of them
 * @param periods for {@link Kind#MEAN_OF_LAST} how many periods, at least 1; otherwise 1
 */
public record Reach(Kind kind, int periods) {
    /** The period itself: {@code X}. */
    public static final Reach PERIOD = new Reach(Kind.PERIOD, 1);
    /** The period of the same kind before it: {@code previous(X)}. */
    public static final Reach PREVIOUS = new Reach(Kind.PREVIOUS, 1);
    /** From 1 January to the end of the period: {@code ytd(X)}. */
    public static final Reach YEAR_TO_DATE = new Reach(Kind.YEAR_TO_DATE, 1);
    /** The most periods of {@link #meanOfLast}: ten years of months. */
    public static final int MOST_PERIODS = 120;

    /** The ways to reach. */
    public enum Kind {
        PERIOD,
        PREVIOUS,
        YEAR_TO_DATE,
        MEAN_OF_LAST
    }

    public Reach {
        boolean inRange = kind == Kind.MEAN_OF_LAST ? periods >= 1 && periods <= MOST_PERIODS : periods == 1;
        if (!inRange) {
            throw new IllegalArgumentException("Invalid number of periods for %s: %d".formatted(kind, periods));
        }
    }

    /**
     * The mean of the element's last periods of its own kind, the last one being the one in which the scored period ends:
     * {@code mean(X, 12)}. It crosses years.
     *
     * @param periods 1 to {@link #MOST_PERIODS}
     */
    public static Reach meanOfLast(int periods) {
        return new Reach(Kind.MEAN_OF_LAST, periods);
    }
}
