package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * Share of a target reached (目标完成率). Higher is better: {@code min(cap, 100·x/T)}, never below 0. Lower is better:
 * {@code min(cap, 100·T/x)}, and the cap for x ≤ 0. Range 0 to cap. Source: policy facts 2.1, {@code s = min(cap, x/T)·W},
 * negative {@code T/x}.
 *
 * @param target the value that earns 100, above 0
 * @param cap the most points that can be earned
 * @param direction higher or lower is better
 */
public record Target(double target, double cap, Direction direction) implements PointMethod {

    @Override
    public double points(double value) {
        if (direction == Direction.LOWER_IS_BETTER) {
            return value <= 0 ? cap : Math.min(cap, target / value * 100);
        }
        return Written.between(0, cap, value / target * 100);
    }

    @Override
    public Target scaled(double share) {
        return new Target(target * share, cap, direction);
    }

    @Override
    public Title description() {
        boolean lower = direction == Direction.LOWER_IS_BETTER;
        return new Title(
                "目标完成率:%s÷%s×100,目标值%s,%s,得分0–%s"
                        .formatted(
                                lower ? "目标值" : "实际值",
                                lower ? "实际值" : "目标值",
                                Written.number(target),
                                direction.nameChinese(),
                                Written.number(cap)),
                "Share of target: %s / %s x 100, target %s, %s, points 0–%s"
                        .formatted(
                                lower ? "target" : "value",
                                lower ? "value" : "target",
                                Written.number(target),
                                direction.nameEnglish(),
                                Written.number(cap)));
    }
}
