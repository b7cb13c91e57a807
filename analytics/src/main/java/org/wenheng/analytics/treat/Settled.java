package org.wenheng.analytics.treat;

import java.util.ArrayList;
import java.util.List;

/**
 * A treatment with every number settled: what becomes of a value does not depend on the others. Settled on a base period,
 * it treats every later period alike, so that published scores do not move when a period is added.
 */
public sealed interface Settled extends Treatment permits NoTreatment, AtBounds, Logarithm, Power, InTurn {

    /** What becomes of a value that is there; never falls when the value rises. */
    double of(double value);

    /** How a value that is there is changed, as in {@link Treatment.Touched}; empty if it is not. */
    String how(double value);

    @Override
    default Treated treat(double[] column) {
        double[] values = column.clone();
        List<Touched> touched = new ArrayList<>();
        for (int row = 0; row < column.length; row++) {
            String how = Double.isNaN(column[row]) ? "" : how(column[row]);
            if (!how.isEmpty()) {
                values[row] = of(column[row]);
                touched.add(new Touched(row, how, column[row], values[row]));
            }
        }
        return new Treated(values, touched, description());
    }
}
