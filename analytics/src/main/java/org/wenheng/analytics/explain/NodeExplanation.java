package org.wenheng.analytics.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.ElementInput;
import org.wenheng.ingest.reference.Title;

/**
 * How a region came to its points at one node.
 *
 * @param node code of the node; {@code unit:} and the region's code for a unit of a parent
 * @param parent code of the node above; null for the index
 * @param kind {@code index}, {@code dimension}, {@code indicator}, {@code bonus}, {@code deduction}, {@code veto} or
 *     {@code unit}
 * @param title what it is called
 * @param unit the unit of the value; empty where there is none
 * @param status {@code scored}, {@code partial}, {@code missing} or {@code not-applicable}
 * @param value in the unit; of inner nodes their points; NaN if there is none
 * @param elements the element values that it was computed from
 * @param points 0 to 100; NaN if not applicable
 * @param weight in the whole after redistribution, in per cent
 * @param contribution to the score; those of the leaves sum to it to the last bit
 * @param notes what a reader must know
 */
public record NodeExplanation(
        String node,
        @Nullable String parent,
        String kind,
        Title title,
        String unit,
        String status,
        double value,
        List<ElementExplanation> elements,
        double points,
        double weight,
        double contribution,
        List<Title> notes) {

    /** How the code of a unit of a parent begins. */
    static final String UNIT = "unit:";

    static final String MISSING = "missing";
    static final String NOT_APPLICABLE = "not-applicable";

    public NodeExplanation {
        elements = List.copyOf(elements);
        notes = List.copyOf(notes);
    }

    /**
     * An element value that went into an indicator.
     *
     * @param name what the element is called; its code if no catalogue was given
     * @param unit the unit of the value; empty if no catalogue was given
     */
    public record ElementExplanation(ElementInput input, Title name, String unit) {}

    /** Whether nothing stands below: an indicator, an adjustment or a unit of a parent. */
    public boolean isLeaf() {
        return !kind.equals("index") && !kind.equals("dimension");
    }

    /** Whether it should have been reported and was not; it earns 0 points. */
    public boolean isMissing() {
        return status.equals(MISSING);
    }

    /** Whether the question arises at all; if not, its weight went to its siblings. */
    public boolean isApplicable() {
        return !status.equals(NOT_APPLICABLE);
    }

    /** Points of the score that full points here would still give; below 0 for a bonus, which is beyond the hundred. */
    public double lost() {
        return weight - contribution;
    }
}
