package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wenheng.analytics.funding.MatchingRule.Elsewhere;
import org.wenheng.analytics.funding.MatchingRule.Item;
import org.wenheng.analytics.funding.MatchingRule.Level;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * What a level of government owes in a region, and what it paid.
 *
 * @param share required of the whole, per cent; not applicable where what is owed is reported
 * @param due yuan
 * @param paid yuan
 * @param reached paid, per cent of what is due
 * @param actualShare paid, per cent of the whole
 * @param shortfall yuan that are due and not paid; 0 if nothing is
 */
public record Matching(
        String region,
        String level,
        Period period,
        Figure share,
        Figure due,
        Figure paid,
        Figure reached,
        Figure actualShare,
        Figure shortfall) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Every level in every region: regions in the order given, levels in that of the rule.
     *
     * @param around of a region: its own code and those of the regions it lies in
     */
    public static List<Matching> of(
            MatchingRule rule,
            Ledger ledger,
            List<String> regions,
            Period asked,
            Function<String, List<String>> around) {
        Period period = Ledger.sayable(asked, elements(rule));
        List<Matching> all = new ArrayList<>();
        for (String region : regions) {
            Figure whole = whole(rule.whole(), ledger, region, period);
            Optional<Elsewhere> other = rule.elsewhere().stream()
                    .filter(elsewhere -> around.apply(region).stream().anyMatch(elsewhere.within()::contains))
                    .findFirst();
            for (int i = 0; i < rule.levels().size(); i++) {
                Level level = rule.levels().get(i);
                int place = i;
                Optional<BigDecimal> share = level.share()
                        .map(usual -> other.map(elsewhere -> elsewhere.shares().get(place))
                                .orElse(usual));
                all.add(line(region, level, share, whole, ledger, period));
            }
        }
        return all;
    }

    /** Why the payment can hardly be right: ten times what is due looks like an amount in the wrong unit. Empty if it can. */
    public Optional<Title> doubt() {
        BigDecimal share = reached.value();
        return share != null && share.compareTo(HUNDRED.multiply(BigDecimal.TEN)) >= 0
                ? Optional.of(new Title("实拨为应拨的十倍以上,请核对单位", "ten times what is due: check the unit"))
                : Optional.empty();
    }

    private static Matching line(
            String region, Level level, Optional<BigDecimal> share, Figure whole, Ledger ledger, Period period) {
        Figure due = share.map(
                        part -> whole.map(money -> money.multiply(part).divide(HUNDRED, 2, RoundingMode.HALF_UP)))
                .orElseGet(() -> ledger.over(period, region, level.due()));
        Figure paid = level.paid().isEmpty()
                ? Figure.without(FigureStatus.NOT_COLLECTED)
                : ledger.over(period, region, level.paid());
        return new Matching(
                region,
                level.code(),
                period,
                share.map(Figure::of).orElse(Figure.without(FigureStatus.NOT_APPLICABLE)),
                due,
                paid,
                paid.over(due, HUNDRED),
                paid.over(whole, HUNDRED),
                due.less(paid).map(money -> money.max(BigDecimal.ZERO)));
    }

    private static Figure whole(List<Item> items, Ledger ledger, String region, Period period) {
        if (items.isEmpty()) {
            return Figure.without(FigureStatus.NOT_APPLICABLE);
        }
        return Figure.sum(items.stream()
                .map(item -> {
                    Figure count = ledger.over(period, region, List.of(item.element()));
                    BigDecimal each = item.each();
                    return each == null ? count : count.map(each::multiply);
                })
                .toList());
    }

    private static List<Element> elements(MatchingRule rule) {
        return Stream.concat(
                        rule.whole().stream().map(Item::element),
                        rule.levels().stream()
                                .flatMap(level -> Stream.concat(level.due().stream(), level.paid().stream())))
                .toList();
    }
}
