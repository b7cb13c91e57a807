package org.wenheng.analytics.scheme.method;

import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Title;

/**
 * Efficacy coefficient by bands (分档功效系数法): within the band whose standard was reached, {@code own + (x − standard)/
 * (next standard − standard)·(next − own)}, where own and next are 100 times the coefficients of the band and of the better
 * one. The best standard and more earn its points, less than the last standard earns 0. A value within 1e-9 of the last
 * standard has reached it. Range 0 to 100. Source: policy facts 2.1, after the evaluation of enterprises by the State-owned
 * Assets Supervision and Administration Commission (国资委, 中央企业综合绩效评价实施细则, 2006): coefficients 1.0, 0.8, 0.6,
 * 0.4, 0.2 for excellent, good, average, lower and poor.
 *
 * @param bands best first; at least two
 */
public record BandedEfficacy(List<Band> bands) implements PointMethod {
    private static final double NOISE = 1e-9;

    /**
     * A standard value and its coefficient.
     *
     * @param standard 标准值, in the indicator's unit
     * @param coefficient 标准系数, above 0 and at most 1
     */
    public record Band(double standard, double coefficient) {}

    /**
     * @throws IllegalArgumentException if there are fewer than two bands, if the standards do not all rise or all fall, or
     *     the coefficients do not fall within 1 to 0
     */
    public BandedEfficacy {
        bands = List.copyOf(bands);
        if (bands.size() < 2 || bands.get(0).coefficient() > 1) {
            throw new IllegalArgumentException("At least two bands, coefficients at most 1: " + bands);
        }
        boolean falls = bands.get(0).standard() > bands.get(1).standard();
        for (int i = 1; i < bands.size(); i++) {
            Band better = bands.get(i - 1);
            Band band = bands.get(i);
            boolean apart = falls ? better.standard() > band.standard() : better.standard() < band.standard();
            if (!(apart && better.coefficient() > band.coefficient() && band.coefficient() > 0)) {
                throw new IllegalArgumentException(
                        "Standards must go one way and coefficients must fall above 0: %s, %s".formatted(better, band));
            }
        }
    }

    /** Higher is better if the best standard is the highest. */
    public Direction direction() {
        return bands.get(0).standard() > bands.get(1).standard()
                ? Direction.HIGHER_IS_BETTER
                : Direction.LOWER_IS_BETTER;
    }

    @Override
    public double points(double value) {
        boolean higher = direction() == Direction.HIGHER_IS_BETTER;
        Band better = bands.get(0);
        if (higher ? value >= better.standard() : value <= better.standard()) {
            return 100 * better.coefficient();
        }
        for (Band band : bands.subList(1, bands.size())) {
            if (higher ? value >= band.standard() : value <= band.standard()) {
                double way = (value - band.standard()) / (better.standard() - band.standard());
                return 100 * (band.coefficient() + way * (better.coefficient() - band.coefficient()));
            }
            better = band;
        }
        return Math.abs(value - better.standard()) <= NOISE ? 100 * better.coefficient() : 0;
    }

    @Override
    public BandedEfficacy scaled(double share) {
        return new BandedEfficacy(bands.stream()
                .map(band -> new Band(band.standard() * share, band.coefficient()))
                .toList());
    }

    @Override
    public Title description() {
        return new Title(
                "分档功效系数法:标准值(系数)%s,档间线性,未达末档0分,%s,得分0–%s"
                        .formatted(listed("、"), direction().nameChinese(), most()),
                "Efficacy by bands: standards (coefficients) %s, linear between, 0 below the last, %s, points 0–%s"
                        .formatted(listed(", "), direction().nameEnglish(), most()));
    }

    private String listed(String separator) {
        return bands.stream()
                .map(band -> "%s(%s)".formatted(Written.number(band.standard()), Written.number(band.coefficient())))
                .collect(Collectors.joining(separator));
    }

    private String most() {
        return Written.number(100 * bands.get(0).coefficient());
    }
}
