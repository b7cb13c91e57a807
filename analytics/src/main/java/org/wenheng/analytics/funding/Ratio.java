package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wenheng.ingest.reference.Period;

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
        Period people = switch (population.year()) {
            case SAME -> Period.ofYear(period.year());
            case PREVIOUS -> Period.ofYear(period.year() - 1);
        };
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
     * The quotient of all regions together: their amounts over what stands below their lines, of those that have both.
     *
     * @param ratios of one rule, at least one
     */
    public static Ratio together(String region, RatioRule rule, List<Ratio> ratios) {
        List<Ratio> whole = ratios.stream()
                .filter(ratio -> ratio.amount.value() != null && ratio.below.value() != null)
                .toList();
        BigDecimal factor = rule.per() == RatioRule.Per.MONEY ? HUNDRED : BigDecimal.ONE;
        Figure amount = all(whole.stream().map(Ratio::amount).toList());
        Figure below = all(whole.stream().map(Ratio::below).toList());
        Ratio first = ratios.get(0);
        return new Ratio(region, first.period, first.belowPeriod, amount, below, amount.over(below, factor));
    }

    private static Figure all(List<Figure> figures) {
        return figures.isEmpty() ? Figure.without(FigureStatus.NOT_REPORTED) : Figure.sum(figures);
    }
}
