package org.wenheng.analytics.weigh;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * The siblings whose points differ between rows: all that a method can learn from.
 *
 * @param columns rows × siblings that differ
 * @param places of these among all siblings, rising
 * @param siblings how many there are in all
 * @param rowsLeftOut rows that are not used because something is missing in them
 */
@SuppressWarnings("ArrayRecordComponent") // places, compared by nobody
record Differing(Matrix columns, int[] places, int siblings, int rowsLeftOut) {
    private static final double ROUNDING = 1e-12;

    /** Of all rows; values may be missing. */
    static Differing of(Matrix points) {
        check(points);
        return among(points, IntStream.range(0, points.columns()).toArray(), points.columns(), 0);
    }

    /** Of the rows in which every sibling that differs has a value. */
    static Differing ofCompleteRows(Matrix points) {
        Differing all = of(points);
        int[] complete = IntStream.range(0, points.rows())
                .filter(row -> Arrays.stream(all.columns.row(row)).noneMatch(Double::isNaN))
                .toArray();
        return among(all.columns.selectRows(complete), all.places, all.siblings, points.rows() - complete.length);
    }

    private static void check(Matrix points) {
        if (points.columns() == 0) {
            throw new IllegalArgumentException("There is nothing to weigh: no child");
        }
        for (int column = 0; column < points.columns(); column++) {
            for (int row = 0; row < points.rows(); row++) {
                if (Double.isInfinite(points.at(row, column))) {
                    throw new IllegalArgumentException("Points of child %s in row %s are infinite: %s"
                            .formatted(column + 1, row + 1, points.at(row, column)));
                }
            }
        }
    }

    private static Differing among(Matrix points, int[] places, int siblings, int rowsLeftOut) {
        int[] differing = IntStream.range(0, points.columns())
                .filter(column -> differs(OrderStatistics.of(points.column(column))))
                .toArray();
        int[] kept = Arrays.stream(differing).map(column -> places[column]).toArray();
        return new Differing(points.select(differing), kept, siblings, rowsLeftOut);
    }

    private static boolean differs(OrderStatistics values) {
        double least = values.least();
        double greatest = values.greatest();
        return greatest - least > ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
    }

    /**
     * The weights of all siblings.
     *
     * @param method gives weights to the columns of a matrix, all of which differ and which are two at least
     */
    Weighed weigh(Function<Matrix, Weighed> method) {
        return switch (places.length) {
            case 0 ->
                Weighed.equal(
                        siblings,
                        noted(new Title("各项在地区间没有差异,取等权", "No child differs between regions: equal weights")));
            case 1 ->
                onAll(new Weighed(
                        new double[] {1},
                        siblings == 1
                                ? new Title("只有一项", "The only child")
                                : new Title(
                                        "只有一项在地区间有差异,权重全给它",
                                        "Only one child differs between regions and has all the weight")));
            default -> onAll(method.apply(columns));
        };
    }

    private Weighed onAll(Weighed weighed) {
        double[] weights = new double[siblings];
        for (int i = 0; i < places.length; i++) {
            weights[places[i]] = weighed.weights()[i];
        }
        int[] others = IntStream.range(0, siblings)
                .filter(place -> Arrays.binarySearch(places, place) < 0)
                .toArray();
        if (others.length == 0) {
            return new Weighed(weights, noted(weighed.note()));
        }
        String constant = Written.places(others);
        Title note = new Title(
                "第%s项在地区间没有差异,权重为0".formatted(constant),
                "children without differences between regions have no weight: %s".formatted(constant));
        return new Weighed(weights, noted(Written.join(weighed.note(), note)));
    }

    private Title noted(Title note) {
        return rowsLeftOut == 0
                ? note
                : Written.join(
                        note,
                        new Title(
                                "有缺失值的%s行未用".formatted(rowsLeftOut),
                                "rows with a missing value, not used: %s".formatted(rowsLeftOut)));
    }

    /** A column that differs, laid between 0 and 1: {@code (x − min)/(max − min)}; NaN stays. */
    static double[] betweenZeroAndOne(double[] column) {
        OrderStatistics values = OrderStatistics.of(column);
        double least = values.least();
        double range = values.greatest() - least;
        return Arrays.stream(column).map(value -> (value - least) / range).toArray();
    }
}
