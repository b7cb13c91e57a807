package org.wenheng.analytics.index;

import java.util.List;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * What a region earned, before grades and ranks.
 *
 * @param exact sum of the contributions of the leaves; NaN if nothing could be scored
 * @param covered share of the weight that rests on reported values, 0 to 1
 * @param failing binding indicators below the floor, in the order of the scheme
 * @param vetoes titles of the vetoes that apply
 */
record RegionScore(
        Region region,
        String kind,
        String group,
        double exact,
        double covered,
        List<NodeResult> nodes,
        List<ElementInput> inputs,
        List<Title> failing,
        List<Title> vetoes) {

    static final String UNIT = "unit";
    static final String PARENT = "parent";

    RegionScore {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        failing = List.copyOf(failing);
        vetoes = List.copyOf(vetoes);
    }

    /** A region of which nothing can be said. */
    static RegionScore nothing(Region region, String kind, String group) {
        return new RegionScore(region, kind, group, Double.NaN, 0, List.of(), List.of(), List.of(), List.of());
    }

    boolean isScored() {
        return !Double.isNaN(exact);
    }

    /** The same earned as a region of another kind, ranked in another group. */
    RegionScore as(String otherKind, String otherGroup) {
        return new RegionScore(region, otherKind, otherGroup, exact, covered, nodes, inputs, failing, vetoes);
    }
}
