package org.wenheng.analytics.weigh;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/** The same weight for each child, whatever the points are. */
public record EqualWeights() implements Weighting {

    @Override
    public Weighed weigh(Matrix points) {
        if (points.columns() == 0) {
            throw new IllegalArgumentException("There is nothing to weigh: no child");
        }
        return Weighed.equal(
                points.columns(),
                new Title(
                        "共%s项,等权".formatted(points.columns()),
                        "Equal weights of %s children".formatted(points.columns())));
    }

    @Override
    public Title description() {
        return new Title("等权", "Equal weights");
    }
}
