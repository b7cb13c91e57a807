package org.wenheng.analytics.funding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides whole fen in proportion to claims, by the method of Webster and Sainte-Laguë: fen by fen to whoever has the
 * greatest claim ÷ (2·fen so far + 1). Source: Balinski and Young, Fair Representation (1982). Largest remainders would
 * differ by a fen here and there and have their paradox: with a greater sum somebody may get less. Divisor methods have not.
 */
final class Apportionment {
    private Apportionment() {}

    /**
     * The parts, by code; they sum to the amount exactly, and to the claims if the amount is greater. Nobody gets more than
     * the claim; a greater claim never gets less; a greater amount gives nobody less; of equal claims the first code gets
     * the odd fen. Every part is within a fen of the exact proportion, but for rare claims within two.
     *
     * @param amount fen, from 0
     * @param claims fen, from 0, by code
     */
    static SortedMap<String, Long> of(long amount, Map<String, Long> claims) {
        SortedMap<String, Long> parts = new TreeMap<>(claims);
        long claimed = claims.values().stream().mapToLong(Long::longValue).sum();
        if (claimed <= amount) {
            return parts;
        }
        List<Part> open = new ArrayList<>();
        parts.forEach((code, claim) -> {
            if (claim > 0) {
                open.add(new Part(code, claim, rounded(amount, claim, claimed)));
            }
        });
        long left = amount - open.stream().mapToLong(part -> part.fen).sum();
        for (; left > 0; left--) {
            open.stream().min(NEXT).orElseThrow().fen++;
        }
        for (; left < 0; left++) {
            open.stream().filter(part -> part.fen > 0).max(LAST).orElseThrow().fen--;
        }
        open.forEach(part -> parts.put(part.code, part.fen));
        return parts;
    }

    /** The exact proportion, rounded to the nearest fen: a point from which few steps are left. */
    private static long rounded(long amount, long claim, long claimed) {
        BigInteger twice = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(claim))
                .shiftLeft(1)
                .add(BigInteger.valueOf(claimed));
        return twice.divide(BigInteger.valueOf(claimed).shiftLeft(1)).longValueExact();
    }

    /** Who is next to get a fen comes first. */
    private static final Comparator<Part> NEXT = (one, other) -> one.compare(1, other, 1);

    /** Whose last fen was given last comes last. */
    private static final Comparator<Part> LAST = (one, other) -> one.compare(-1, other, -1);

    /** Somebody's part while it is made. */
    private static final class Part {
        private final String code;
        private final long claim;
        private long fen;

        private Part(String code, long claim, long fen) {
            this.code = code;
            this.claim = claim;
            this.fen = fen;
        }

        /** Greatest claim ÷ (2·fen + step) first, compared without rounding; then by code. */
        private int compare(int step, Part other, int otherStep) {
            BigInteger own = BigInteger.valueOf(claim).multiply(BigInteger.valueOf(2 * other.fen + otherStep));
            BigInteger its = BigInteger.valueOf(other.claim).multiply(BigInteger.valueOf(2 * fen + step));
            int greatestFirst = its.compareTo(own);
            return greatestFirst != 0 ? greatestFirst : code.compareTo(other.code);
        }
    }
}
