package org.wenheng.analytics.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionBasis;
import org.wenheng.ingest.reference.RegionTree;

/**
 * Which regions are rolled up to which, period by period: those that have none below themselves to every region above
 * them, in the tree by code of the period's last day. In it each place stands once.
 *
 * @param trees the trees that differ: all pairs of a leaf and a region above it
 * @param treeOf number of the tree of each period
 */
record Leaves(List<List<Pair>> trees, Map<Period, Integer> treeOf) {

    /**
     * A leaf and a region above it.
     *
     * @param leaves how many leaves that region has
     */
    record Pair(String leaf, String above, int leaves) {}

    /** The leaves of a catalogue in these periods. */
    static Leaves of(Catalogue catalogue, Collection<Period> periods) {
        Map<List<Pair>, Integer> numbers = new LinkedHashMap<>();
        Map<Period, Integer> treeOf = new LinkedHashMap<>();
        for (Period period : periods) {
            RegionTree tree = new RegionTree(catalogue, RegionBasis.CODE, period.lastDay());
            List<Pair> pairs = new ArrayList<>();
            for (Region region : catalogue.history().inForce(period.lastDay())) {
                if (!tree.children(region.code()).isEmpty()) {
                    List<Region> leaves = tree.leaves(region.code());
                    leaves.forEach(leaf -> pairs.add(new Pair(leaf.code(), region.code(), leaves.size())));
                }
            }
            Integer number = numbers.putIfAbsent(pairs, numbers.size());
            treeOf.put(period, number == null ? numbers.size() - 1 : number);
        }
        return new Leaves(List.copyOf(numbers.keySet()), treeOf);
    }

    /** These regions and all above them in any of the trees. */
    Set<String> withThoseAbove(Set<String> regions) {
        Set<String> all = new LinkedHashSet<>(regions);
        trees.forEach(tree ->
                tree.stream().filter(pair -> regions.contains(pair.leaf())).forEach(pair -> all.add(pair.above())));
        return all;
    }
}
