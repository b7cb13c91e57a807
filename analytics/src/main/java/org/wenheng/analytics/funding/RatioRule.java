package org.wenheng.analytics.funding;

import java.util.List;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/**
 * An amount of money over something: people, other money, or a service that was given.
 *
 * @param amount elements of money, added up
 * @param per what it is divided by
 * @param below elements below the line, added up; the one of the population if it is divided by that
 * @param unit of the quotient, such as 元/人
 * @param source why it is asked, and on what it rests
 */
public record RatioRule(
        String code, Title title, List<Element> amount, Per per, List<Element> below, String unit, String source) {
    public RatioRule {
        amount = List.copyOf(amount);
        below = List.copyOf(below);
    }

    /** What an amount is divided by. */
    public enum Per {
        POPULATION,
        MONEY,
        OUTPUT
    }
}
