package org.wenheng.analytics.impute;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Between the region's values before and after the gap. Before the first value and after the last one the nearest value
 * holds, so that a series of one value is that value throughout.
 */
public record Interpolation(Between between) implements Imputation {
    private static final Title EMPTY = new Title("该地区各期均没有值", "the region has no value in any period");

    /** What holds between two values. */
    public enum Between {
        /** The straight line over time. */
        LINE,
        /** The earlier value, until the later. */
        STEP
    }

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        for (int[] series : surroundings.panel().series()) {
            int before = -1;
            int after = next(filling, series, 0);
            for (int place = 0; place < series.length; place++) {
                if (!filling.missing(series[place])) {
                    before = place;
                    after = next(filling, series, place + 1);
                } else if (before < 0 && after == series.length) {
                    filling.leave(series[place], EMPTY);
                } else if (before < 0 || after == series.length || between == Between.STEP) {
                    hold(filling, series[place], series[before < 0 ? after : before], surroundings.panel());
                } else {
                    line(filling, series[place], series[before], series[after], surroundings.panel());
                }
            }
        }
        return filling.done();
    }

    private static int next(Filling filling, int[] series, int from) {
        int place = from;
        while (place < series.length && filling.missing(series[place])) {
            place++;
        }
        return place;
    }

    private static void hold(Filling filling, int row, int nearest, Panel panel) {
        int period = panel.period(nearest);
        filling.fill(row, filling.known()[nearest], new Source.Periods(period, period), 1);
    }

    private static void line(Filling filling, int row, int before, int after, Panel panel) {
        double start = panel.period(before);
        double share = (panel.period(row) - start) / (panel.period(after) - start);
        double earlier = filling.known()[before];
        double later = filling.known()[after];
        filling.fill(
                row,
                earlier + share * (later - earlier),
                new Source.Periods(panel.period(before), panel.period(after)),
                2);
    }

    @Override
    public Title description() {
        return switch (between) {
            case LINE -> new Title("前后两期的值线性内插,两端取最近的值", "Interpolated over time, the nearest value at the ends");
            case STEP -> new Title("以前一期的值填补,开头取最早的值", "Filled in with the value before, at the start with the first");
        };
    }
}
