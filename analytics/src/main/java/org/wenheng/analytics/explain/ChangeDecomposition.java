package org.wenheng.analytics.explain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Title;

/**
 * Why the score of a region changed: a table of leaves × causes. Every number is on the grid of the engine's contributions,
 * so that the parts of a row, the parts of a column and the whole table sum exactly, to the last bit.
 *
 * @param kind {@code unit} or {@code parent}
 * @param before score of the first run before rounding
 * @param after score of the second run before rounding
 * @param rows every leaf of either run: those of the second in its order, then those that are gone
 * @param unscored causes under which the region had no score on the way: such a state counts as 0
 * @param rule how the parts were found
 */
public record ChangeDecomposition(
        String region,
        String kind,
        double before,
        double after,
        List<Row> rows,
        List<List<Cause>> unscored,
        Title rule) {

    public ChangeDecomposition {
        rows = List.copyOf(rows);
        unscored = unscored.stream().map(List::copyOf).toList();
    }

    /**
     * What happened at a leaf.
     *
     * @param node code of the indicator or adjustment; {@code unit:} and the region's code for a unit of a parent
     * @param parts points by cause; every cause is there
     */
    public record Row(String node, Title title, Map<Cause, Double> parts) {
        public Row {
            Map<Cause, Double> inOrder = new EnumMap<>(Cause.class);
            inOrder.putAll(parts);
            parts = Collections.unmodifiableMap(inOrder);
        }

        /** The part of a cause. */
        public double part(Cause cause) {
            return parts.getOrDefault(cause, 0.0);
        }

        /** The change at the leaf. */
        public double sum() {
            return sumOf(parts);
        }
    }

    /** The change of the score. */
    public double change() {
        return after - before;
    }

    /** The points of each cause; they sum to {@link #change()}. */
    public Map<Cause, Double> causes() {
        Map<Cause, Double> causes = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            causes.put(cause, rows.stream().mapToDouble(row -> row.part(cause)).sum());
        }
        return causes;
    }

    private static double sumOf(Map<Cause, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The change in one sentence, causes without a part left out. */
    public Title sentence() {
        Map<Cause, Double> causes = causes();
        String chinese = causes.entrySet().stream()
                .filter(part -> part.getValue() != 0)
                .map(part -> part.getKey().title().chinese() + Figures.signed(part.getValue()))
                .collect(Collectors.joining(","));
        String english = causes.entrySet().stream()
                .filter(part -> part.getValue() != 0)
                .map(part -> part.getKey().title().english() + " " + Figures.signed(part.getValue()))
                .collect(Collectors.joining(", "));
        Object[] ends = {Figures.points(before), Figures.points(after), Figures.signed(change())};
        return chinese.isEmpty()
                ? new Title("得分%s,没有变化".formatted(ends), "The score is %s and did not change".formatted(ends))
                : new Title(
                        "得分由%s变为%s(%s):".formatted(ends) + chinese,
                        "The score went from %s to %s (%s): ".formatted(ends) + english);
    }
}
