package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * Efficacy coefficient (功效系数法): {@code (x − lo)/(hi − lo)·span + base}, kept within {@code clip}. Lower is better when
 * hi &lt; lo. Source: policy facts 2.1, general form {@code d = (x − x_s)/(x_h − x_s)·C + D}, usually C = 40, D = 60, with
 * its three rules for values below x_s: keep, clip, or in proportion.
 *
 * @param unacceptable 不允许值 (lo): earns {@code base}; above 0 if what is worse earns in proportion
 * @param satisfactory 满意值 (hi): earns {@code base + span}; differs from {@code unacceptable}
 * @param below what values worse than the unacceptable one earn
 * @param clip bounds of the points, so that a value far off earns {@code clip.lowest()} and never a negative number, unless
 *     it is {@link Clip#KEEP}
 */
public record Efficacy(double unacceptable, double satisfactory, double base, double span, Below below, Clip clip)
        implements PointMethod {

    /** What values worse than the unacceptable one earn. */
    public enum Below {
        /** The straight line goes on. */
        STRAIGHT_LINE,
        /** In proportion: {@code base·x/lo}, and {@code base·lo/x} when lower is better. */
        PROPORTIONAL
    }

    /**
     * @throws IllegalArgumentException if the two standards are equal, or if a proportion has nothing above 0 to refer to
     */
    public Efficacy {
        if (unacceptable == satisfactory || (below == Below.PROPORTIONAL && !(unacceptable > 0))) {
            throw new IllegalArgumentException("Standards must differ and be above 0 for a proportion: %s, %s"
                    .formatted(unacceptable, satisfactory));
        }
    }

    /** Higher is better if the satisfactory value is the higher one. */
    public Direction direction() {
        return satisfactory > unacceptable ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }

    @Override
    public double points(double value) {
        if (below == Below.PROPORTIONAL && direction().prefers(unacceptable, value)) {
            boolean lower = direction() == Direction.LOWER_IS_BETTER;
            return clip.kept(base * (lower ? unacceptable / value : value / unacceptable));
        }
        return clip.kept((value - unacceptable) / (satisfactory - unacceptable) * span + base);
    }

    @Override
    public Efficacy scaled(double share) {
        return new Efficacy(unacceptable * share, satisfactory * share, base, span, below, clip);
    }

    @Override
    public Title description() {
        Object[] parameters = {
            Written.number(unacceptable), Written.number(satisfactory), Written.number(base), Written.number(span)
        };
        boolean proportional = below == Below.PROPORTIONAL;
        return new Title(
                "功效系数法:不允许值%s,满意值%s,%s+%s分,".formatted(parameters)
                        + (proportional ? "劣于不允许值按比例," : "")
                        + direction().nameChinese() + "," + clip.description().chinese(),
                "Efficacy coefficient: unacceptable %s, satisfactory %s, %s+%s points, ".formatted(parameters)
                        + (proportional ? "in proportion below the unacceptable value, " : "")
                        + direction().nameEnglish() + ", " + clip.description().english());
    }
}
