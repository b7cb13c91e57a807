package org.wenheng.ingest.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.table.Table;

/**
 * One pure step of a derivation: rows in, rows out. It reads no table, writes no table, runs no action and asks no clock;
 * further inputs and settings come through its constructor.
 */
public interface Stage {
    /** What it reads; further columns are welcome. */
    Table input();

    /** Exactly what it gives. */
    Table output();

    /** The step itself. Called by {@link #apply}. */
    Dataset<Row> transform(Dataset<Row> rows);

    /**
     * Applies the stage and checks both ends of its contract on the schemas alone, so that no Spark job runs.
     *
     * @throws IllegalStateException with every difference, if an end does not match
     */
    default Dataset<Row> apply(Dataset<Row> rows) {
        require("input", differences(input(), rows.schema(), false));
        Dataset<Row> result = transform(rows);
        require("output", differences(output(), result.schema(), true));
        return result;
    }

    private void require(String end, List<String> differences) {
        if (!differences.isEmpty()) {
            throw new IllegalStateException("Cannot run stage %s: its %s does not match: %s"
                    .formatted(getClass().getSimpleName(), end, String.join("; ", differences)));
        }
    }

    private static List<String> differences(Table table, StructType actual, boolean exactly) {
        List<String> differences = new ArrayList<>();
        StructType declared = Lake.schema(table);
        for (StructField column : declared.fields()) {
            if (!List.of(actual.fieldNames()).contains(column.name())) {
                differences.add("missing column %s %s"
                        .formatted(column.name(), column.dataType().sql()));
            } else if (!actual.apply(column.name()).dataType().equals(column.dataType())) {
                differences.add("column %s is %s, expected %s"
                        .formatted(
                                column.name(),
                                actual.apply(column.name()).dataType().sql(),
                                column.dataType().sql()));
            }
        }
        if (exactly) {
            for (String name : actual.fieldNames()) {
                if (!table.columnNames().contains(name)) {
                    differences.add("unexpected column " + name);
                }
            }
        }
        return differences;
    }
}
