package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * Position between two fixed values (门柱法): {@code low + (high − low)·(x − lower)/(upper − lower)}, the place taken from
 * the other end when lower is better. Compares with nobody, so scores of different years compare. Source: UNDP, Human
 * Development Report 2021/22, Technical note 1, equation 1, which takes logarithms for income.
 *
 * @param lower the lower post; above 0 if the spacing is logarithmic
 * @param upper the upper post, above {@code lower}
 * @param spacing how the way between the posts is divided
 * @param range points of the worse and of the better post
 * @param beyond what becomes of values beyond the posts; they are clipped if the spacing is logarithmic
 */
public record Goalposts(
        double lower, double upper, Spacing spacing, PointRange range, Beyond beyond, Direction direction)
        implements PointMethod {

    /** How the way between the posts is divided. */
    public enum Spacing {
        /** Equal differences are equal steps. */
        LINEAR,
        /** Equal ratios are equal steps. */
        LOGARITHMIC
    }

    /**
     * @throws IllegalArgumentException if the posts do not rise or have no logarithm where one is needed, if a logarithmic
     *     scale goes on beyond its posts, or without a direction
     */
    public Goalposts {
        if (!(lower < upper && Double.isFinite(upper - lower))) {
            throw new IllegalArgumentException("Posts must rise: %s to %s".formatted(lower, upper));
        }
        if (spacing == Spacing.LOGARITHMIC && (lower <= 0 || beyond == Beyond.KEEP)) {
            throw new IllegalArgumentException(
                    "A logarithmic scale starts above 0 and is clipped: %s, %s".formatted(lower, beyond));
        }
        direction.ordering();
    }

    @Override
    public double points(double value) {
        double place = switch (spacing) {
            case LINEAR -> (value - lower) / (upper - lower);
            // What has no logarithm lies below the lower post.
            case LOGARITHMIC ->
                (Math.log(Math.max(value, lower)) - Math.log(lower)) / (Math.log(upper) - Math.log(lower));
        };
        return range.at(direction == Direction.LOWER_IS_BETTER ? 1 - place : place, beyond);
    }

    @Override
    public Goalposts scaled(double share) {
        return new Goalposts(lower * share, upper * share, spacing, range, beyond, direction);
    }

    @Override
    public Title description() {
        boolean logarithmic = spacing == Spacing.LOGARITHMIC;
        return new Title(
                "门柱法:%s至%s%s,%s,得分%s,%s"
                        .formatted(
                                Written.number(lower),
                                Written.number(upper),
                                logarithmic ? "(取对数)" : "",
                                direction.nameChinese(),
                                range.written(),
                                beyond.nameChinese()),
                "Goalposts: %s to %s%s, %s, points %s, %s"
                        .formatted(
                                Written.number(lower),
                                Written.number(upper),
                                logarithmic ? " (logarithms)" : "",
                                direction.nameEnglish(),
                                range.written(),
                                beyond.nameEnglish()));
    }
}
