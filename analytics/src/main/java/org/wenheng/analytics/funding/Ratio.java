package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * A quotient of a region, with what stands above and below the line.
 *
 * @param period the quotient is of
 * @param belowPeriod of what stands below the line
 * @param amount in yuan
 * @param quotient in yuan for one, or in per cent of other money
 */
public record Ratio(String region, Period period, Period belowPeriod, Figure amount, Figure below, Figure quotient) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A quotient of each region, in the order given. An amount that is reported for a longer period is that of the longer
     * period, and so is then what it is divided by.
     */
    public static List<Ratio> of(
            RatioRule rule, FundingPlan.Population population, Ledger ledger, List<String> regions, Period asked) {
        boolean byHead = rule.per() == RatioRule.Per.POPULATION;
        Period period = Ledger.sayable(
                asked,
                Stream.concat(rule.amount().stream(), byHead ? Stream.of() : rule.below().stream())
                        .toList());
        Period people = population.periodFor(period.year());
        BigDecimal factor = rule.per() == RatioRule.Per.MONEY ? HUNDRED : BigDecimal.ONE;
        List<Ratio> ratios = new ArrayList<>();
        for (String region : regions) {
            Figure amount = ledger.over(period, region, rule.amount());
            Figure below = ledger.over(byHead ? people : period, region, rule.below());
            ratios.add(new Ratio(region, period, byHead ? people : period, amount, below, amount.over(below, factor)));
        }
        return ratios;
    }

    /**
     * Quotients that can hardly be right, by region, with the reason: a share above 100, or ten times the median of all or a
     * tenth of it, which is what an amount in the wrong unit looks like. Zero is no reason: nothing may have been spent.
     *
     * @param ratios of one rule
     */
    public static Map<String, Title> doubts(RatioRule rule, List<Ratio> ratios) {
        List<BigDecimal> sorted = ratios.stream()
                .flatMap(ratio -> Stream.ofNullable(ratio.quotient.value()))
                .sorted()
                .toList();
        Map<String, Title> doubts = new TreeMap<>();
        if (sorted.isEmpty()) {
            return doubts;
        }
        BigDecimal median = sorted.get(sorted.size() / 2);
        for (Ratio ratio : ratios) {
            BigDecimal value = ratio.quotient.value();
            if (value == null || value.signum() == 0) {
                continue;
            }
            if (rule.per() == RatioRule.Per.MONEY && value.compareTo(HUNDRED) > 0) {
                doubts.put(ratio.region, new Title("占比超过100%", "a share above 100 %"));
            } else if (value.compareTo(median.multiply(BigDecimal.TEN)) >= 0
                    || value.multiply(BigDecimal.TEN).compareTo(median) <= 0) {
                doubts.put(
                        ratio.region, new Title("与中位数相差十倍以上,请核对单位", "ten times the median or a tenth: check the unit"));
            }
        }
        return doubts;
    }

    /**
     * The quotient of several regions together: their amounts over what stands below their lines.
     *
     * @param ratios of one rule, at least one, all with a quotient
     */
    public static Ratio together(String region, RatioRule rule, List<Ratio> ratios) {
        BigDecimal factor = rule.per() == RatioRule.Per.MONEY ? HUNDRED : BigDecimal.ONE;
        Figure amount = Figure.sum(ratios.stream().map(Ratio::amount).toList());
        Figure below = Figure.sum(ratios.stream().map(Ratio::below).toList());
        Ratio first = ratios.get(0);
        return new Ratio(region, first.period, first.belowPeriod, amount, below, amount.over(below, factor));
    }
}
