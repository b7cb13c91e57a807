package org.wenheng.analytics.index;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * What a region got at a node of the scheme.
 *
 * @param node code of the node
 * @param status {@code scored}, {@code missing} (counts with 0 points, or
 *     is left out if the scheme says so), {@code imputed} (missing, filled in by a scheme for analysis), {@code not-applicable} (its weight went to its
 *     siblings), or {@code partial} (scored on fewer parts than expected, still above the scheme's minimum)
 * @param value the indicator's value in its unit; for a dimension or the root its points; NaN if there is none
 * @param points 0 to 100; NaN if not applicable; for bonus and deduction the points added or (negative) taken
 * @param weight effective weight in the whole after redistribution, in per cent of the period's weight; 0 if not
 *     applicable, and for bonus, deduction and veto
 * @param contribution to the score: points × weight / 100; for bonus and deduction the points themselves; the
 *     contributions of all leaves sum to the region's {@link RegionResult#exact()}, and those of a node's children to
 *     the node's
 * @param notes what a reader must know: missing, redistributed, fallback of the peer group, partial months
 */
public record NodeResult(
        String node,
        String status,
        double value,
        double points,
        double weight,
        double contribution,
        List<Title> notes) {

    public NodeResult {
        notes = List.copyOf(notes);
    }
}
