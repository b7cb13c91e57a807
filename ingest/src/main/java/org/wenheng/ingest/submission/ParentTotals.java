package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Rule;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.ValueStatus;

/** Recognises the total of the parent, filed by a region as its own value. */
final class ParentTotals {
    /** Share of the siblings that must be known for their total to mean something. */
    private static final double SIBLINGS_KNOWN = 0.8;

    private final Catalogue catalogue;
    private final double digits;
    private final double tolerance;
    private final double factor;
    private final Map<String, Integer> siblings = new HashMap<>();

    ParentTotals(Catalogue catalogue, RuleBook rules) {
        Rule rule = rules.rule(CellCode.PARENT_TOTAL);
        this.catalogue = catalogue;
        this.digits = rule.parameter("digits");
        this.tolerance = rule.parameter("tolerance");
        this.factor = rule.parameter("factor");
        catalogue.regions().values().forEach(region -> siblings.merge(family(region), 1, Integer::sum));
    }

    private static String family(Region region) {
        return region.parent() + " " + region.level();
    }

    /**
     * A total that a value equals.
     *
     * @param ofParent whether the parent's own value; else the regions of the parent added up
     */
    record Total(BigDecimal value, boolean ofParent) {}

    /**
     * The total that a value is the same as or close to.
     *
     * @param last the region's own last value; null if there is none
     */
    @Nullable
    Total find(ObservationKey key, BigDecimal value, @Nullable BigDecimal last, Known known) {
        Region region = catalogue.regions().get(key.regionCode());
        String parent = region == null ? null : region.parent();
        if (region == null || parent == null) {
            return null;
        }
        if (significantDigits(value) >= digits) {
            KnownValue reported = known.find(new ObservationKey(parent, "", key.period(), key.elementCode()));
            if (reported != null && reported.sameAs(new KnownValue(ValueStatus.REPORTED, value))) {
                return new Total(value, true);
            }
        }
        boolean isLarge = last != null && last.signum() > 0 && value.doubleValue() >= factor * last.doubleValue();
        if (!isLarge || last == null) {
            return null;
        }
        int needed = (int) Math.max(2, Math.ceil(SIBLINGS_KNOWN * (siblings.getOrDefault(family(region), 1) - 1)));
        Collection<BigDecimal> others = known.siblings(key).values();
        if (others.size() < needed) {
            String before = Period.parse(key.period()).orElseThrow().previous().code();
            others = known.siblings(new ObservationKey(key.regionCode(), "", before, key.elementCode()))
                    .values();
        }
        if (others.size() < needed) {
            return null;
        }
        BigDecimal total = others.stream().reduce(last, BigDecimal::add);
        double distance = Math.abs(value.doubleValue() - total.doubleValue());
        return distance <= tolerance * total.doubleValue() ? new Total(total, false) : null;
    }

    /** Digits of a number without the zeros at either end: 3 for 12300 and for 0.0123. */
    static int significantDigits(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.stripTrailingZeros().precision();
    }
}
