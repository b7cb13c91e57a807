package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.wenheng.analytics.supervise.Detection.Detector;
import org.wenheng.ingest.check.Baseline;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * What a value should be by the rest of its own series. The value tested is never part of what it is tested with.
 *
 * <p>The residual of a period is its value less the median of the same month (or quarter) in the other years, both as natural
 * logarithms if every value is above 0 and as they are otherwise. The tested residual is measured against the residuals of the
 * other periods: the modified z-score of Iglewicz and Hoaglin (1993) with the spread of {@link Baseline}, which also serves a
 * MAD of 0, and never with a spread below {@link Setting#SPREAD_FLOOR}. A series too short for that is measured against the
 * median of all its other values; one too short for that as well gives nothing.
 *
 * @param value the value tested
 * @param expected what it should be, in the unit of the value
 * @param score absolute modified z-score; infinite for any change of a series that is 0 otherwise
 * @param periods other periods it rests on
 * @param seasonal whether it rests on the same months of other years
 */
public record SeasonalBaseline(double value, double expected, double score, int periods, boolean seasonal) {
    /** Centre of the season tested, and the residuals of the other periods. */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
    private record Residuals(double centre, double[] others, boolean seasonal) {}

    /**
     * The baseline of a period.
     *
     * @param series finite values by period, all of one frequency
     * @return empty if there is no value for the period or too little else
     */
    public static Optional<SeasonalBaseline> of(SortedMap<Period, Double> series, Period tested, Settings settings) {
        Double value = series.get(tested);
        if (value == null) {
            return Optional.empty();
        }
        boolean logarithms = series.values().stream().allMatch(each -> each > 0);
        int fewest = (int) settings.value(Setting.SEASONAL_FEWEST);
        return seasonal(series, tested, logarithms)
                .filter(residuals -> residuals.others().length >= fewest)
                .or(() -> plain(series, tested, logarithms).filter(residuals -> residuals.others().length >= fewest))
                .map(residuals -> measured(value, residuals, logarithms, settings));
    }

    /** Change against what was expected as a natural logarithm; empty if either is not above 0. */
    public OptionalDouble change() {
        return value > 0 && expected > 0 ? OptionalDouble.of(Math.log(value / expected)) : OptionalDouble.empty();
    }

    /** What is said of it. */
    public Detection detection(Settings settings) {
        double limit = settings.value(Setting.SEASONAL_SCORE);
        Title basis =
                seasonal ? new Title("往年同期", "the same time of other years") : new Title("其他各期", "all other periods");
        return new Detection(
                Detector.SEASONAL,
                Detection.score(score, limit),
                new Title(
                        "值 %s,按%s应约为 %s(依据 %s 期),修正 z 值 %s,界限 %s"
                                .formatted(
                                        Figures.of(value),
                                        basis.chinese(),
                                        Figures.of(expected),
                                        periods,
                                        Figures.of(score),
                                        Figures.of(limit)),
                        "%s, expected about %s by %s (%s periods); modified z-score %s, limit %s"
                                .formatted(
                                        Figures.of(value),
                                        Figures.of(expected),
                                        basis.english(),
                                        periods,
                                        Figures.of(score),
                                        Figures.of(limit))));
    }

    private static Optional<Residuals> seasonal(SortedMap<Period, Double> series, Period tested, boolean logarithms) {
        OptionalDouble centre = sameSeason(series, tested, tested, logarithms);
        if (centre.isEmpty()) {
            return Optional.empty();
        }
        List<Double> residuals = new ArrayList<>();
        for (Map.Entry<Period, Double> entry : series.entrySet()) {
            if (!entry.getKey().equals(tested)) {
                sameSeason(series, entry.getKey(), tested, logarithms)
                        .ifPresent(median -> residuals.add(scaled(entry.getValue(), logarithms) - median));
            }
        }
        return Optional.of(new Residuals(centre.getAsDouble(), array(residuals), true));
    }

    /** Median of the same month of other years, the tested period left out. */
    private static OptionalDouble sameSeason(
            SortedMap<Period, Double> series, Period period, Period tested, boolean logarithms) {
        double[] values = series.entrySet().stream()
                .filter(entry -> entry.getKey().index() == period.index())
                .filter(entry ->
                        !entry.getKey().equals(period) && !entry.getKey().equals(tested))
                .mapToDouble(entry -> scaled(entry.getValue(), logarithms))
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Baseline.of(values).median());
    }

    private static Optional<Residuals> plain(SortedMap<Period, Double> series, Period tested, boolean logarithms) {
        double[] values = series.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(tested))
                .mapToDouble(entry -> scaled(entry.getValue(), logarithms))
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        double median = Baseline.of(values).median();
        for (int i = 0; i < values.length; i++) {
            values[i] -= median;
        }
        return Optional.of(new Residuals(median, values, false));
    }

    private static SeasonalBaseline measured(double value, Residuals residuals, boolean logarithms, Settings settings) {
        Baseline baseline = Baseline.of(residuals.others());
        double expected = residuals.centre() + baseline.median();
        double distance = Math.abs(scaled(value, logarithms) - expected);
        double least = settings.value(Setting.SEASONAL_LEAST_CHANGE);
        double floor = settings.value(Setting.SPREAD_FLOOR) * (logarithms ? 1 : Math.abs(expected));
        double smallest = logarithms ? Math.log1p(least) : least * Math.abs(expected);
        double spread = Math.max(baseline.spread(), floor);
        double score = distance == 0 || distance < smallest ? 0 : distance / spread;
        return new SeasonalBaseline(
                value,
                logarithms ? Math.exp(expected) : expected,
                score,
                residuals.others().length,
                residuals.seasonal());
    }

    private static double scaled(double value, boolean logarithms) {
        return logarithms ? Math.log(value) : value;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
