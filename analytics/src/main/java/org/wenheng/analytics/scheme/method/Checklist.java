package org.wenheng.analytics.scheme.method;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * Points for each item that is there (核查清单). The value is the points that the check found, or the number of items met;
 * clipped to 0 and {@code each × items}. Higher is always better.
 *
 * @param items what is checked
 * @param each points of one item
 * @param counts whether the value counts items; otherwise it is already in points
 */
public record Checklist(List<String> items, double each, Counts counts) implements PointMethod {

    /** What the value of the indicator counts. */
    public enum Counts {
        POINTS,
        ITEMS
    }

    public Checklist {
        items = List.copyOf(items);
    }

    @Override
    public double points(double value) {
        double points = counts == Counts.ITEMS ? value * each : value;
        return Written.between(0, each * items.size(), points);
    }

    /** The same: what is on a list does not grow with the year. */
    @Override
    public Checklist scaled(double share) {
        return this;
    }

    @Override
    public Title description() {
        return new Title(
                "核查清单:%d项,每项%s分(%s),越高越好,得分0–%s"
                        .formatted(
                                items.size(),
                                Written.number(each),
                                String.join("、", items),
                                Written.number(each * items.size())),
                "Checklist: %d items, %s points each (%s), higher is better, points 0–%s"
                        .formatted(
                                items.size(),
                                Written.number(each),
                                String.join(", ", items),
                                Written.number(each * items.size())));
    }
}
