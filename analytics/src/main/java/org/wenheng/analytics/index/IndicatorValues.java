package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.wenheng.analytics.index.IndicatorValue.State;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Indicator.OverLongerPeriods;
import org.wenheng.analytics.scheme.Indicator.ZeroDenominator;
import org.wenheng.analytics.scheme.formula.Quantity;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.analytics.scheme.formula.Situation;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** Computes indicator values from element values. */
final class IndicatorValues {
    private final ElementTimes times;
    private final Catalogue catalogue;
    private final Period period;
    private final double minimumShare;
    private final BiPredicate<Region, Indicator> asked;

    /**
     * @param asked whether an indicator can be asked of a region at all, beside its own conditions
     */
    IndicatorValues(
            ElementTimes times,
            Catalogue catalogue,
            Period period,
            double minimumShare,
            BiPredicate<Region, Indicator> asked) {
        this.times = times;
        this.catalogue = catalogue;
        this.period = period;
        this.minimumShare = minimumShare;
        this.asked = asked;
    }

    IndicatorValue of(Region region, Indicator indicator) {
        if (!indicator.appliesTo(region)) {
            return notApplicable(Notes.NOT_ASKED_HERE);
        }
        if (!asked.test(region, indicator)) {
            return notApplicable(Notes.NOT_KEPT_AT_LEVEL);
        }
        boolean longer = indicator.frequency().isFinerThan(period.frequency());
        return longer && indicator.rules().overLongerPeriods() == OverLongerPeriods.MEAN_OF_PARTS
                ? meanOfParts(region, indicator)
                : once(region, indicator);
    }

    private static IndicatorValue notApplicable(Title note) {
        return new IndicatorValue(State.NOT_APPLICABLE, Double.NaN, false, List.of(note), List.of());
    }

    private IndicatorValue once(Region region, Indicator indicator) {
        Evaluation evaluation = new Evaluation(region, indicator, period);
        Quantity quantity = indicator.formula().evaluate(evaluation);
        List<Title> notes = new ArrayList<>();
        State state = state(quantity, indicator, evaluation, notes);
        boolean partial = state == State.VALUE && evaluation.isPartial();
        if (partial) {
            notes.addAll(evaluation.partialNotes());
        }
        double value = state == State.VALUE ? quantity.value() : Double.NaN;
        return new IndicatorValue(state, value, partial, notes, evaluation.inputs());
    }

    private static State state(Quantity quantity, Indicator indicator, Evaluation evaluation, List<Title> notes) {
        return switch (quantity.state()) {
            case VALUE -> State.VALUE;
            case ZERO_DENOMINATOR -> zero(indicator, notes);
            case NOT_APPLICABLE -> {
                notes.add(Notes.NOT_APPLICABLE);
                yield State.NOT_APPLICABLE;
            }
            case SUPPRESSED, NOT_REPORTED -> {
                notes.addAll(evaluation.missingNotes());
                yield State.MISSING;
            }
        };
    }

    private static State zero(Indicator indicator, List<Title> notes) {
        ZeroDenominator rule = indicator.rules().whenDenominatorIsZero();
        return switch (rule) {
            case NOT_APPLICABLE -> {
                notes.add(Notes.ZERO_NOT_APPLICABLE);
                yield State.NOT_APPLICABLE;
            }
            case FULL_POINTS -> {
                notes.add(Notes.ZERO_FULL_POINTS);
                yield State.FULL_POINTS;
            }
            case MISSING -> {
                notes.add(Notes.ZERO_MISSING);
                yield State.MISSING;
            }
        };
    }

