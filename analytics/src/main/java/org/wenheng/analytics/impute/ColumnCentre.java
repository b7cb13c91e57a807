package org.wenheng.analytics.impute;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * The mean or median of all values of the column: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3,
 * unconditional imputation. A column without values stays as it is.
 */
public record ColumnCentre(Centre centre) implements Imputation {
    private static final Title EMPTY = new Title("本指标没有任何值", "the indicator has no value at all");

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        OrderStatistics there = OrderStatistics.of(filling.known());
        double value = centre.of(there);
        for (int row : filling.gaps()) {
            if (there.size() == 0) {
                filling.leave(row, EMPTY);
            } else {
                filling.fill(row, value, new Source.OtherRows(), there.size());
            }
        }
        return filling.done();
    }

    @Override
    public Title description() {
        return new Title(
                "以本指标全部地区的%s填补".formatted(centre.chinese()),
                "Filled in with the %s of all regions".formatted(centre.english()));
    }
}
