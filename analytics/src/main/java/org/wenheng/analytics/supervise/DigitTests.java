package org.wenheng.analytics.supervise;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.wenheng.analytics.supervise.Detection.Detector;
import org.wenheng.ingest.reference.Title;

/** Whether digits look like counted numbers. The measure is the rarity: the negative decimal logarithm of the chance. */
final class DigitTests {
    private static final double ENDS_IN_0_OR_5 = 0.2;
    private static final double ENDS_IN_00 = 0.01;

    private DigitTests() {}

    /**
     * Heaping of last digits. Of counted numbers 1 in 5 ends in 0 or 5 and 1 in 100 in 00. The chance of at least as many is a
     * tail of the binomial distribution; the rarer of both counts, times 2 for having looked twice (Bonferroni).
     *
     * @param values only whole numbers of at least {@link Setting#HEAPING_SMALLEST} are looked at
     * @return empty if there are fewer than {@link Setting#HEAPING_FEWEST}
     */
    static Optional<Detection> heaping(double[] values, Settings settings) {
        double smallest = settings.value(Setting.HEAPING_SMALLEST);
        double[] whole = Arrays.stream(values)
                .filter(value -> value >= smallest && value == Math.rint(value))
                .toArray();
        int n = whole.length;
        if (n < settings.value(Setting.HEAPING_FEWEST)) {
            return Optional.empty();
        }
        int fives = (int) Arrays.stream(whole).filter(value -> value % 5 == 0).count();
        int hundreds =
                (int) Arrays.stream(whole).filter(value -> value % 100 == 0).count();
        double chance = Math.min(1, 2 * Math.min(tail(fives, n, ENDS_IN_0_OR_5), tail(hundreds, n, ENDS_IN_00)));
        double limit = settings.value(Setting.HEAPING_RARITY);
        return Optional.of(new Detection(
                Detector.HEAPING,
                Detection.score(rarity(chance), limit),
                new Title(
                        "%s 个整数中末位为 0 或 5 的有 %s 个(偶然约 %s),末两位为 00 的有 %s 个(偶然约 %s);偶然概率 10^-%s,界限 10^-%s"
                                .formatted(
                                        n,
                                        fives,
                                        Figures.of(n * ENDS_IN_0_OR_5, 1),
                                        hundreds,
                                        Figures.of(n * ENDS_IN_00, 1),
                                        Figures.of(rarity(chance), 1),
                                        Figures.of(limit, 1)),
                        "of %s whole numbers %s end in 0 or 5 (%s by chance) and %s in 00 (%s by chance); chance 10^-%s, limit 10^-%s"
                                .formatted(
                                        n,
                                        fives,
                                        Figures.of(n * ENDS_IN_0_OR_5, 1),
                                        hundreds,
                                        Figures.of(n * ENDS_IN_00, 1),
                                        Figures.of(rarity(chance), 1),
                                        Figures.of(limit, 1)))));
    }

    /**
     * First digits against Benford's law (1938): digit d with probability log10(1 + 1/d), by Pearson's chi-square with 8 degrees
     * of freedom. Values that are not above 0 are left out.
     *
     * @return empty if there are too few values, or they do not span {@link Setting#BENFORD_SPAN}, where the law is not to be
     *     expected
     */
    static Optional<Detection> firstDigits(double[] values, Settings settings) {
        double[] positive =
                Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
        int n = positive.length;
        if (n < settings.value(Setting.BENFORD_FEWEST)
                || positive[n - 1] / positive[0] < settings.value(Setting.BENFORD_SPAN)) {
            return Optional.empty();
        }
        int[] counts = new int[10];
        for (double value : positive) {
            counts[firstDigit(value)]++;
        }
        double chiSquare = 0;
        for (int digit = 1; digit <= 9; digit++) {
            double expected = n * Math.log10(1 + 1.0 / digit);
            chiSquare += (counts[digit] - expected) * (counts[digit] - expected) / expected;
        }
        double rarity = rarity(Gamma.regularizedGammaQ(4, chiSquare / 2));
        double limit = settings.value(Setting.BENFORD_RARITY);
        return Optional.of(new Detection(
                Detector.FIRST_DIGITS,
                Detection.score(rarity, limit),
                new Title(
                        "%s 个数值的首位数字与本福特定律不符:卡方 %s(自由度 8),偶然概率 10^-%s,界限 10^-%s"
                                .formatted(n, Figures.of(chiSquare), Figures.of(rarity, 1), Figures.of(limit, 1)),
                        "first digits of %s values against Benford's law: chi-square %s (8 degrees of freedom), chance 10^-%s, limit 10^-%s"
                                .formatted(n, Figures.of(chiSquare), Figures.of(rarity, 1), Figures.of(limit, 1)))));
    }

    /** The chance of at least so many successes: the regularised incomplete beta function, which keeps small tails exact. */
    static double tail(int successes, int trials, double probability) {
        return successes == 0 ? 1 : Beta.regularizedBeta(probability, successes, trials - successes + 1.0);
    }

    static double rarity(double chance) {
        return chance <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, -Math.log10(chance));
    }

    /** Read from the digits themselves, for a quotient by a power of ten may round to the next digit. */
    private static int firstDigit(double value) {
        return BigDecimal.valueOf(value).unscaledValue().toString().charAt(0) - '0';
    }
}
