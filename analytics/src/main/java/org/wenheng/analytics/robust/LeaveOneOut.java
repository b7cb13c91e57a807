package org.wenheng.analytics.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.robust.Outcome.Built;

/**
 * The index without each of its parts in turn. The weight of what is left out goes to its siblings in proportion; a branch
 * that has nothing left is left out with it.
 *
 * @param nominal scores and ranks with everything
 * @param removals in the order asked for
 */
public record LeaveOneOut(Built nominal, List<Removal> removals) {

    public LeaveOneOut {
        removals = List.copyOf(removals);
    }

    /**
     * What is left out together.
     *
     * @param name as it is shown: a node, or an element of the data
     * @param nodes by code; of an element, all indicators that rest on it
     */
    public record Part(String name, List<String> nodes) {
        public Part {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * The index without a part.
     *
     * @param meanRankChange mean of |rank − nominal rank| over the rows that have both; empty if the index could not be built
     *     or no row has both
     * @param ranksLost rows with a nominal rank that have none any more; 0 if the index could not be built
     */
    public record Removal(Part part, Outcome outcome, OptionalDouble meanRankChange, int ranksLost) {}

    /**
     * Without each node below the study's in turn, indicators and branches, in the order of the tree.
     *
     * @throws IllegalArgumentException if the nominal index cannot be built
     */
    public static LeaveOneOut ofNodes(Study study) {
        NodeTree tree = study.tree();
        boolean[] below = new boolean[tree.nodes().size()];
        List<Part> parts = new ArrayList<>();
        for (int place = tree.place(study.node()); place < below.length; place++) {
            NodeTree.Node node = tree.nodes().get(place);
            below[place] = node.code().equals(study.node()) || below[node.parent()];
            if (below[place] && !node.code().equals(study.node())) {
                parts.add(new Part(node.code(), List.of(node.code())));
            }
        }
        return of(study, parts);
    }

    /**
     * Without each part in turn.
     *
     * @throws IllegalArgumentException if the nominal index cannot be built or a part names a node that does not exist
     */
    public static LeaveOneOut of(Study study, List<Part> parts) {
        Rebuilding rebuilding = new Rebuilding(study);
        Built nominal = new Built(rebuilding.nominal(), study.ranks(rebuilding.nominal()));
        List<Variant> variants =
                parts.stream().map(part -> without(study, part)).toList();
        return new LeaveOneOut(
                nominal,
                IntStream.range(0, parts.size())
                        .parallel()
                        .mapToObj(i -> removal(parts.get(i), rebuilding.outcome(() -> variants.get(i)), nominal))
                        .toList());
    }

    /**
     * The index without a part.
     *
     * @throws IllegalArgumentException if it was not left out
     */
    public Removal without(String part) {
        return removals.stream()
                .filter(removal -> removal.part().name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s was not left out, but %s"
                        .formatted(
                                part,
                                removals.stream()
                                        .map(each -> each.part().name())
                                        .toList())));
    }

    private static Variant without(Study study, Part part) {
        Variant variant = new Variant(study);
        part.nodes().forEach(node -> variant.change(new Change.LeftOut(node)));
        return variant;
    }

    private static Removal removal(Part part, Outcome outcome, Built nominal) {
        if (!(outcome instanceof Built built)) {
            return new Removal(part, outcome, OptionalDouble.empty(), 0);
        }
        int lost = 0;
        for (int row = 0; row < nominal.ranks().length; row++) {
            lost += nominal.ranks()[row] != Ranks.NONE && built.ranks()[row] == Ranks.NONE ? 1 : 0;
        }
        double change = Ranks.meanChange(built.ranks(), nominal.ranks());
        return new Removal(
                part, outcome, Double.isNaN(change) ? OptionalDouble.empty() : OptionalDouble.of(change), lost);
    }
}
