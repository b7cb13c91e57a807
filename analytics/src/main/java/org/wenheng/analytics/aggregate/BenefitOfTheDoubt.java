package org.wenheng.analytics.aggregate;

import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Benefit of the doubt: every row is scored with the weights that suit it best, against the best that any row reaches with
 * those weights. Range 0 to 1; 1 for a row that no other outdoes under its own weights, and a score within 10⁻⁹ of 1 is 1.
 * Source: Cherchye, Moesen, Rogge and Van Puyenbroeck, An introduction to 'benefit of the doubt' composite indicators,
 * Social Indicators Research 82 (2007), with limits on the shares of the children in the score of the row.
 *
 * <p>The weights given say only who takes part: a child of weight 0 does not. A child without a value is left out of the
 * row, the limits of the others widen in proportion, and only rows that have what the row has are compared with it. Values
 * are at least 0; a row with a 0 where the limits ask for a share scores 0. The unit of a child does not matter. Shares, and
 * so contributions, are not unique where several weights suit a row equally well.
 *
 * @param lowestShare of each child in the score, 0 for no limit
 * @param highestShare of each child in the score, 1 for no limit
 */
public record BenefitOfTheDoubt(double lowestShare, double highestShare) implements Aggregation {

    public BenefitOfTheDoubt {
        if (!(lowestShare >= 0 && lowestShare <= highestShare && highestShare <= 1)) {
            throw new IllegalArgumentException("Limits of shares %s and %s (expected: 0 ≤ lowest ≤ highest ≤ 1)"
                    .formatted(lowestShare, highestShare));
        }
    }

    /** Without limits. */
    public BenefitOfTheDoubt() {
        this(0, 1);
    }

    /**
     * @throws IllegalArgumentException if no shares within the limits add up to 1, or a value is below 0
     */
    @Override
    public double[] scores(Matrix children, double[] weights) {
        ShareProgram program = program(new WeightedChildren(children, weights));
        // Each row is a programme of its own: threads do not show.
        return IntStream.range(0, children.rows())
                .parallel()
                .mapToDouble(row -> program.best(row).score())
                .toArray();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        ShareProgram program = program(given);
        ShareProgram.Best[] best = IntStream.range(0, children.rows())
                .parallel()
                .mapToObj(program::best)
                .toArray(ShareProgram.Best[]::new);
        int[] places = new int[given.count()];
        for (int child = 1; child < places.length; child++) {
            places[child] = places[child - 1] + (given.hasSay(child - 1) ? 1 : 0);
        }
        return given.contributions((row, child) -> best[row].score() * best[row].shares()[places[child]]);
    }

    private ShareProgram program(WeightedChildren given) {
        int[] taking = IntStream.range(0, given.count()).filter(given::hasSay).toArray();
        for (int child : taking) {
            double least = Ends.of(given.column(child)).least();
            if (least < 0) {
                throw new IllegalArgumentException(
                        "Child %d has %s: benefit of the doubt takes values from 0".formatted(child, least));
            }
        }
        // Written without division, so that ten shares of 0.1 are exactly 1.
        if (taking.length * lowestShare > 1 + 1e-12 || taking.length * highestShare < 1 - 1e-12) {
            throw new IllegalArgumentException(
                    "No %d shares between %s and %s add up to 1".formatted(taking.length, lowestShare, highestShare));
        }
        return ShareProgram.of(given.children().select(taking), lowestShare, highestShare);
    }

    @Override
    public Title description() {
        return new Title(
                "最有利权重法(BoD):份额%s–%s".formatted(lowestShare, highestShare),
                "Benefit of the doubt: shares %s–%s".formatted(lowestShare, highestShare));
    }
}
