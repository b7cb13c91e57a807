package org.wenheng.ingest.check;

import java.util.Arrays;

/**
 * Compares a value with a series of others: its own history or its peers. All thresholds are parameters of the rules.
 *
 * <p>Amounts are compared by their logarithms, so that a doubling and a halving weigh the same; what can be negative or has
 * an upper bound is compared as it is. A change must be both unusual, by its modified z-score, and large, by its ratio, to
 * be found: neither the natural jitter of a volatile series nor a small step of a quiet one is worth a county's time.
 *
 * @param magnitude recognises powers of ten
 * @param fewest values that a history needs for a score; a shorter one is judged by the ratio to its last value
 * @param score modified z-score from which a value is unusual
 * @param factor ratio, either way, from which a change is large
 * @param shortFactor the same for a history that is too short for a score
 * @param constantFactor the same for a history that never changed
 * @param countScore difference of counts, in standard deviations of chance, from which it is more than chance
 * @param peersFewest peers that are needed
 * @param peersScore modified z-score among peers from which a value is unusual
 * @param peersFactor ratio to the median of the peers, either way, from which it is far away
 */
public record ChangeCheck(
        Magnitude magnitude,
        int fewest,
        double score,
        double factor,
        double shortFactor,
        double constantFactor,
        double countScore,
        int peersFewest,
        double peersScore,
        double peersFactor) {

    /** The check with the thresholds of the rules. */
    static ChangeCheck of(RuleBook rules) {
        Rule jump = rules.rule(CellCode.MAGNITUDE_JUMP);
        Rule history = rules.rule(CellCode.HISTORY_OUTLIER);
        Rule peers = rules.rule(CellCode.PEER_OUTLIER);
        return new ChangeCheck(
                new Magnitude(
                        jump.parameter("tolerance-one-digit"),
                        jump.parameter("tolerance-more-digits"),
                        jump.parameter("smallest")),
                (int) history.parameter("fewest"),
                history.parameter("score"),
                history.parameter("factor"),
                history.parameter("short-factor"),
                history.parameter("constant-factor"),
                history.parameter("count-score"),
                (int) peers.parameter("fewest"),
                peers.parameter("score"),
                peers.parameter("factor"));
    }

    /** What a comparison found. */
    public enum Kind {
        /** Nothing unusual. */
        USUAL,
        /** A power of ten away. */
        MAGNITUDE,
        /** Unusual and far away otherwise. */
        OUTLIER
    }

    /**
     * The outcome of a comparison.
     *
     * @param expected what the value should be about
     * @param power power of ten by which it is too large or, negative, too small; 0 unless {@link Kind#MAGNITUDE}
     */
    public record Change(Kind kind, double expected, int power) {
        /** Nothing to say. */
        public static final Change NONE = new Change(Kind.USUAL, 0, 0);
    }

    /**
     * How a value is to be compared.
     *
     * @param amount whether it is at least 0 and has no upper bound
     * @param count whether it is a number of events, of which small ones vary by chance
     */
    public record Scale(boolean amount, boolean count) {}

    /**
     * Compares with the own history. A value that is a large step away from the history but not from the last value is
     * usual: the step was found when it came.
     *
     * @param series values before, the latest first; may be empty
     * @param last the value of the latest period, also if it is not part of the series
     */
    public Change withHistory(double value, double[] series, double last, Scale scale) {
        if (series.length == 0) {
            return Change.NONE;
        }
        double expected = series.length < fewest ? series[0] : Baseline.medianOf(series.clone());
        if (isNear(value, expected, Math.min(factor, constantFactor))) {
            return Change.NONE;
        }
        int power = magnitude.power(value, expected);
        if (power != 0) {
            return new Change(Kind.MAGNITUDE, expected, power);
        }
        boolean isOutlier = series.length < fewest
                ? isFar(value, expected, shortFactor) && isMoreThanChance(value, expected, scale)
                : isUnusual(value, expected, series, scale) && !isKnownStep(value, expected, last);
        return isOutlier ? new Change(Kind.OUTLIER, expected, 0) : Change.NONE;
    }

    private boolean isKnownStep(double value, double expected, double last) {
        return isFar(last, expected, factor) && isNear(value, last, (1 + factor) / 2);
    }

    private boolean isUnusual(double value, double expected, double[] series, Scale scale) {
        boolean byLogarithm =
                scale.amount() && value > 0 && Arrays.stream(series).allMatch(one -> one > 0);
        double[] compared = byLogarithm ? Arrays.stream(series).map(Math::log).toArray() : series;
        Baseline baseline = Baseline.of(compared);
        if (baseline.spread() == 0) {
            return isFar(value, expected, constantFactor) && isMoreThanChance(value, expected, scale);
        }
        return Math.abs(baseline.score(byLogarithm ? Math.log(value) : value)) > score
                && isFar(value, expected, factor)
                && isMoreThanChance(value, expected, scale);
    }

    /**
     * Compares with peers of very different size: by the logarithm, positive values only. A power of ten is found where the
     * value is unusual and would be usual without it.
     *
     * @param peers values of others, in any order
     */
    public Change withPeers(double value, double[] peers) {
        double[] logarithms =
                Arrays.stream(peers).filter(peer -> peer > 0).map(Math::log10).toArray();
        if (logarithms.length < peersFewest || !(value > 0)) {
            return Change.NONE;
        }
        Baseline baseline = Baseline.of(logarithms);
        double digits = Math.log10(value);
        double expected = Math.pow(10, baseline.median());
        if (Math.abs(baseline.score(digits)) <= peersScore || !isFar(value, expected, peersFactor)) {
            return Change.NONE;
        }
        int power = (int) Math.rint(digits - baseline.median());
        boolean isSlip = power != 0
                && Math.abs(power) <= Magnitude.MOST
                && Math.max(value, expected) >= magnitude.smallest()
                && Math.abs(baseline.score(digits - power)) <= peersScore / 2;
        return isSlip ? new Change(Kind.MAGNITUDE, expected, power) : new Change(Kind.OUTLIER, expected, 0);
    }

    /** Whether the ratio of two values lies within a factor; equal values do, a zero and another value do not. */
    private static boolean isNear(double value, double other, double within) {
        return value == other || (value * other > 0 && value / other < within && other / value < within);
    }

    private static boolean isFar(double value, double other, double factor) {
        return !isNear(value, other, factor);
    }

    /**
     * Whether two counts differ by more than chance explains. Twice the square root of a Poisson count has a variance of
     * about 1 (Bartlett 1936), so the difference of two such roots divided by the square root of 2 is about standard normal.
     */
    private boolean isMoreThanChance(double value, double other, Scale scale) {
        return !scale.count()
                || value < 0
                || other < 0
                || Math.sqrt(2) * Math.abs(Math.sqrt(value) - Math.sqrt(other)) > countScore;
    }
}
