package org.wenheng.analytics.impute;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/** Fills in nothing: the rule for official scores. */
public record NoImputation() implements Imputation {

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        for (int row : filling.gaps()) {
            filling.leave(row, description());
        }
        return filling.done();
    }

    @Override
    public Title description() {
        return new Title("不填补", "Not imputed");
    }
}
