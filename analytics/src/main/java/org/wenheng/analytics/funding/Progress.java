package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * How far a region has spent its money, and how far it should have.
 *
 * @param months of the year that are counted: those of whole periods of all that is spent
 * @param spent since the start of the year, yuan
 * @param budget for the year, yuan
 * @param share spent, per cent of the budget
 * @param due per cent that should be spent by then
 * @param lead points by which it is ahead; below 0 if it is behind
 * @param behind yuan that should have been spent and were not; 0 if it is ahead
 */
public record Progress(
        String region,
        int months,
        Figure spent,
        Figure budget,
        Figure share,
        BigDecimal due,
        Figure lead,
        Figure behind) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The progress of each region, in the order given, by the end of a period. */
    public static List<Progress> of(ProgressRule rule, Ledger ledger, List<String> regions, Period period) {
        int months = countedMonths(rule.spent(), period.months());
        BigDecimal due = months == 0 ? BigDecimal.ZERO : rule.schedule().due(months);
        List<Progress> all = new ArrayList<>();
        for (String region : regions) {
            Figure spent = months == 0
                    ? Figure.without(FigureStatus.NOT_DUE)
                    : ledger.untilMonth(period.year(), months, region, rule.spent());
            Figure budget = ledger.untilMonth(period.year(), Math.max(1, months), region, rule.budget());
            Figure share = spent.over(budget, HUNDRED);
            Figure owed = budget.map(money -> money.multiply(due).divide(HUNDRED, 2, RoundingMode.HALF_UP));
            Figure behind = share.value() == null
                    ? Figure.without(share.status())
                    : owed.less(spent).map(money -> money.max(BigDecimal.ZERO));
            all.add(new Progress(region, months, spent, budget, share, due, share.less(Figure.of(due)), behind));
        }
        return all;
    }

    /** Why the figure can hardly be right: more was spent than there is. Empty if it can. */
    public Optional<Title> doubt() {
        BigDecimal spentShare = share.value();
        return spentShare != null && spentShare.compareTo(HUNDRED) > 0
                ? Optional.of(new Title("支出超过全年资金,请核对", "more spent than budgeted: check"))
                : Optional.empty();
    }

    /** Months that whole periods of every element cover. */
    private static int countedMonths(List<Element> elements, int asked) {
        int months = asked;
        for (Element element : elements) {
            Frequency own = element.frequency();
            int length = 12 / own.perYear();
            months = Math.min(months, asked / length * length);
        }
        return months;
    }
}
