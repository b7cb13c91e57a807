package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units in which money is written. An amount without its unit is no amount. */
public enum MoneyUnit {
    YUAN("元", 1),
    TEN_THOUSAND_YUAN("万元", 10_000),
    HUNDRED_MILLION_YUAN("亿元", 100_000_000);

    /** Fen of a yuan. */
    private static final BigDecimal FEN = BigDecimal.valueOf(100);

    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,12})?\\s*([^\\d,.\\s]\\S*)");
    /** Far more than any budget, and sums of it stay whole numbers of 64 bits. */
    private static final BigInteger GREATEST = BigInteger.TEN.pow(15);

    private final String symbol;
    private final BigDecimal yuan;

    MoneyUnit(String symbol, long yuan) {
        this.symbol = symbol;
        this.yuan = BigDecimal.valueOf(yuan);
    }

    /** How the unit is written. */
    public String symbol() {
        return symbol;
    }

    /** An amount of this unit in yuan; exact. */
    public BigDecimal inYuan(BigDecimal amount) {
        return amount.multiply(yuan);
    }

    /** The unit that is written so; empty if it is none of money. */
    public static Optional<MoneyUnit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    /**
     * Whole fen of an amount as it is written: digits, groups of three by commas if at all, and the unit.
     *
     * @param text such as {@code 1,000.5万元}
     * @return empty if it is no amount, has no unit, is negative, has parts of a fen or is above 10 trillion yuan
     */
    public static Optional<Long> fen(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        String decimals = amount.group(2) == null ? "" : amount.group(2);
        BigDecimal number = new BigDecimal(amount.group(1).replace(",", "") + decimals);
        return of(amount.group(3))
                .map(unit -> unit.inYuan(number).multiply(FEN))
                .filter(fen -> fen.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigIntegerExact)
                .filter(fen -> fen.compareTo(GREATEST) <= 0)
                .map(BigInteger::longValueExact);
    }

    /** An amount of fen in yuan, with two decimals. */
    public static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** The words for all units, the shortest first, for messages. */
    static String symbols() {
        return String.join(
                "、",
                Arrays.stream(values())
                        .map(MoneyUnit::symbol)
                        .sorted(Comparator.comparing(String::length))
                        .toList());
    }
}
