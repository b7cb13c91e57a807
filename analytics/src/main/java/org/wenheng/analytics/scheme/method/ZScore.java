package org.wenheng.analytics.scheme.method;

import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Standard score (标准分): {@code mean + sd·(x − m)/s} with mean m and sample standard deviation s (n − 1) of the
 * reference, minus in the place of plus when lower is better. A constant reference and a single value have no spread: all
 * get {@code mean}. Not bounded unless {@code clip} says so. Source: OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 5, standardisation.
 *
 * @param mean points of a value at the mean; finite
 * @param standardDeviation points of one standard deviation, above 0 and finite
 * @param clip bounds of the points
 */
public record ZScore(double mean, double standardDeviation, Clip clip, Direction direction) implements ComparingMethod {

    /**
     * @throws IllegalArgumentException if a parameter is out of its range, or without a direction
     */
    public ZScore {
        if (!(Double.isFinite(mean) && standardDeviation > 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException("A finite mean and a standard deviation above 0 are needed: %s, %s"
                    .formatted(mean, standardDeviation));
        }
        direction.ordering();
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        // Asked of the values themselves: the computed deviation of equal values may be a rounding error above 0.
        if (reference.least() == reference.greatest()) {
            return value -> clip.kept(mean);
        }
        Moments moments = Moments.of(
                IntStream.range(0, reference.size()).mapToDouble(reference::at).toArray());
        double step = standardDeviation / moments.standardDeviation();
        double signed = direction == Direction.LOWER_IS_BETTER ? -step : step;
        return value -> clip.kept(mean + signed * (value - moments.mean()));
    }

    @Override
    public Title description() {
        return new Title(
                "标准分:均值%s分,一个标准差%s分,%s,%s;各地相同得均值分"
                        .formatted(
                                Written.number(mean),
                                Written.number(standardDeviation),
                                direction.nameChinese(),
                                clip.description().chinese()),
                "Z-score: mean %s points, one standard deviation %s points, %s, %s; the mean if all are equal"
                        .formatted(
                                Written.number(mean),
                                Written.number(standardDeviation),
                                direction.nameEnglish(),
                                clip.description().english()));
    }
}
