package org.wenheng.analytics.weigh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Title;

/** Numbers and sentences of notes, the same in every locale. */
final class Written {
    private Written() {}

    /** A number with at most six decimals. */
    static String number(double value) {
        return new BigDecimal(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Numbers one after the other. */
    static String numbers(double[] values) {
        return Arrays.stream(values).mapToObj(Written::number).collect(Collectors.joining(", "));
    }

    /** Places counted from 1, as people count. */
    static String places(int[] places) {
        return Arrays.stream(places)
                .mapToObj(place -> Integer.toString(place + 1))
                .collect(Collectors.joining(", "));
    }

    /** One sentence after the other. */
    static Title join(Title first, Title second) {
        return new Title(first.chinese() + ";" + second.chinese(), first.english() + "; " + second.english());
    }
}
