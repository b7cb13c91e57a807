package org.wenheng.analytics.impute;

import java.util.Collections;
import java.util.List;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.scheme.method.Direction;

/**
 * What is known of the rows and columns of a matrix besides its values.
 *
 * @param groups the peer group of each row; an empty name is a row without one
 * @param columns by column
 * @param panel which rows are the same region at different times
 */
public record Surroundings(PeerGroups groups, List<Column> columns, Panel panel) {

    public Surroundings {
        columns = List.copyOf(columns);
    }

    /**
     * What is known of a column.
     *
     * @param family the indicators of a family stand for each other, such as those of one dimension
     */
    public record Column(String family, Direction direction) {}

    /** Rows of one period without peer groups; all columns are of one family, and higher is better. */
    public static Surroundings none(int rows, int columns) {
        return new Surroundings(
                PeerGroups.none(rows),
                Collections.nCopies(columns, new Column("", Direction.HIGHER_IS_BETTER)),
                Panel.onePeriod(rows));
    }
}
