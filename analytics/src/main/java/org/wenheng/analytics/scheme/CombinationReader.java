package org.wenheng.analytics.scheme;

import org.wenheng.analytics.aggregate.AdjustedMazziottaPareto;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.aggregate.BenefitOfTheDoubt;
import org.wenheng.analytics.aggregate.Copeland;
import org.wenheng.analytics.aggregate.GeneralisedMean;
import org.wenheng.analytics.aggregate.GeometricMean;
import org.wenheng.analytics.aggregate.Goalposts;
import org.wenheng.analytics.aggregate.GreyRelational;
import org.wenheng.analytics.aggregate.HarmonicMean;
import org.wenheng.analytics.aggregate.MazziottaPareto;
import org.wenheng.analytics.aggregate.Minimum;
import org.wenheng.analytics.aggregate.Normalisation;
import org.wenheng.analytics.aggregate.OutOfHundred;
import org.wenheng.analytics.aggregate.Penalty;
import org.wenheng.analytics.aggregate.Preference;
import org.wenheng.analytics.aggregate.Promethee;
import org.wenheng.analytics.aggregate.Topsis;
import org.wenheng.analytics.aggregate.Vikor;
import org.wenheng.analytics.aggregate.WeightedMedian;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Reads how the children of a dimension are put together: {@code aggregation}, {@code weights} and {@code
 * minimum-availability}. A method is written as a word, or as a mapping with {@code method} and its parameters.
 */
final class CombinationReader {
    private static final String INVALID = "SCHEME_AGGREGATION_INVALID";

    /** What a dimension does that says nothing. */
    private final Combination usual;

    CombinationReader(Combination usual) {
        this.usual = usual;
    }

    /** The words for the methods of aggregation. */
    enum Word {
        ARITHMETIC_MEAN,
        GEOMETRIC_MEAN,
        HARMONIC_MEAN,
        GENERALISED_MEAN,
        MEDIAN,
        MINIMUM,
        COPELAND,
        MAZZIOTTA_PARETO,
        ADJUSTED_MAZZIOTTA_PARETO,
        TOPSIS,
        VIKOR,
        PROMETHEE,
        GREY_RELATIONAL,
        BENEFIT_OF_THE_DOUBT
    }

    private enum NotPositive {
        COUNT_AS_ZERO
    }

    /**
     * The combination of a dimension, of the index, or of the defaults.
     *
     * @param weights reads the rule for the weights
     */
    Combination read(YamlNode node, WeightRuleReader weights) {
        YamlNode available = node.get("minimum-availability");
        double minimum = available.isPresent() ? available.number().doubleValue() : usual.minimumAvailability();
        if (!(minimum >= 0 && minimum <= 1)) {
            available.problem(INVALID, "minimum-availability 须在0与1之间", "minimum-availability must be 0 to 1");
        }
        YamlNode rule = node.get("weights");
        return new Combination(
                node.get("aggregation").isPresent() ? aggregation(node.get("aggregation")) : usual.aggregation(),
                rule.isPresent() ? weights.read(rule) : usual.weights(),
                minimum);
    }

    private static Aggregation aggregation(YamlNode node) {
        RuleNode rule = new RuleNode(node);
        Word word = rule.word(Word.class);
        return rule.orElse(INVALID, new ArithmeticMean(), () -> aggregation(word, rule));
    }

    private static Aggregation aggregation(Word word, RuleNode given) {
        return switch (word) {
            case ARITHMETIC_MEAN -> given.only(new ArithmeticMean());
            case GEOMETRIC_MEAN -> given.only(new GeometricMean(notPositive(given)), "when-not-positive");
            case HARMONIC_MEAN -> given.only(new HarmonicMean(notPositive(given)), "when-not-positive");
            case GENERALISED_MEAN ->
                given.only(
                        new GeneralisedMean(given.number("power", 1), notPositive(given)),
                        "power",
                        "when-not-positive");
            case MEDIAN -> given.only(new WeightedMedian());
            case MINIMUM -> given.only(new Minimum());
            case COPELAND -> given.only(new OutOfHundred(new Copeland()));
            case MAZZIOTTA_PARETO -> given.only(new MazziottaPareto(given.word("penalty", Penalty.LOWERS)), "penalty");
            case ADJUSTED_MAZZIOTTA_PARETO ->
                given.only(
                        new AdjustedMazziottaPareto(given.word("penalty", Penalty.LOWERS), new Goalposts.OfColumns()),
                        "penalty");
            case TOPSIS ->
                given.only(
                        new OutOfHundred(new Topsis(given.word("normalisation", Normalisation.VECTOR))),
                        "normalisation");
            case VIKOR -> given.only(new OutOfHundred(new Vikor(given.number("majority", 0.5))), "majority");
            case PROMETHEE ->
                given.only(new OutOfHundred(new Promethee(preference(given))), "indifference", "full-preference");
            case GREY_RELATIONAL ->
                given.only(
                        new OutOfHundred(new GreyRelational(
                                given.number("distinguishing", 0.5),
                                given.word("normalisation", Normalisation.MIN_MAX))),
                        "distinguishing",
                        "normalisation");
            case BENEFIT_OF_THE_DOUBT ->
                given.only(
                        new OutOfHundred(new BenefitOfTheDoubt(
                                given.number("lowest-share", 0), given.number("highest-share", 1))),
                        "lowest-share",
                        "highest-share");
        };
    }

    /** Points of 0 are an ordinary result of scoring, so a scheme cannot refuse them. */
    private static WhenNotPositive notPositive(RuleNode given) {
        if (!given.has("when-not-positive")) {
            return new WhenNotPositive.CountAsZero();
        }
        YamlNode rule = given.node().get("when-not-positive");
        if (rule.isMapping()) {
            return new WhenNotPositive.Floor(
                    rule.only("floor").get("floor").number().doubleValue());
        }
        return switch (rule.word(NotPositive.class)) {
            case COUNT_AS_ZERO -> new WhenNotPositive.CountAsZero();
        };
    }

    private static Preference preference(RuleNode given) {
        return given.has("full-preference")
                ? new Preference.Linear(given.number("indifference", 0), given.number("full-preference", 0))
                : new Preference.Usual();
    }
}
