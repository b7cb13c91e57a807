package org.wenheng.ingest.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Element;

/** What a reporter may write as the value of an element: as a formula for the spreadsheet program and in words. */
final class ValueInput {
    static final String NOT_APPLICABLE = "—";
    static final String NIL = "无";
    static final String SUPPRESSED = "***";

    /** Marks for a missing number. */
    static final List<String> MARKS = List.of(NOT_APPLICABLE, NIL, SUPPRESSED);
    /** Choices of an element that is 0 or 1. */
    static final List<String> YES_OR_NO = List.of("1", "0", NOT_APPLICABLE, SUPPRESSED);

    static final String MARKS_IN_WORDS = "不适用填 —,零报告填 无,保密填 ***,没有数据留空";

    private ValueInput() {}

    /** Whether the element is a yes or no for each facility: 1 or 0. */
    static boolean isYesOrNo(Element element) {
        return element.integer() && is(element.minimum(), BigDecimal.ZERO) && is(element.maximum(), BigDecimal.ONE);
    }

    /**
     * True for a mark and for a number that the element can have. A limit other than zero and the whole number hold in the
     * canonical unit only; in another unit the checks after sending decide.
     *
     * @param cell address of the value's first cell, relative
     * @param unitCell address of its unit
     */
    static String formula(Element element, String cell, String unitCell) {
        StringBuilder canonical = new StringBuilder();
        BigDecimal minimum = element.minimum();
        if (element.integer()) {
            canonical.append(",%1$s=INT(%1$s)".formatted(cell));
        }
        if (minimum != null && minimum.signum() != 0) {
            canonical.append(",%s>=%s".formatted(cell, minimum.toPlainString()));
        }
        if (element.maximum() != null) {
            canonical.append(",%s<=%s".formatted(cell, element.maximum().toPlainString()));
        }
        String number = "ISNUMBER(%s)".formatted(cell);
        if (minimum != null && minimum.signum() == 0) {
            number += ",%s>=0".formatted(cell);
        }
        if (!canonical.isEmpty()) {
            number += ",OR(%s<>\"%s\",AND(%s))".formatted(unitCell, element.unit(), canonical.substring(1));
        }
        return "OR(%1$s=\"—\",%1$s=\"-\",%1$s=\"/\",%1$s=\"无\",%1$s=\"***\",AND(%2$s))".formatted(cell, number);
    }

    /** What the element may be, such as {@code 整数,0 至 168}. */
    static String range(Element element) {
        String kind = element.integer() ? "整数" : "数字,可有小数";
        if (element.minimum() != null && element.maximum() != null) {
            return "%s,%s 至 %s".formatted(kind, plain(element.minimum()), plain(element.maximum()));
        }
        if (element.minimum() != null) {
            return "%s,不小于 %s".formatted(kind, plain(element.minimum()));
        }
        return element.maximum() == null ? kind : "%s,不大于 %s".formatted(kind, plain(element.maximum()));
    }

    /** What a program says when the cell is entered. */
    static String prompt(Element element) {
        return isYesOrNo(element)
                ? "是填 1,否填 0;不适用填 —,保密填 ***,没有数据留空"
                : "%s;%s".formatted(range(element), MARKS_IN_WORDS);
    }

    /** What a program says when it refuses an entry. */
    static String error(Element element) {
        return "“%s”应为%s(单位:%s)。%s。"
                .formatted(shortened(element.name().chinese()), range(element), element.unit(), MARKS_IN_WORDS);
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static boolean is(@Nullable BigDecimal limit, BigDecimal value) {
        return limit != null && Objects.requireNonNull(limit).compareTo(value) == 0;
    }

    private static String plain(BigDecimal limit) {
        return limit.toPlainString();
    }
}
