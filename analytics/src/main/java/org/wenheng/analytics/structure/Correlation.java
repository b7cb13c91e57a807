package org.wenheng.analytics.structure;

/** How the moving together of two columns is measured. */
public enum Correlation {
    /** Linear, of the values (Pearson 1895). */
    PEARSON,
    /** Pearson's coefficient of the ranks, ties share the mean of their places (Spearman 1904). */
    SPEARMAN,
    /** τ-b: pairs of rows in the same order less those in opposite order, corrected for ties (Kendall 1945). */
    KENDALL;

    /**
     * Over the rows in which both columns have a value; ranks are taken among these.
     *
     * @throws IllegalArgumentException if the columns differ in length or a value is infinite
     */
    public Coefficient of(double[] left, double[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException("Columns of %d and %d rows".formatted(left.length, right.length));
        }
        return of(SortedColumn.of(Finite.column(left)), SortedColumn.of(Finite.column(right)));
    }

    /** Of columns that are sorted already, as those of a matrix are once for all their partners. */
    Coefficient of(SortedColumn left, SortedColumn right) {
        return switch (this) {
            case PEARSON -> pearson(left.values(), right.values());
            case SPEARMAN -> pearson(left.ranksAmong(right.values()), right.ranksAmong(left.values()));
            case KENDALL -> KendallTau.of(left, right);
        };
    }

    private static Coefficient pearson(double[] left, double[] right) {
        int pairs = 0;
        double leftSum = 0;
        double rightSum = 0;
        double leftFirst = Double.NaN;
        double rightFirst = Double.NaN;
        boolean leftVaries = false;
        boolean rightVaries = false;
        for (int row = 0; row < left.length; row++) {
            double x = left[row];
            double y = right[row];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                continue;
            }
            if (pairs++ == 0) {
                leftFirst = x;
                rightFirst = y;
            }
            leftVaries |= x != leftFirst;
            rightVaries |= y != rightFirst;
            leftSum += x;
            rightSum += y;
        }
        if (!leftVaries || !rightVaries) {
            return Coefficient.undefined(pairs);
        }
        double leftMean = leftSum / pairs;
        double rightMean = rightSum / pairs;
        double leftSquares = 0;
        double rightSquares = 0;
        double products = 0;
        for (int row = 0; row < left.length; row++) {
            double x = left[row] - leftMean;
            double y = right[row] - rightMean;
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                leftSquares += x * x;
                rightSquares += y * y;
                products += x * y;
            }
        }
        return Coefficient.byStudent(products / (Math.sqrt(leftSquares) * Math.sqrt(rightSquares)), pairs);
    }
}
