package org.wenheng.analytics.scheme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.impute.LastValue;
import org.wenheng.analytics.scheme.formula.Formula;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * A leaf of the scheme's tree.
 *
 * @param code unique in its scheme
 * @param dimension code of the dimension it belongs to
 * @param question why it is there, in a reader's words
 * @param unit unit of the formula's value
 * @param weight among its siblings as written, above 0
 * @param frequency it counts in periods of this kind and of coarser kinds
 * @param formulaText the formula as written
 * @param departments departments that answer for it
 * @param target what is aimed at, as written; empty if there is no norm
 * @param targetSource where the target comes from, with its certainty
 * @param rules how it meets time, zero and place
 * @param examples worked examples, checked whenever the scheme is read
 */
public record Indicator(
        String code,
        String dimension,
        Title title,
        String question,
        String unit,
        double weight,
        Nature nature,
        Direction direction,
        Frequency frequency,
        Formula formula,
        String formulaText,
        Method method,
        List<String> departments,
        String target,
        String targetSource,
        Rules rules,
        List<Example> examples) {

    public Indicator {
        departments = List.copyOf(departments);
        examples = List.copyOf(examples);
    }

    /** Whether a floor stands below the indicator. */
    public enum Nature {
        /** 约束性: too few points cap the grade. */
        BINDING("约束性"),
        /** 预期性: earns points only. */
        EXPECTED("预期性");

        private final String nameChinese;

        Nature(String nameChinese) {
            this.nameChinese = nameChinese;
        }

        public String nameChinese() {
            return nameChinese;
        }
    }

    /** How an indicator gets its value in a period longer than its own. */
    public enum OverLongerPeriods {
        /** The elements are accumulated by their own rules, then the formula is applied. */
        RECOMPUTE,
        /** The formula is applied to each part, then the mean is taken of the parts that have a value. */
        MEAN_OF_PARTS
    }

    /** What a reported denominator of zero means. */
    public enum ZeroDenominator {
        /** The question does not arise; the weight goes to the siblings. */
        NOT_APPLICABLE,
        /** There was nothing to do and nothing was left undone: 100 points, noted. */
        FULL_POINTS,
        /** Counts as missing. */
        MISSING
    }

    /**
     * How an indicator meets time, zero, place and others.
     *
     * @param scalesWithYear thresholds are annual: multiplied by the elapsed share of the year
     * @param appliesTo attributes that a region must have, with their values; empty if it applies everywhere
     * @param validFrom first year in which it counts; null if there is none
     * @param validTo last year in which it counts; null if there is none
     * @param reference what the regions are held against; looked at by comparing methods only
     * @param preparation what is done to its values before they are scored
     * @param regionalTargets targets of their own for some regions; the first that applies to a region is its own
     */
    public record Rules(
            OverLongerPeriods overLongerPeriods,
            boolean scalesWithYear,
            ZeroDenominator whenDenominatorIsZero,
            Map<String, String> appliesTo,
            @Nullable Integer validFrom,
            @Nullable Integer validTo,
            ReferenceValues reference,
            Preparation preparation,
            List<RegionalTarget> regionalTargets) {
        public Rules {
            appliesTo = Map.copyOf(appliesTo);
            regionalTargets = List.copyOf(regionalTargets);
        }

        private Rules with(Map<String, String> otherAppliesTo, List<RegionalTarget> otherTargets) {
            return new Rules(
                    overLongerPeriods,
                    scalesWithYear,
                    whenDenominatorIsZero,
                    otherAppliesTo,
                    validFrom,
                    validTo,
                    reference,
                    preparation,
                    otherTargets);
        }
    }

    /**
     * A value and the points it must earn, to four decimals, over a whole year.
     *
     * @param quarter the quarter it is asked in; 4 unless written
     * @param among the column the value stands in, for methods that compare regions; otherwise empty
     * @param where file and line
     */
    public record Example(double value, double points, int quarter, List<Double> among, String where) {
        public Example {
            among = List.copyOf(among);
        }
    }

    /** The same indicator with another weight, above 0. */
    public Indicator withWeight(double other) {
        return with(other, method, rules);
    }

    /**
     * The same indicator with another method for all regions. Its examples and regional targets are those of the method it
     * had, so there are none.
     */
    public Indicator withMethod(Method other) {
        return with(weight, other, rules.with(rules.appliesTo(), List.of()));
    }

    /** The same indicator asked only of regions that have this attribute besides. */
    public Indicator askedOnlyWhere(String attribute, String value) {
        Map<String, String> wanted = new HashMap<>(rules.appliesTo());
        wanted.put(attribute, value);
        return with(weight, method, rules.with(wanted, rules.regionalTargets()));
    }

    private Indicator with(double otherWeight, Method otherMethod, Rules otherRules) {
        return new Indicator(
                code,
                dimension,
                title,
                question,
                unit,
                otherWeight,
                nature,
                direction,
                frequency,
                formula,
                formulaText,
                otherMethod,
                departments,
                target,
                targetSource,
                otherRules,
                otherMethod.equals(method) ? examples : List.of());
    }

    /** Whether it is asked of a region. */
    public boolean appliesTo(Region region) {
        return rules.appliesTo().entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(region.attribute(wanted.getKey())));
    }

    /** Whether it counts in periods of a kind in a year. */
    public boolean countsIn(Frequency kind, int year) {
        Integer from = rules.validFrom();
        Integer to = rules.validTo();
        return !kind.isFinerThan(frequency) && (from == null || year >= from) && (to == null || year <= to);
    }

    /** The years besides its own whose values an indicator looks at in a period of a year. */
    IntStream yearsLookedAt(int year) {
        IntStream compared =
                method instanceof ComparingMethod ? rules.reference().years(year) : IntStream.empty();
        IntStream earlier = rules.preparation().imputation() instanceof LastValue last
                ? IntStream.rangeClosed(year - last.within(), year - 1)
                : IntStream.empty();
        return IntStream.concat(compared, earlier);
    }

    /** The target of a region's own, if it has one. */
    public Optional<RegionalTarget> regionalTarget(Region region) {
        return rules.regionalTargets().stream()
                .filter(target -> target.appliesTo(region))
                .findFirst();
    }

    /** The method by which a region is scored: its own target's, or that of all. */
    public Method methodFor(Region region) {
        return regionalTarget(region).<Method>map(RegionalTarget::method).orElse(method);
    }
}
