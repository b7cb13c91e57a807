package org.wenheng.analytics.treat;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/** Leaves every value as it is: the rule for official scores. */
public record NoTreatment() implements Settled {

    @Override
    public double of(double value) {
        return value;
    }

    @Override
    public String how(double value) {
        return "";
    }

    /** The column itself, not a copy. */
    @Override
    public Treated treat(double[] column) {
        return new Treated(column, List.of(), description());
    }

    @Override
    public Title description() {
        return new Title("不处理", "Not treated");
    }
}
