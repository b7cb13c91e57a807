package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Position between the lowest and the highest value (极差法): {@code low + (high − low)·(x − min)/(max − min)}, the place
 * taken from the other end when lower is better. Min and max are quantiles of the reference (winsorising). If min = max,
 * or with a single value, the reference says nothing about anybody: all get the highest points. Source: policy facts 2.1
 * and OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 *
 * @param lowerQuantile share of the reference below which values are drawn in, 0 for none
 * @param upperQuantile share of the reference from which values are drawn in, 1 for none
 * @param range points of the two ends
 * @param beyond what becomes of values beyond the ends
 */
public record MinMax(double lowerQuantile, double upperQuantile, PointRange range, Beyond beyond, Direction direction)
        implements ComparingMethod {

    /**
     * @throws IllegalArgumentException if the quantiles do not rise within 0 to 1, or without a direction
     */
    public MinMax {
        if (!(lowerQuantile >= 0 && lowerQuantile < upperQuantile && upperQuantile <= 1)) {
            throw new IllegalArgumentException(
                    "Quantiles must rise within 0 to 1: %s, %s".formatted(lowerQuantile, upperQuantile));
        }
        direction.ordering();
    }

    /** From the lowest to the highest value of the reference; what lies beyond is clipped. */
    public MinMax(PointRange range, Direction direction) {
        this(0, 1, range, Beyond.CLIP, direction);
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        double min = reference.quantile(lowerQuantile);
        double max = reference.quantile(upperQuantile);
        if (min == max) {
            return value -> range.high();
        }
        return value -> {
            double place = (value - min) / (max - min);
            return range.at(direction == Direction.LOWER_IS_BETTER ? 1 - place : place, beyond);
        };
    }

    @Override
    public Title description() {
        boolean whole = lowerQuantile == 0 && upperQuantile == 1;
        String ends = Written.number(lowerQuantile * 100) + "%–" + Written.number(upperQuantile * 100) + "%";
        return new Title(
                "极差法:%s,%s,得分%s,%s;各地相同得%s分"
                        .formatted(
                                whole ? "最小值至最大值" : ends + "分位截尾",
                                direction.nameChinese(),
                                range.written(),
                                beyond.nameChinese(),
                                Written.number(range.high())),
                "Min-max %s, %s, points %s, %s; %s points if all are equal"
                        .formatted(
                                whole ? "from the lowest to the highest" : "winsorised at the " + ends + " quantiles",
                                direction.nameEnglish(),
                                range.written(),
                                beyond.nameEnglish(),
                                Written.number(range.high())));
    }
}
