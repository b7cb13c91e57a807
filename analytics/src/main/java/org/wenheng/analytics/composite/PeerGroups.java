package org.wenheng.analytics.composite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The peer group of each row. */
public final class PeerGroups {
    private final List<String> names;
    private final Map<String, int[]> rows;

    /**
     * @param names by row; an empty name is a group of its own kind: the rows without a group
     */
    public PeerGroups(List<String> names) {
        this.names = List.copyOf(names);
        this.rows = rowsOf(this.names);
    }

    /** All rows in one group without a name. */
    public static PeerGroups none(int rows) {
        return new PeerGroups(Collections.nCopies(rows, ""));
    }

    /** The name of the group, by row. */
    public List<String> names() {
        return names;
    }

    /** The rows of each group, groups in the order of their first row. Read, never written to. */
    public Map<String, int[]> rows() {
        return rows;
    }

    private static Map<String, int[]> rowsOf(List<String> names) {
        Map<String, IntStream.Builder> builders = new LinkedHashMap<>();
        for (int row = 0; row < names.size(); row++) {
            builders.computeIfAbsent(names.get(row), name -> IntStream.builder())
                    .add(row);
        }
        Map<String, int[]> rows = new LinkedHashMap<>();
        builders.forEach((name, builder) -> rows.put(name, builder.build().toArray()));
        return Collections.unmodifiableMap(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerGroups groups && names.equals(groups.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return "Peer groups of %d rows: %s".formatted(names.size(), rows.keySet());
    }
}
