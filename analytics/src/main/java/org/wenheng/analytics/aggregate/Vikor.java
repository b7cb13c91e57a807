package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * VIKOR as a score of which more is better: {@code 1 − Q}, with {@code Q = v·(S − S*)/(S⁻ − S*) + (1 − v)·(R − R*)/(R⁻ − R*)},
 * S the weighted mean and R the greatest of the weighted regrets {@code (best − x)/(best − worst)} of a row, and * and ⁻
 * the least and greatest of all rows. Range 0 to 1, 1 is the compromise. Source: Opricovic and Tzeng, Compromise solution by
 * MCDM methods, European Journal of Operational Research 156 (2004), equations 1–5, where Q itself, less is better, is
 * shown. A constant column has no regret; if S or R is the same for all rows, its term of Q is 0.
 *
 * <p>Contributions: the term of S is a sum over children, {@code v·w·(S⁻ − regret)/(S⁻ − S*)}; that of R is the greatest
 * regret's alone (shared by weight at a tie). A term that is the same for all is shared by weight.
 *
 * @param majority v, 0 to 1: the say of the mean against the single greatest regret; 0.5 is usual
 */
public record Vikor(double majority) implements Aggregation {

    public Vikor {
        if (!(majority >= 0 && majority <= 1)) {
            throw new IllegalArgumentException("A weight v of %s (expected: 0 to 1)".formatted(majority));
        }
    }

    /** By row: the regrets of its children, their weighted mean S and the greatest of them weighted, R. */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    private record Regrets(double[][] byChild, double[] mean, double[] greatest) {}

    @Override
    public double[] scores(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        Regrets regrets = regrets(given, given.weightThere());
        Ends mean = Ends.of(regrets.mean());
        Ends greatest = Ends.of(regrets.greatest());
        double[] scores = new double[given.rows()];
        for (int row = 0; row < scores.length; row++) {
            // NaN of a row of which nothing is there stays NaN.
            scores[row] = majority * goodness(mean, regrets.mean()[row])
                    + (1 - majority) * goodness(greatest, regrets.greatest()[row]);
        }
        return scores;
    }

    /** 1 for the least regret of all rows, 0 for the greatest. */
    private static double goodness(Ends ends, double regret) {
        // In a column of equals 1 too, except that NaN stays.
        return ends.span() == 0 ? 1 + 0 * regret : (ends.greatest() - regret) / ends.span();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[] there = given.weightThere();
        Regrets regrets = regrets(given, there);
        Ends mean = Ends.of(regrets.mean());
        Ends greatest = Ends.of(regrets.greatest());
        double[] sharing = new double[given.rows()];
        for (int child = 0; child < given.count(); child++) {
            for (int row = 0; row < sharing.length; row++) {
                sharing[row] += isGreatest(regrets, row, child, weights[child] / there[row]) ? weights[child] : 0;
            }
        }
        return given.contributions((row, child) -> {
            double weight = weights[child] / there[row];
            double ofMean = weight * goodness(mean, regrets.byChild()[child][row]);
            double ofGreatest = greatest.span() == 0
                    ? weight
                    : isGreatest(regrets, row, child, weight)
                            ? goodness(greatest, regrets.greatest()[row]) * weights[child] / sharing[row]
                            : 0;
            return majority * ofMean + (1 - majority) * ofGreatest;
        });
    }

    private static boolean isGreatest(Regrets regrets, int row, int child, double weight) {
        return weight > 0 && weight * regrets.byChild()[child][row] == regrets.greatest()[row];
    }

    private static Regrets regrets(WeightedChildren given, double[] there) {
        double[][] byChild = new double[given.count()][given.rows()];
        double[] mean = new double[given.rows()];
        double[] greatest = new double[given.rows()];
        for (int child = 0; child < byChild.length; child++) {
            double[] column = given.column(child);
            Ends ends = Ends.of(column);
            for (int row = 0; row < column.length; row++) {
                byChild[child][row] = Double.isNaN(column[row]) ? Double.NaN : 1 - ends.position(column[row]);
                if (!Double.isNaN(column[row])) {
                    double weighted = given.weights()[child] / there[row] * byChild[child][row];
                    mean[row] += weighted;
                    greatest[row] = Math.max(greatest[row], weighted);
                }
            }
        }
        for (int row = 0; row < there.length; row++) {
            if (there[row] == 0) {
                mean[row] = Double.NaN;
                greatest[row] = Double.NaN;
            }
        }
        return new Regrets(byChild, mean, greatest);
    }

    @Override
    public Title description() {
        return new Title(
                "VIKOR(1−Q,越大越好):v=%s".formatted(majority),
                "VIKOR (1 − Q, more is better): v = %s".formatted(majority));
    }
}
