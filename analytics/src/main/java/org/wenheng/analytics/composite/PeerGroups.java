package org.wenheng.analytics.composite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The peer group of each row.
 *
 * @param names by row; an empty name is a group of its own kind: the rows without a group
 */
public record PeerGroups(List<String> names) {

    public PeerGroups {
        names = List.copyOf(names);
    }

    /** All rows in one group without a name. */
    public static PeerGroups none(int rows) {
        return new PeerGroups(java.util.Collections.nCopies(rows, ""));
    }

    /** The rows of each group, groups in the order of their first row. */
    public Map<String, int[]> rows() {
        Map<String, java.util.stream.IntStream.Builder> builders = new LinkedHashMap<>();
        for (int row = 0; row < names.size(); row++) {
            builders.computeIfAbsent(names.get(row), name -> java.util.stream.IntStream.builder())
                    .add(row);
        }
        Map<String, int[]> rows = new LinkedHashMap<>();
        builders.forEach((name, builder) -> rows.put(name, builder.build().toArray()));
        return rows;
    }
}
