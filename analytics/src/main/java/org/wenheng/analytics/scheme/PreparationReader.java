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
        ImputationWord word = (node.isMapping() ? node.get("method") : node).word(ImputationWord.class);
        try {
            return switch (word) {
                case NONE -> only(node, new NoImputation());
                case MEAN -> only(node, new ColumnCentre(Centre.MEAN));
                case MEDIAN -> only(node, new ColumnCentre(Centre.MEDIAN));
                case GROUP_MEAN -> only(node, new GroupCentre(Centre.MEAN, integer(node, "at-least", 1)), "at-least");
                case GROUP_MEDIAN ->
                    only(node, new GroupCentre(Centre.MEDIAN, integer(node, "at-least", 1)), "at-least");
                case ROW_MEAN -> only(node, new RowCentre(Centre.MEAN, true));
                case ROW_MEDIAN -> only(node, new RowCentre(Centre.MEDIAN, true));
                case LAST_VALUE -> only(node, new LastValue(yearsBack(node)), "within");
                case FIXED_VALUE -> only(node, new FixedValue(number(node, "value", 0)), "value");
            };
        } catch (IllegalArgumentException e) {
            refuse(node, e);
            return new NoImputation();
        }
    }

    private static int yearsBack(YamlNode node) {
        int within = integer(node, "within", 1);
        if (within < 1 || within > MOST_YEARS_BACK) {
            throw new IllegalArgumentException("within is 1 to %s years, not %s".formatted(MOST_YEARS_BACK, within));
        }
        return within;
    }

    private static Treatment treatment(YamlNode node) {
        TreatmentWord word = (node.isMapping() ? node.get("method") : node).word(TreatmentWord.class);
        try {
            return switch (word) {
                case NONE -> only(node, new NoTreatment());
                case WINSORISE ->
                    only(node, winsorise(node), "skewness", "kurtosis", "at-most", "forced", "otherwise", "combined");
                case BOUNDS ->
                    only(
                            node,
                            new AtBounds(
                                    number(node, "low", Double.NEGATIVE_INFINITY),
                                    number(node, "high", Double.POSITIVE_INFINITY)),
                            "low",
                            "high");
            };
        } catch (IllegalArgumentException e) {
            refuse(node, e);
            return new NoTreatment();
        }
    }

    private static Winsorise winsorise(YamlNode node) {
        Winsorise usual = Winsorise.usual();
        return new Winsorise(
                number(node, "skewness", usual.skewness()),
                number(node, "kurtosis", usual.kurtosis()),
                integer(node, "at-most", usual.atMost()),
                flag(node, "forced"),
                has(node, "otherwise") ? transformation(node.get("otherwise")) : usual.otherwise(),
                flag(node, "combined"));
    }

    private static Transformation transformation(YamlNode node) {
        TransformationWord word = (node.isMapping() ? node.get("method") : node).word(TransformationWord.class);
        return switch (word) {
            case NONE -> only(node, new Transformation.None());
            case LOG -> only(node, new Transformation.LogOfRange());
            case LOG_BY_SKEWNESS -> only(node, new Transformation.LogOfRangeBySkewness());
            case LOG_FROM_ONE -> only(node, new Transformation.LogFromOne());
            case BOX_COX -> only(node, new Transformation.BoxCox(number(node, "lambda", 0), true), "lambda");
        };
    }

    private static boolean has(YamlNode node, String key) {
        return node.isMapping() && node.get(key).isPresent();
    }

    private static int integer(YamlNode node, String key, int otherwise) {
        return has(node, key) ? node.get(key).integer() : otherwise;
    }

    private static double number(YamlNode node, String key, double otherwise) {
        return has(node, key) ? node.get(key).number().doubleValue() : otherwise;
    }

    private static boolean flag(YamlNode node, String key) {
        return has(node, key) && node.get(key).flag(false);
    }

    /** The rule, after a look at the keys beside its word. */
    private static <R> R only(YamlNode node, R rule, String... known) {
        if (node.isMapping()) {
            String[] keys = new String[known.length + 1];
            keys[0] = "method";
            System.arraycopy(known, 0, keys, 1, known.length);
            node.only(keys);
        }
        return rule;
    }

    private static void refuse(YamlNode node, IllegalArgumentException e) {
        node.problem(INVALID, "参数不合要求:" + e.getMessage(), String.valueOf(e.getMessage()));
    }
}
