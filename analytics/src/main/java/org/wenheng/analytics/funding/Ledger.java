package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Element values of regions, digit by digit as they are kept. What is not there was not reported.
 *
 * @param entries by place
 */
public record Ledger(Map<Place, Entry> entries) {
    private static final Entry NOTHING = new Entry(ValueStatus.NOT_REPORTED, null, false);

    public Ledger {
        entries = Map.copyOf(entries);
    }

    /**
     * Where a value stands.
     *
     * @param period of the element's own frequency
     */
    public record Place(String region, Period period, String element) {}

    /**
     * A value.
     *
     * @param value in the element's unit; there exactly if reported
     * @param partial whether facilities of the region are missing in it
     */
    public record Entry(ValueStatus status, @Nullable BigDecimal value, boolean partial) {}

    /**
     * The sum of elements over a period; money in yuan, everything else in its own unit. An element of a finer frequency is
     * accumulated by its rule over the parts of the period, one of a coarser frequency is that of the period around it.
     */
    public Figure over(Period period, String region, List<Element> elements) {
        return Figure.sum(elements.stream()
                .map(element -> accumulated(region, element, period.in(element.frequency())))
                .toList());
    }

    /**
     * The sum of elements from the start of the year until a month's end. An element of a year is that of the year; of
     * another only whole periods count.
     *
     * @param months 1 to 12
     * @return {@link FigureStatus#NOT_DUE} if no period of an element has ended by then
     */
    public Figure untilMonth(int year, int months, String region, List<Element> elements) {
        List<Figure> figures = new ArrayList<>();
        for (Element element : elements) {
            List<Period> parts = element.frequency() == Frequency.YEAR
                    ? List.of(Period.ofYear(year))
                    : Period.ofMonth(year, months).yearToDate(element.frequency());
            figures.add(parts.isEmpty() ? Figure.without(FigureStatus.NOT_DUE) : accumulated(region, element, parts));
        }
        return Figure.sum(figures);
    }

    /** A stock is its last part; everything else needs all parts, for a year without a month is too low and says not so. */
    private Figure accumulated(String region, Element element, List<Period> periods) {
        List<Figure> parts = periods.stream()
                .map(period ->
                        figure(entries.getOrDefault(new Place(region, period, element.code()), NOTHING), element))
                .toList();
        return switch (element.overTime()) {
            case LAST -> parts.get(parts.size() - 1);
            case SUM -> Figure.sum(parts);
            case MEAN -> Figure.sum(parts).map(sum -> mean(sum, parts));
        };
    }

    private static BigDecimal mean(BigDecimal sum, List<Figure> parts) {
        long there = parts.stream()
                .filter(part -> part.status() != FigureStatus.NOT_APPLICABLE)
                .count();
        return sum.divide(BigDecimal.valueOf(there), Figure.DECIMALS, RoundingMode.HALF_UP);
    }

    private static Figure figure(Entry entry, Element element) {
        BigDecimal value = entry.value();
        if (value == null) {
            return Figure.without(FigureStatus.of(entry.status()));
        }
        BigDecimal inYuan =
                MoneyUnit.of(element.unit()).map(unit -> unit.inYuan(value)).orElse(value);
        return new Figure(FigureStatus.REPORTED, inYuan, entry.partial());
    }

    /**
     * The period for which a sum over elements can be said: the one asked for, or the one around it that the coarsest flow
     * among them is reported for. A stock holds for every period in its own.
     */
    static Period sayable(Period asked, List<Element> elements) {
        Period period = asked;
        for (Element element : elements) {
            if (element.overTime() != Accumulation.LAST && period.frequency().isFinerThan(element.frequency())) {
                period = period.within(element.frequency());
            }
        }
        return period;
    }
}
