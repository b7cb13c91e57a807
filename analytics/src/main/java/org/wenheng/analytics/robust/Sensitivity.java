package org.wenheng.analytics.robust;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.SobolIndices.Bootstrap;

/** Which of the uncertainties move an index, and how much. */
public final class Sensitivity {
    private final Replications replications;
    private final Bootstrap bootstrap;

    private Sensitivity(Replications replications, Bootstrap bootstrap) {
        this.replications = replications;
        this.bootstrap = bootstrap;
    }

    /**
     * Builds the index at the points of a design.
     *
     * @throws IllegalArgumentException as {@link Replications#replay}
     */
    public static Sensitivity of(
            Study study, List<Uncertainty> uncertainties, SobolDesign design, Bootstrap bootstrap) {
        return new Sensitivity(Replications.replay(study, uncertainties, design.points()), bootstrap);
    }

    /** The index at every point, with those that failed. */
    public Replications replications() {
        return replications;
    }

    /**
     * The index at the points of A and B alone, which are drawn independently of each other, as those between them are not:
     * the ones to take rank intervals of.
     */
    public Replications sample() {
        return replications.first(2 * replications.count() / (factors().size() + 2));
    }

    /** The names of the uncertainties, in the order of effects. */
    public List<String> factors() {
        return replications.uncertainties();
    }

    /**
     * What moves the ranking as a whole: the mean over the rows of |rank − nominal rank|.
     *
     * @throws IllegalArgumentException if fewer than two samples are complete
     */
    public SobolIndices ofRanking() {
        return indices(IntStream.range(0, replications.count())
                .mapToDouble(i -> replications.outcome(i) instanceof Built built
                        ? Ranks.meanChange(built.ranks(), replications.nominalRanks())
                        : Double.NaN)
                .toArray());
    }

    /**
     * What moves the score of a row.
     *
     * @throws IllegalArgumentException if fewer than two samples are complete
     */
    public SobolIndices ofScore(int row) {
        return indices(centred(replications.scoresOf(row)));
    }

    /**
     * What moves the rank of a row.
     *
     * @throws IllegalArgumentException if fewer than two samples are complete
     */
    public SobolIndices ofRank(int row) {
        return indices(centred(replications.ranksOf(row)));
    }

    /**
     * Counted from the mean, for scores are far from 0 and vary little. What is to be estimated stays the same, since
     * mixing a column leaves the mean as it is; but the estimate of a first-order effect no longer carries the whole score
     * times the error of a difference of means.
     */
    private static double[] centred(double[] results) {
        double mean = Moments.of(results).mean();
        return Arrays.stream(results).map(result -> result - mean).toArray();
    }

    private SobolIndices indices(double[] results) {
        return SobolIndices.of(results, factors().size(), bootstrap);
    }
}
