package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.funding.Ledger.Entry;
import org.wenheng.analytics.funding.Ledger.Place;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Two counties of two cities, and the elements that questions about money need. */
final class SmallTown {
    static final Element POP = element("POP", "人", Frequency.YEAR, Accumulation.LAST);
    static final Element MONTHLY = element("MONTHLY", "万元", Frequency.MONTH, Accumulation.SUM);
    static final Element YEARLY = element("YEARLY", "万元", Frequency.YEAR, Accumulation.SUM);
    static final Element SPENT = element("SPENT", "万元", Frequency.QUARTER, Accumulation.SUM);
    static final Element BUDGET = element("BUDGET", "万元", Frequency.QUARTER, Accumulation.LAST);
    static final Element HALLS = element("HALLS", "个", Frequency.YEAR, Accumulation.LAST);
    static final Element PAID = element("PAID", "元", Frequency.QUARTER, Accumulation.SUM);
    static final Element VISITS = element("VISITS", "人次", Frequency.YEAR, Accumulation.SUM);

    static final List<Title> GRADES = List.of(
            new Title("优秀", "Excellent"), new Title("良好", "Good"), new Title("合格", "Pass"), new Title("不合格", "Fail"));

    static final Catalogue CATALOGUE = Catalogue.of(
            "small",
            new Title("小目录", "Small"),
            List.of(
                    region("X", "city", null),
                    region("Y", "city", null),
                    region("X1", "county", "X"),
                    region("Y1", "county", "Y")),
            List.of(POP, MONTHLY, YEARLY, SPENT, BUDGET, HALLS, PAID, VISITS),
            List.of(),
            List.of());

    private final Map<Place, Entry> entries = new HashMap<>();

    /** A reported value. */
    SmallTown put(String region, String period, Element element, String value) {
        return put(region, period, element, ValueStatus.REPORTED, new BigDecimal(value));
    }

    /** No value, for this reason. */
    SmallTown put(String region, String period, Element element, ValueStatus status) {
        return put(region, period, element, status, null);
    }

    Ledger ledger() {
        return new Ledger(entries);
    }

    private SmallTown put(
            String region, String period, Element element, ValueStatus status, @Nullable BigDecimal value) {
        entries.put(
                new Place(region, Period.parse(period).orElseThrow(), element.code()), new Entry(status, value, false));
        return this;
    }

    private static Region region(String code, String level, @Nullable String parent) {
        return new Region(code, new Title(code + "县", code), level, parent, Map.of(), List.of(), null, null);
    }

    private static Element element(String code, String unit, Frequency frequency, Accumulation overTime) {
        return new Element(
                code,
                new Title(code, code),
                unit,
                frequency,
                overTime,
                Element.RollUp.SUM,
                false,
                null,
                null,
                null,
                "",
                "");
    }
}
