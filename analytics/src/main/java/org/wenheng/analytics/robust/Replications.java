package org.wenheng.analytics.robust;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.Outcome.Failed;

/**
 * An index built many times, each time otherwise. A replication is a function of its point alone, so that the result does
 * not depend on threads and any replication can be made again. Those that failed are counted and keep their place and
 * reason. Kept are 12 bytes a row and replication and, while they are made, 8 bytes a row for whatever a treatment or a
 * method may make of an indicator.
 */
public final class Replications {
    private final Declaration declaration;
    private final double[][] points;
    private final List<Outcome> outcomes;
    private final double[] nominalScores;
    private final int[] nominalRanks;

    private Replications(
            Declaration declaration,
            double[][] points,
            List<Outcome> outcomes,
            double[] nominalScores,
            int[] nominalRanks) {
        this.declaration = declaration;
        this.points = points;
        this.outcomes = outcomes;
        this.nominalScores = nominalScores;
        this.nominalRanks = nominalRanks;
    }

    /** A replication that failed. */
    public record Failure(int replication, String reason) {}

    /**
     * Replications at random.
     *
     * @throws IllegalArgumentException if the nominal index cannot be built, or an uncertainty names something that does not
     *     exist, which is told with what exists, or changes what another one changes
     */
    public static Replications draw(Study study, List<Uncertainty> uncertainties, Draws draws) {
        return at(new Declaration(study, uncertainties), draws.points(uncertainties.size()));
    }

    /**
     * Replications at given points of the unit cube: those of a design, or earlier ones again.
     *
     * @param points replications × uncertainties, from 0, below 1
     * @throws IllegalArgumentException as when they are drawn, or if a point has another number of coordinates than there
     *     are uncertainties or is outside the unit cube
     */
    public static Replications replay(Study study, List<Uncertainty> uncertainties, double[][] points) {
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != uncertainties.size()) {
                throw new IllegalArgumentException("Point %d has %d coordinates for %d uncertainties"
                        .formatted(i, points[i].length, uncertainties.size()));
            }
            for (double coordinate : points[i]) {
                if (!(coordinate >= 0 && coordinate < 1)) {
                    throw new IllegalArgumentException(
                            "Point %d has the coordinate %s, outside of 0 to 1".formatted(i, coordinate));
                }
            }
        }
        return at(new Declaration(study, uncertainties), points);
    }

    private static Replications at(Declaration declaration, double[][] points) {
        Study study = declaration.study();
        Rebuilding rebuilding = new Rebuilding(study);
        List<Outcome> outcomes = Arrays.stream(points)
                .parallel()
                .map(point -> rebuilding.outcome(() -> declaration.variant(point)))
                .toList();
        double[] nominal = rebuilding.nominal();
        return new Replications(declaration, points, outcomes, nominal, study.ranks(nominal));
    }

    /**
     * The first of them by themselves.
     *
     * @param count from 0 to {@link #count()}
     */
    public Replications first(int count) {
        return new Replications(
                declaration, Arrays.copyOf(points, count), outcomes.subList(0, count), nominalScores, nominalRanks);
    }

    /** How many there are, with those that failed. */
    public int count() {
        return points.length;
    }

    /** The names of what varied, in the order of coordinates. */
    public List<String> uncertainties() {
        return declaration.uncertainties().stream().map(Uncertainty::name).toList();
    }

    /** The point of a replication; with it alone it can be made again. */
    public double[] point(int replication) {
        return points[replication].clone();
    }

    /**
     * What every uncertainty came to in a replication, in their order.
     *
     * @throws IllegalArgumentException if one could not be drawn, as the outcome says
     */
    public List<Drawn> parameters(int replication) {
        return declaration.drawn(points[replication]);
    }

    /** What came of a replication. */
    public Outcome outcome(int replication) {
        return outcomes.get(replication);
    }

    /** The replications that failed, with the reasons. */
    public List<Failure> failures() {
        return IntStream.range(0, count())
                .filter(i -> outcomes.get(i) instanceof Failed)
                .mapToObj(i -> new Failure(i, ((Failed) outcomes.get(i)).reason()))
                .toList();
    }

    /** The scores when nothing varies, by row. Read, never written to. */
    public double[] nominalScores() {
        return nominalScores;
    }

    /** The ranks when nothing varies, by row. Read, never written to. */
    public int[] nominalRanks() {
        return nominalRanks;
    }

    /** The ranks of a row, by replication; NaN where it had none. */
    public double[] ranksOf(int row) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome instanceof Built built && built.ranks()[row] != Ranks.NONE
                        ? built.ranks()[row]
                        : Double.NaN)
                .toArray();
    }

    /** The scores of a row, by replication; NaN where it had none. */
    public double[] scoresOf(int row) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome instanceof Built built ? built.scores()[row] : Double.NaN)
                .toArray();
    }

    /**
     * How rank and score of every row came out.
     *
     * @param share of the replications that the intervals are to hold, above 0 and below 1
     */
    public List<RowStatistics> statistics(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("An interval cannot hold a share of " + share);
        }
        return IntStream.range(0, nominalRanks.length)
                .parallel()
                .mapToObj(row -> RowStatistics.of(
                        row, nominalRanks[row], nominalScores[row], ranksOf(row), scoresOf(row), share))
                .toList();
    }

    /**
     * The share of the replications in which a row had each rank, of those in which it had one; the first is that of rank 1.
     * Rank acceptability of Lahdelma and Salminen, SMAA-2 (2001). All NaN if the row never had a rank.
     */
    public double[] acceptability(int row) {
        return shares(ranksOf(row), nominalRanks.length, rank -> (int) rank - 1);
    }

    /** The share of the replications in which a row was among the first, of those in which it had a rank; NaN if in none. */
    public double amongFirst(int row, int places) {
        return shares(ranksOf(row), 2, rank -> rank <= places ? 0 : 1)[0];
    }

    /** The share of the replications in which a row had each grade, the best first; all NaN if it never had a score. */
    public double[] grades(int row, Grades grades) {
        return shares(scoresOf(row), grades.count(), grades::of);
    }

    private static double[] shares(double[] values, int classes, DoubleToIntFunction classOf) {
        double[] shares = new double[classes];
        int there = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                shares[classOf.applyAsInt(value)]++;
                there++;
            }
        }
        for (int i = 0; i < classes; i++) {
            shares[i] /= there;
        }
        return shares;
    }

    /** How two rows stood to each other. */
    public PairComparison compare(int row, int other) {
        int above = 0;
        int equal = 0;
        int below = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Built built
                    && built.ranks()[row] != Ranks.NONE
                    && built.ranks()[other] != Ranks.NONE) {
                above += built.ranks()[row] < built.ranks()[other] ? 1 : 0;
                equal += built.ranks()[row] == built.ranks()[other] ? 1 : 0;
                below += built.ranks()[row] > built.ranks()[other] ? 1 : 0;
            }
        }
        return PairComparison.of(above, equal, below);
    }
}
