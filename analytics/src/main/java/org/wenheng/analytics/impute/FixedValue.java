package org.wenheng.analytics.impute;

import java.math.BigDecimal;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * The same value for all.
 *
 * @param value in the indicator's unit
 */
public record FixedValue(double value) implements Imputation {

    /**
     * @throws IllegalArgumentException if the value is not a finite number
     */
    public FixedValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Expected a finite number to fill in, found " + value);
        }
    }

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        for (int row : filling.gaps()) {
            filling.fill(row, value, new Source.Rule(), 0);
        }
        return filling.done();
    }

    @Override
    public Title description() {
        String written = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return new Title("以固定值" + written + "填补", "Filled in with the fixed value " + written);
    }
}
