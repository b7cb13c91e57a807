package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Adjusted Mazziotta–Pareto index (AMPI): every child is rescaled to {@code 70 + 60·(x − low)/(high − low)} between
 * goalposts, then {@code M ± S·cv} of the rescaled children. With goalposts that stay, scores are comparable over time.
 * Source: Mazziotta and Pareto, Measuring well-being over time: the adjusted Mazziotta–Pareto index versus other
 * non-compensatory indices, Social Indicators Research 136 (2018). A value beyond the goalposts goes on in a straight line;
 * a column that is constant, with goalposts of its own, is 100 for everyone. Contributions are those of the rescaled
 * children.
 *
 * @param penalty which way unevenness moves the score
 * @param goalposts what is 70 and 130
 */
public record AdjustedMazziottaPareto(Penalty penalty, Goalposts goalposts) implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return penalised(new WeightedChildren(children, weights)).scores();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        return penalised(new WeightedChildren(children, weights)).contributions();
    }

    private PenalisedMean penalised(WeightedChildren given) {
        double[][] rescaled = new double[given.count()][given.rows()];
        for (int child = 0; child < rescaled.length; child++) {
            double[] column = given.column(child);
            Ends ends = ends(given, child);
            for (int row = 0; row < column.length; row++) {
                // 100 in a column of equals, except that NaN stays.
                rescaled[child][row] =
                        ends.span() == 0 ? 100 + 0 * column[row] : 70 + 60 * (column[row] - ends.least()) / ends.span();
            }
        }
        return new PenalisedMean(given.with(Matrix.ofColumns(given.rows(), rescaled)), penalty);
    }

    private Ends ends(WeightedChildren given, int child) {
        if (!(goalposts instanceof Goalposts.Given fixed)) {
            return Ends.of(given.column(child));
        }
        if (fixed.pairs().size() != given.count()) {
            throw new IllegalArgumentException("Goalposts for %d children, found %d children"
                    .formatted(fixed.pairs().size(), given.count()));
        }
        return new Ends(fixed.pairs().get(child).low(), fixed.pairs().get(child).high());
    }

    @Override
    public Title description() {
        boolean fixed = goalposts instanceof Goalposts.Given;
        return new Title(
                "调整的Mazziotta–Pareto指数:%s,%s".formatted(penalty.description().chinese(), fixed ? "固定参照值" : "参照值取自本期各列"),
                "Adjusted Mazziotta–Pareto index: %s, goalposts %s"
                        .formatted(
                                penalty.description().english(), fixed ? "that stay" : "of the columns as they are"));
    }
}
