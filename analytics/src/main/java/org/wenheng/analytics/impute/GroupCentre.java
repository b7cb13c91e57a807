package org.wenheng.analytics.impute;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * The mean or median of the values of the peer group. A row without a group stays as it is, and so does a group with too
 * few values.
 *
 * @param atLeast values that a group must have, from 1
 */
public record GroupCentre(Centre centre, int atLeast) implements Imputation {
    private static final Title NO_GROUP = new Title("没有同类组", "the region has no peer group");

    /**
     * @throws IllegalArgumentException if {@code atLeast} is below 1
     */
    public GroupCentre {
        if (atLeast < 1) {
            throw new IllegalArgumentException("Expected at least 1 value in a group, found " + atLeast);
        }
    }

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        surroundings.groups().rows().forEach((name, rows) -> fill(filling, name, rows));
        return filling.done();
    }

    private void fill(Filling filling, String name, int[] rows) {
        OrderStatistics there = OrderStatistics.of(
                Arrays.stream(rows).mapToDouble(row -> filling.known()[row]).toArray());
        double value = centre.of(there);
        for (int row : rows) {
            if (!filling.missing(row)) {
                continue;
            }
            if (name.isEmpty()) {
                filling.leave(row, NO_GROUP);
            } else if (there.size() < atLeast) {
                filling.leave(row, tooFew(name, there.size()));
            } else {
                filling.fill(row, value, new Source.Group(name), there.size());
            }
        }
    }

    private Title tooFew(String name, int found) {
        return new Title(
                "同类组“%s”只有%d个值,需要%d个".formatted(name, found, atLeast),
                "peer group %s has %d values and needs %d".formatted(name, found, atLeast));
    }

    @Override
    public Title description() {
        return new Title(
                "以同类组的%s填补,组内至少%d个值".formatted(centre.chinese(), atLeast),
                "Filled in with the %s of the peer group if it has at least %d values"
                        .formatted(centre.english(), atLeast));
    }
}
