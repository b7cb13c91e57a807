package org.wenheng.analytics.scheme;

import org.wenheng.analytics.impute.Centre;
import org.wenheng.analytics.impute.ColumnCentre;
import org.wenheng.analytics.impute.FixedValue;
import org.wenheng.analytics.impute.GroupCentre;
import org.wenheng.analytics.impute.Imputation;
import org.wenheng.analytics.impute.LastValue;
import org.wenheng.analytics.impute.NoImputation;
import org.wenheng.analytics.impute.RowCentre;
import org.wenheng.analytics.treat.AtBounds;
import org.wenheng.analytics.treat.NoTreatment;
import org.wenheng.analytics.treat.Transformation;
import org.wenheng.analytics.treat.Treatment;
import org.wenheng.analytics.treat.Winsorise;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads {@code imputation} and {@code treatment}: a word each, or a mapping with {@code method} and parameters. */
final class PreparationReader {
    private static final String INVALID = "SCHEME_PREPARATION_INVALID";

    private static final int MOST_YEARS_BACK = 10;

    private PreparationReader() {}

    /** The words for filling in. */
    enum ImputationWord {
        NONE,
        MEAN,
        MEDIAN,
        GROUP_MEAN,
        GROUP_MEDIAN,
        ROW_MEAN,
        ROW_MEDIAN,
        LAST_VALUE,
        FIXED_VALUE
    }

    /** The words for treating. */
    enum TreatmentWord {
        NONE,
        WINSORISE,
        BOUNDS
    }

    /** The words for the second step of winsorising. */
    enum TransformationWord {
        NONE,
        LOG,
        LOG_BY_SKEWNESS,
        LOG_FROM_ONE,
        BOX_COX
    }

    /**
     * What an indicator, or the defaults, say.
     *
     * @param usual for what is not said
     */
    static Preparation read(YamlNode node, Preparation usual) {
        YamlNode imputation = node.get("imputation");
        YamlNode treatment = node.get("treatment");
        return new Preparation(
                imputation.isPresent() ? imputation(imputation) : usual.imputation(),
                treatment.isPresent() ? treatment(treatment) : usual.treatment());
    }

    private static Imputation imputation(YamlNode node) {
        RuleNode given = new RuleNode(node);
        ImputationWord word = given.word(ImputationWord.class);
        return given.orElse(INVALID, new NoImputation(), () -> imputation(word, given));
    }

    private static Imputation imputation(ImputationWord word, RuleNode given) {
        return switch (word) {
            case NONE -> given.only(new NoImputation());
            case MEAN -> given.only(new ColumnCentre(Centre.MEAN));
            case MEDIAN -> given.only(new ColumnCentre(Centre.MEDIAN));
            case GROUP_MEAN -> given.only(new GroupCentre(Centre.MEAN, given.integer("at-least", 1)), "at-least");
            case GROUP_MEDIAN -> given.only(new GroupCentre(Centre.MEDIAN, given.integer("at-least", 1)), "at-least");
            case ROW_MEAN -> given.only(new RowCentre(Centre.MEAN, true));
            case ROW_MEDIAN -> given.only(new RowCentre(Centre.MEDIAN, true));
            case LAST_VALUE -> given.only(new LastValue(yearsBack(given)), "within");
            case FIXED_VALUE -> given.only(new FixedValue(given.number("value", 0)), "value");
        };
    }

    private static int yearsBack(RuleNode given) {
        int within = given.integer("within", 1);
        if (within < 1 || within > MOST_YEARS_BACK) {
            throw new IllegalArgumentException("within is 1 to %s years, not %s".formatted(MOST_YEARS_BACK, within));
        }
        return within;
    }

    private static Treatment treatment(YamlNode node) {
        RuleNode given = new RuleNode(node);
        TreatmentWord word = given.word(TreatmentWord.class);
        return given.orElse(INVALID, new NoTreatment(), () -> treatment(word, given));
    }

    private static Treatment treatment(TreatmentWord word, RuleNode given) {
        return switch (word) {
            case NONE -> given.only(new NoTreatment());
            case WINSORISE ->
                given.only(winsorise(given), "skewness", "kurtosis", "at-most", "forced", "otherwise", "combined");
            case BOUNDS ->
                given.only(
                        new AtBounds(
                                given.number("low", Double.NEGATIVE_INFINITY),
                                given.number("high", Double.POSITIVE_INFINITY)),
                        "low",
                        "high");
        };
    }

    private static Winsorise winsorise(RuleNode given) {
        Winsorise usual = Winsorise.usual();
        return new Winsorise(
                given.number("skewness", usual.skewness()),
                given.number("kurtosis", usual.kurtosis()),
                given.integer("at-most", usual.atMost()),
                given.flag("forced"),
                given.has("otherwise")
                        ? transformation(new RuleNode(given.node().get("otherwise")))
                        : usual.otherwise(),
                given.flag("combined"));
    }

    private static Transformation transformation(RuleNode given) {
        return switch (given.word(TransformationWord.class)) {
            case NONE -> given.only(new Transformation.None());
            case LOG -> given.only(new Transformation.LogOfRange());
            case LOG_BY_SKEWNESS -> given.only(new Transformation.LogOfRangeBySkewness());
            case LOG_FROM_ONE -> given.only(new Transformation.LogFromOne());
            case BOX_COX -> given.only(new Transformation.BoxCox(given.number("lambda", 0), true), "lambda");
        };
    }
}
