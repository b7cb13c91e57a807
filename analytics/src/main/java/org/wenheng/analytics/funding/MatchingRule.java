package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/**
 * Money that levels of government pay together (配套资金).
 *
 * @param whole what all levels pay together; empty if only the part of a level is known
 * @param levels who pays
 * @param elsewhere other shares in some regions; the first that fits holds
 */
public record MatchingRule(
        String code, Title title, List<Item> whole, List<Level> levels, List<Elsewhere> elsewhere, String source) {
    public MatchingRule {
        whole = List.copyOf(whole);
        levels = List.copyOf(levels);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A part of the whole.
     *
     * @param element counted, or an amount of money
     * @param each yuan for each counted; null for an element of money, which stands for itself
     */
    public record Item(Element element, @Nullable BigDecimal each) {}

    /**
     * A level of government.
     *
     * @param share of the whole it has to pay, per cent; empty if what it owes is reported
     * @param due elements of money: what it has to pay as reported; empty if a share is set
     * @param paid elements of money: what it paid; empty if nobody collects it
     */
    public record Level(String code, Title title, Optional<BigDecimal> share, List<Element> due, List<Element> paid) {
        public Level {
            due = List.copyOf(due);
            paid = List.copyOf(paid);
        }
    }

    /**
     * Other shares.
     *
     * @param within codes of regions; a region is meant if it is one of them or lies in one
     * @param shares per cent, one for each level
     */
    public record Elsewhere(List<String> within, List<BigDecimal> shares, String source) {
        public Elsewhere {
            within = List.copyOf(within);
            shares = List.copyOf(shares);
        }
    }
}
