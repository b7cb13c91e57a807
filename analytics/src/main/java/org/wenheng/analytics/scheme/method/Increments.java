package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * A basis with additions and deductions (基准+增减): {@code base + each·(x − standard)/unit}, the sign turned when lower is
 * better, kept within {@code clip}. Source: policy facts 2.1: reaching the target earns 80 % of the score, half a point more
 * or less for each percentage point, with a cap.
 *
 * @param standard the value that earns {@code base}
 * @param base points for reaching the standard
 * @param unit a step in the indicator's unit, above 0
 * @param each points of one step, above 0
 * @param counting what a part of a step is worth
 * @param clip bounds of the points
 */
public record Increments(
        double standard, double base, double unit, double each, Counting counting, Clip clip, Direction direction)
        implements PointMethod {
    private static final double NOISE = 1e-9;

    /** What a part of a step is worth. */
    public enum Counting {
        /** Its part of the points. */
        PROPORTIONAL,
        /** Nothing: only whole steps count, up or down. A step within 1e-9 of being whole is whole. */
        WHOLE_STEPS
    }

    /**
     * @throws IllegalArgumentException if the unit or the points of a step are not above 0, or without a direction
     */
    public Increments {
        if (!(unit > 0 && each > 0)) {
            throw new IllegalArgumentException("A step and its points must be above 0: %s, %s".formatted(unit, each));
        }
        direction.ordering();
    }

    @Override
    public double points(double value) {
        double ahead = direction == Direction.LOWER_IS_BETTER ? standard - value : value - standard;
        double steps = ahead / unit;
        double counted = switch (counting) {
            case PROPORTIONAL -> steps;
            case WHOLE_STEPS -> Math.signum(steps) * Math.floor(Math.abs(steps) + NOISE);
        };
        return clip.kept(base + each * counted);
    }

    /** The standard and the step shrink together: a tenth too little costs the same in a quarter as in a year. */
    @Override
    public Increments scaled(double share) {
        return new Increments(standard * share, base, unit * share, each, counting, clip, direction);
    }

    @Override
    public Title description() {
        boolean whole = counting == Counting.WHOLE_STEPS;
        boolean lower = direction == Direction.LOWER_IS_BETTER;
        Object[] parameters = {
            Written.number(standard), Written.number(base), Written.number(unit), Written.number(each)
        };
        return new Title(
                ("基准增减法:达到%s得%s分,每" + (lower ? "低" : "高") + "%s加%s分、反之扣分(" + (whole ? "只计整数" : "按比例") + "),")
                                .formatted(parameters)
                        + direction.nameChinese() + "," + clip.description().chinese(),
                ("Basis and increments: %2$s points at %1$s, %4$s points for each %3$s better or worse ("
                                        + (whole ? "whole steps" : "in proportion") + "), ")
                                .formatted(parameters)
                        + direction.nameEnglish() + ", " + clip.description().english());
    }
}
