package org.wenheng.analytics.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenheng.analytics.scheme.Indicator.Nature;
import org.wenheng.analytics.scheme.Indicator.OverLongerPeriods;
import org.wenheng.analytics.scheme.Indicator.ZeroDenominator;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.ScoringRules.Basis;
import org.wenheng.analytics.scheme.ScoringRules.MissingIndicator;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlNode;

/** The choices of a scheme in words of the field. */
final class SchemeWords {
    /** Numbers are written to so many decimals at most; what a sum of binary numbers adds beyond is noise. */
    private static final int DECIMALS = 6;

    private static final Title NONE = new Title("(无)", "(none)");

    private SchemeWords() {}

    /** The same in both languages; (none) if it is empty. */
    static Title plain(String text) {
        return text.isEmpty() ? NONE : new Title(text, text);
    }

    static Title plain(double number) {
        return plain(number(number));
    }

    /** The shortest decimal of a number. */
    static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A share in per cent, to four decimals. */
    static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    static Title yesOrNo(boolean flag) {
        return flag ? new Title("是", "yes") : new Title("否", "no");
    }

    static Title of(Direction direction) {
        return new Title(direction.nameChinese(), YamlNode.wordOf(direction));
    }

    static Title of(Nature nature) {
        return new Title(nature.nameChinese(), YamlNode.wordOf(nature));
    }

    static Title of(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> new Title("月", "month");
            case QUARTER -> new Title("季", "quarter");
            case YEAR -> new Title("年", "year");
        };
    }

    static Title of(OverLongerPeriods rule) {
        return switch (rule) {
            case RECOMPUTE -> new Title("先累计再套公式", "accumulate, then compute");
            case MEAN_OF_PARTS -> new Title("各期指标值的平均", "mean of the parts");
        };
    }

    static Title of(ZeroDenominator rule) {
        return switch (rule) {
            case NOT_APPLICABLE -> new Title("不适用", "not applicable");
            case FULL_POINTS -> new Title("满分", "full points");
            case MISSING -> new Title("按缺报", "missing");
        };
    }

    static Title of(MissingIndicator rule) {
        return switch (rule) {
            case NO_POINTS -> new Title("计0分", "0 points");
            case LEFT_OUT -> new Title("不计,权重由同组指标分担", "left out, its weight goes to its siblings");
        };
    }

    static Title of(Basis basis) {
        return switch (basis) {
            case MANAGEMENT -> new Title("按管理关系", "by management");
            case CODE -> new Title("按行政区划", "by code");
        };
    }

    static Title of(AdjustmentKind kind) {
        return switch (kind) {
            case BONUS -> new Title("加分", "bonus");
            case DEDUCTION -> new Title("扣分", "deduction");
            case VETO -> new Title("一票否决", "veto");
        };
    }

    /** Kinds of period from fine to coarse. */
    static Title frequencies(Collection<Frequency> frequencies) {
        return listed(frequencies.stream().sorted().toList(), SchemeWords::of);
    }

    /** Texts in the order of the alphabet. */
    static Title sorted(Collection<String> texts) {
        return listed(texts.stream().sorted(Comparator.naturalOrder()).toList(), SchemeWords::plain);
    }

    /** Things one after the other; (none) if there are none. */
    static <T> Title listed(List<T> things, Function<T, Title> title) {
        if (things.isEmpty()) {
            return NONE;
        }
        List<Title> titles = things.stream().map(title).toList();
        return new Title(
                titles.stream().map(Title::chinese).collect(Collectors.joining("、")),
                titles.stream().map(Title::english).collect(Collectors.joining(", ")));
    }
}
