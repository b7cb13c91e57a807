package org.wenheng.analytics.index;

import java.util.Set;
import org.wenheng.ingest.reference.Period;

/**
 * What the regions are measured against when all but a few are to stand still: the others are read in a panel and a period
 * of their own. Only methods that compare regions look at them.
 *
 * @param own codes of the regions that are read where they are scored
 * @param scored the period for which the own regions are scored
 * @param panel the values of all other regions
 * @param period the period in which the others are read; of the kind of {@code scored}
 */
public record Others(Set<String> own, Period scored, ElementPanel panel, Period period) {
    public Others {
        own = Set.copyOf(own);
        if (scored.frequency() != period.frequency()) {
            throw new IllegalArgumentException(
                    "Others of %s beside regions of %s: not the same kind of period".formatted(period, scored));
        }
    }

    /** The period of the others that stands for the scored one or for a part of it. */
    Period instead(Period asked) {
        int place = scored.parts(asked.frequency()).indexOf(asked);
        return period.parts(asked.frequency()).get(place);
    }
}
