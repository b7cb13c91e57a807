package org.wenheng.ingest.restate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a whole into parts that add up to it exactly: the method of largest remainders (Hamilton 1792; Balinski and Young,
 * Fair Representation, 1982, chapter 3). Of equal remainders the earlier part goes first.
 */
final class Apportionment {
    private Apportionment() {}

    /**
     * The parts in the order of the weights.
     *
     * @param weights above 0, adding up to exactly 1
     * @param decimals decimals of the parts; those of the whole if it has more
     */
    static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights, int decimals) {
        int scale = Math.max(decimals, whole.stripTrailingZeros().scale());
        List<BigDecimal> exact = weights.stream().map(whole::multiply).toList();
        List<BigDecimal> parts = new ArrayList<>(exact.stream()
                .map(part -> part.setScale(scale, RoundingMode.FLOOR))
                .toList());
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal rest = whole.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        int left = rest.divide(step, RoundingMode.UNNECESSARY).intValueExact();
        List<Integer> byRemainder = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i).subtract(exact.get(i))))
                .toList();
        for (int i = 0; i < left; i++) {
            int place = byRemainder.get(i % parts.size());
            parts.set(place, parts.get(place).add(step));
        }
        return parts;
    }
}
