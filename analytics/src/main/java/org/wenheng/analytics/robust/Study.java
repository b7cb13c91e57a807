package org.wenheng.analytics.robust;

import java.util.OptionalInt;
import org.wenheng.analytics.composite.Construction;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.matrix.Matrix;

/**
 * An index whose robustness is looked at: how it is built when nothing varies, and whose points are ranked.
 *
 * @param construction as it is nominally
 * @param values rows × indicators, already filled in if that is part of the index; NaN where there is no value
 * @param groups of the rows
 * @param node whose points are ranked: the root, or any other node of the tree
 * @param decimals to which the points are rounded half up before they are ranked, as those of a published ranking are;
 *     empty to compare them as computed
 * @param offsets points added to those of the node in each row, whatever varies, before they are rounded; such as those of
 *     a bonus
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record Study(
        Construction construction,
        Matrix values,
        PeerGroups groups,
        String node,
        OptionalInt decimals,
        double[] offsets) {

    /**
     * @throws IllegalArgumentException if the tree has no such node, or another number of columns than there are values, or
     *     the rows of values, groups and offsets are not as many
     */
    public Study {
        construction.tree().place(node);
        if (values.columns() != construction.tree().leaves()) {
            throw new IllegalArgumentException("%d columns of values for %d indicators"
                    .formatted(values.columns(), construction.tree().leaves()));
        }
        if (groups.names().size() != values.rows()) {
            throw new IllegalArgumentException("%d rows of groups for %d rows of values"
                    .formatted(groups.names().size(), values.rows()));
        }
        if (offsets.length != values.rows()) {
            throw new IllegalArgumentException(
                    "%d offsets for %d rows of values".formatted(offsets.length, values.rows()));
        }
    }

    /** Without offsets. */
    public Study(Construction construction, Matrix values, PeerGroups groups, String node, OptionalInt decimals) {
        this(construction, values, groups, node, decimals, new double[values.rows()]);
    }

    /** Of the whole index, its scores compared as computed. */
    public static Study of(Construction construction, Matrix values, PeerGroups groups) {
        String root = construction.tree().nodes().get(0).code();
        return new Study(construction, values, groups, root, OptionalInt.empty());
    }

    NodeTree tree() {
        return construction.tree();
    }

    double[] withOffsets(double[] scores) {
        double[] together = scores.clone();
        for (int row = 0; row < together.length; row++) {
            together[row] += offsets[row];
        }
        return together;
    }

    int[] ranks(double[] scores) {
        return Ranks.of(decimals.isEmpty() ? scores : Rounded.halfUp(scores, decimals.getAsInt()));
    }
}
