package org.wenheng.analytics.explain;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenheng.analytics.explain.ChangeDecomposition.Row;
import org.wenheng.ingest.reference.Title;

/** Adds up what each cause did at each leaf, in steps of the grid, over one or several orders of the causes. */
final class Parts {
    private final Map<String, Map<Cause, Long>> sums = new LinkedHashMap<>();
    private int orders = 1;

    /**
     * @param nodes the rows of the table
     */
    Parts(Collection<String> nodes) {
        nodes.forEach(node -> sums.put(node, new EnumMap<>(Cause.class)));
    }

    /** Says that what is added comes from so many orders, whose mean is wanted. */
    void meanOf(int number) {
        orders = number;
    }

    /** The step from one state to the next, which a cause made. */
    void add(Cause cause, GridContributions from, GridContributions to) {
        Set<String> nodes = new LinkedHashSet<>(from.steps().keySet());
        nodes.addAll(to.steps().keySet());
        for (String node : nodes) {
            sums.computeIfAbsent(node, code -> new EnumMap<>(Cause.class))
                    .merge(cause, to.at(node) - from.at(node), Long::sum);
        }
    }

    /** The rows; a leaf that no title is known of is called by its code. */
    List<Row> rows(Map<String, Title> titles) {
        return sums.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), titles))
                .toList();
    }

    private Row row(String node, Map<Cause, Long> sum, Map<String, Title> titles) {
        Cause[] causes = Cause.values();
        long[] mean = apportioned(
                Arrays.stream(causes)
                        .mapToLong(cause -> sum.getOrDefault(cause, 0L))
                        .toArray(),
                orders);
        Map<Cause, Double> parts = new EnumMap<>(Cause.class);
        for (int i = 0; i < causes.length; i++) {
            parts.put(causes[i], GridContributions.points(mean[i]));
        }
        return new Row(node, titles.getOrDefault(node, new Title(node, node)), parts);
    }

    /**
     * The sums divided, in whole numbers that sum to the divided total: all are rounded down, and what is left goes to the
     * largest remainders, the earlier first (Hamilton's method). A sum that divides evenly is never touched. The total must
     * divide evenly.
     */
    static long[] apportioned(long[] sums, int divisor) {
        long[] parts = new long[sums.length];
        long left = 0;
        for (int i = 0; i < sums.length; i++) {
            parts[i] = Math.floorDiv(sums[i], (long) divisor);
            left += Math.floorMod(sums[i], (long) divisor);
        }
        boolean[] given = new boolean[sums.length];
        for (long unit = left / divisor; unit > 0; unit--) {
            int largest = -1;
            for (int i = 0; i < sums.length; i++) {
                boolean larger = largest < 0
                        || Math.floorMod(sums[i], (long) divisor) > Math.floorMod(sums[largest], (long) divisor);
                largest = !given[i] && larger ? i : largest;
            }
            given[largest] = true;
            parts[largest]++;
        }
        return parts;
    }
}
