package org.wenheng.analytics.weigh;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weights from the loadings of the first principal component: the eigenvector of the greatest eigenvalue of the children's
 * correlations. Changes of unit or zero point do not matter. Source: OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 6. If the greatest eigenvalue is not the only one of its size, no component is the first: equal
 * weights, and the note says so.
 *
 * <p>Missing values: rows in which a child that differs has none are not used (row-wise).
 *
 * @param loadings how a loading becomes a weight
 */
public record PrincipalComponentWeights(Loadings loadings) implements Weighting {
    private static final double ROUNDING = 1e-9;

    /** How a loading becomes a weight. */
    public enum Loadings {
        /**
         * In proportion. The component is turned so that the sum of its loadings is above 0; a child whose loading is then
         * below 0 runs against the others and gets weight 0, since more points may not lower the result. If the loadings
         * cancel out, equal weights.
         */
        PROPORTIONAL,
        /** In proportion to their squares, the shares of the component's variance: no sign, none is 0 by rule. */
        SQUARED
    }

    /**
     * The first principal component of columns that differ.
     *
     * @param loadings of length 1, turned so that their sum is at least 0
     * @param eigenvalue of the correlations, 1 to the number of columns
     * @param second the second eigenvalue
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
    record FirstComponent(double[] loadings, double eigenvalue, double second) {

        /** Of at least two columns without missing values. */
        static FirstComponent of(Matrix columns) {
            EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(Correlations.of(columns));
            double[] loadings = eigen.getEigenvector(0).toArray();
            double sign = Arrays.stream(loadings).sum() < 0 ? -1 : 1;
            return new FirstComponent(
                    Arrays.stream(loadings).map(loading -> sign * loading).toArray(),
                    eigen.getEigenvalue(0),
                    eigen.getEigenvalue(1));
        }
    }

    @Override
    public Weighed weigh(Matrix points) {
        return Differing.ofCompleteRows(points).weigh(this::weighDiffering);
    }

    private Weighed weighDiffering(Matrix columns) {
        FirstComponent first = FirstComponent.of(columns);
        int children = columns.columns();
        if (first.eigenvalue() - first.second() <= ROUNDING) {
            return Weighed.equal(
                    children,
                    new Title(
                            "前两个特征值相等,没有第一主成分,取等权",
                            "The first two eigenvalues are equal, no component is the first: equal weights"));
        }
        String share = Written.number(first.eigenvalue() / children);
        String written = Written.numbers(first.loadings());
        Title note = new Title(
                "第一主成分解释方差的%s,载荷:%s".formatted(share, written),
                "The first component explains %s of the variance, loadings: %s".formatted(share, written));
        return switch (loadings) {
            case SQUARED ->
                Weighed.inProportion(
                        Arrays.stream(first.loadings()).map(l -> l * l).toArray(), note);
            case PROPORTIONAL -> proportional(first.loadings(), note);
        };
    }

    private static Weighed proportional(double[] loadings, Title note) {
        if (Arrays.stream(loadings).sum() <= ROUNDING) {
            return Weighed.equal(
                    loadings.length,
                    Written.join(note, new Title("载荷相互抵消,取等权", "the loadings cancel out: equal weights")));
        }
        int against =
                (int) Arrays.stream(loadings).filter(loading -> loading < 0).count();
        Title turned = new Title(
                "%s项载荷为负,权重为0".formatted(against),
                "children with a loading below 0, which have no weight: %s".formatted(against));
        return Weighed.inProportion(
                IntStream.range(0, loadings.length)
                        .mapToDouble(i -> Math.max(0, loadings[i]))
                        .toArray(),
                against == 0 ? note : Written.join(note, turned));
    }

    @Override
    public Title description() {
        return switch (loadings) {
            case PROPORTIONAL ->
                new Title("第一主成分载荷(负载荷为0)", "Loadings of the first principal component, those below 0 as 0");
            case SQUARED -> new Title("第一主成分载荷平方", "Squared loadings of the first principal component");
        };
    }
}
