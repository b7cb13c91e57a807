package org.wenheng.analytics.scheme.method;

import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Title;

/**
 * Straight lines between points (线性插值): {@code s0 + (x − x0)/(x1 − x0)·(s1 − s0)}; below the first and above the last
 * point their points stay. Range and direction are those of the points: rising for higher is better, falling for lower.
 * Source: policy facts 2.1.
 *
 * @param corners values with the points they earn, values strictly rising; at least two
 */
public record Linear(List<Corner> corners) implements PointMethod {

    public Linear {
        corners = List.copyOf(corners);
    }

    /**
     * A value and the points it earns.
     *
     * @param value in the indicator's unit
     * @param points 0 to 100
     */
    public record Corner(double value, double points) {
        Corner scaled(double share) {
            return new Corner(value * share, points);
        }
    }

    @Override
    public double points(double value) {
        Corner last = corners.get(0);
        if (value <= last.value()) {
            return last.points();
        }
        for (Corner next : corners.subList(1, corners.size())) {
            if (value <= next.value()) {
                double way = (value - last.value()) / (next.value() - last.value());
                return last.points() + way * (next.points() - last.points());
            }
            last = next;
        }
        return last.points();
    }

    @Override
    public Linear scaled(double share) {
        return new Linear(corners.stream().map(corner -> corner.scaled(share)).toList());
    }

    @Override
    public Title description() {
        return new Title("线性插值:" + listed("→%s分", "、"), "Linear between: " + listed(" earns %s", ", "));
    }

    String listed(String earns, String separator) {
        return corners.stream()
                .map(corner -> Written.number(corner.value()) + earns.formatted(Written.number(corner.points())))
                .collect(Collectors.joining(separator));
    }
}