    /**
     * The mean of the parts that have a value (policy rule 5). A part with a denominator of zero is a valid report
     * without a value, unless the scheme calls it missing.
     */
    private IndicatorValue meanOfParts(Region region, Indicator indicator) {
        List<Evaluation> evaluations = period.parts(indicator.frequency()).stream()
                .map(part -> new Evaluation(region, indicator, part))
                .toList();
        Set<ElementInput> inputs = new LinkedHashSet<>();
        List<Double> values = new ArrayList<>();
        int expected = 0;
        int valid = 0;
        boolean partial = false;
        for (Evaluation evaluation : evaluations) {
            Quantity quantity = indicator.formula().evaluate(evaluation);
            inputs.addAll(evaluation.inputs());
            boolean zero = quantity.state() == Quantity.State.ZERO_DENOMINATOR
                    && indicator.rules().whenDenominatorIsZero() != ZeroDenominator.MISSING;
            expected += quantity.state() == Quantity.State.NOT_APPLICABLE ? 0 : 1;
            valid += quantity.isValue() || zero ? 1 : 0;
            if (quantity.isValue()) {
                values.add(quantity.value());
                partial |= evaluation.isPartial();
            }
        }
        return mean(indicator, values, valid, expected, partial, List.copyOf(inputs));
    }

    private IndicatorValue mean(
            Indicator indicator,
            List<Double> values,
            int valid,
            int expected,
            boolean partial,
            List<ElementInput> inputs) {
        List<Title> notes = new ArrayList<>();
        if (expected == 0) {
            return new IndicatorValue(State.NOT_APPLICABLE, Double.NaN, false, List.of(Notes.NOT_APPLICABLE), inputs);
        }
        int needed = ElementTimes.needed(expected, minimumShare);
        if (valid < needed) {
            notes.add(Notes.tooFewParts(valid, expected, needed));
            return new IndicatorValue(State.MISSING, Double.NaN, false, notes, inputs);
        }
        if (values.isEmpty()) {
            return new IndicatorValue(zero(indicator, notes), Double.NaN, false, notes, inputs);
        }
        if (values.size() < expected) {
            notes.add(Notes.meanOfParts(values.size(), expected));
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).reduce(0, Double::sum) / values.size();
        return new IndicatorValue(State.VALUE, mean, partial || valid < expected, notes, inputs);
    }

    /** One evaluation of a formula: remembers what it read. */
    private final class Evaluation implements Situation {
        private final Region region;
        private final Indicator indicator;
        private final Period at;
        private final List<ElementReading> readings = new ArrayList<>();

        Evaluation(Region region, Indicator indicator, Period at) {
            this.region = region;
            this.indicator = indicator;
            this.at = at;
        }

        @Override
        public Quantity element(String code, Reach reach) {
            ElementReading reading = times.read(region.code(), code, at, reach);
            readings.add(reading);
            return reading.quantity();
        }

        @Override
        public int months() {
            return times.months(region.code(), at);
        }

        boolean isPartial() {
            return readings.stream().anyMatch(ElementReading::partial);
        }

        List<Title> partialNotes() {
            return readings.stream()
                    .filter(ElementReading::partial)
                    .map(reading -> Notes.partial(elementOf(reading), reading))
                    .distinct()
                    .toList();
        }

        List<Title> missingNotes() {
            return readings.stream()
                    .filter(reading -> reading.quantity().state() == Quantity.State.NOT_REPORTED
                            || reading.quantity().state() == Quantity.State.SUPPRESSED)
                    .map(reading -> reading.quantity().state() == Quantity.State.SUPPRESSED
                            ? Notes.suppressed(elementOf(reading), reading)
                            : Notes.missing(elementOf(reading), reading))
                    .distinct()
                    .toList();
        }

        List<ElementInput> inputs() {
            return readings.stream()
                    .flatMap(reading -> reading.parts().stream()
                            .map(part -> new ElementInput(
                                    indicator.code(),
                                    reading.element(),
                                    part.period(),
                                    part.cell().status(),
                                    part.cell().value())))
                    .distinct()
                    .toList();
        }

        private Element elementOf(ElementReading reading) {
            return Objects.requireNonNull(catalogue.elements().get(reading.element()));
        }
    }
}
