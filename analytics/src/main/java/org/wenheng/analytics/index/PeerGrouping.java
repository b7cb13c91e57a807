package org.wenheng.analytics.index;

import org.wenheng.analytics.scheme.ScoringRules.Band;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByAttribute;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByBands;
import org.wenheng.analytics.scheme.ScoringRules.PeerGroups;
import org.wenheng.analytics.scheme.formula.Quantity;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** Puts units into peer groups. A unit without the attribute, or without a value for the bands, is in no group. */
final class PeerGrouping {
    static final String NO_GROUP = "";

    private PeerGrouping() {}

    static String groupOf(Region region, PeerGroups groups, Period period, ElementTimes times) {
        if (groups instanceof GroupsByAttribute byAttribute) {
            String value = region.attribute(byAttribute.attribute());
            return value == null ? NO_GROUP : value;
        }
        if (groups instanceof GroupsByBands byBands) {
            Quantity quantity = times.read(region.code(), byBands.element(), period, Reach.PERIOD)
                    .quantity();
            return quantity.isValue() ? bandOf(byBands, quantity.value()) : NO_GROUP;
        }
        return NO_GROUP;
    }

    private static String bandOf(GroupsByBands groups, double value) {
        String title = NO_GROUP;
        for (Band band : groups.bands()) {
            title = value >= band.from() ? band.title() : title;
        }
        return title;
    }
}
