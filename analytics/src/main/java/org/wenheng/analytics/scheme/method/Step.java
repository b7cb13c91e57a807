package org.wenheng.analytics.scheme.method;

import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Title;

/**
 * A table of steps (分档计分), the bound belonging to the better step. Higher is better: the points of the highest
 * threshold reached, 0 below the first. Lower is better: the points of the lowest threshold not exceeded, 0 above the
 * last. A value within 1e-9 of a threshold has reached it, so that binary noise of a quotient costs nobody a step. Range 0
 * to 100. Source: policy facts 2.1, lower bound inclusive.
 *
 * @param steps thresholds with the points they earn, thresholds strictly rising; at least one
 * @param direction higher or lower is better
 */
public record Step(List<Linear.Corner> steps, Direction direction) implements PointMethod {
    private static final double NOISE = 1e-9;

    public Step {
        steps = List.copyOf(steps);
    }

    @Override
    public double points(double value) {
        double points = 0;
        if (direction == Direction.LOWER_IS_BETTER) {
            for (int i = steps.size() - 1; i >= 0; i--) {
                points = value <= steps.get(i).value() + NOISE ? steps.get(i).points() : points;
            }
            return points;
        }
        for (Linear.Corner step : steps) {
            points = value >= step.value() - NOISE ? step.points() : points;
        }
        return points;
    }

    @Override
    public Step scaled(double share) {
        return new Step(steps.stream().map(step -> step.scaled(share)).toList(), direction);
    }

    @Override
    public Title description() {
        boolean lower = direction == Direction.LOWER_IS_BETTER;
        return new Title(
                "分档计分:%s,其余0分,%s,得分0–%s"
                        .formatted(listed(lower ? "≤%s得%s分" : "≥%s得%s分", "、"), direction.nameChinese(), most()),
                "Steps: %s, otherwise 0, %s, points 0–%s"
                        .formatted(
                                listed(lower ? "at most %s earns %s" : "at least %s earns %s", ", "),
                                direction.nameEnglish(),
                                most()));
    }

    private String most() {
        return Written.number(
                steps.stream().mapToDouble(Linear.Corner::points).max().orElse(0));
    }

    private String listed(String step, String separator) {
        return steps.stream()
                .map(each -> step.formatted(Written.number(each.value()), Written.number(each.points())))
                .collect(Collectors.joining(separator));
    }
}
