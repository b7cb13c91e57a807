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
        return new Title(
                "线性插值:%s,两端之外不变,%s,得分%s"
                        .formatted(listed("→%s分", "、"), direction().nameChinese(), range()),
                "Linear between: %s, level beyond the ends, %s, points %s"
                        .formatted(listed(" earns %s", ", "), direction().nameEnglish(), range()));
    }

    /** Lower is better if the points fall. */
    public Direction direction() {
        return first().points() > last().points() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    /** The points from the least to the most, as people write them. */
    String range() {
        double least = Math.min(first().points(), last().points());
        double most = Math.max(first().points(), last().points());
        return Written.number(least) + "–" + Written.number(most);
    }

    private Corner first() {
        return corners.get(0);
    }

    private Corner last() {
        return corners.get(corners.size() - 1);
    }

    String listed(String earns, String separator) {
        return corners.stream()
                .map(corner -> Written.number(corner.value()) + earns.formatted(Written.number(corner.points())))
                .collect(Collectors.joining(separator));
    }
}
