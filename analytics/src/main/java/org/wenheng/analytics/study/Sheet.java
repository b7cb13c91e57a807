package org.wenheng.analytics.study;

import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.ingest.reference.Title;

/**
 * A table of results, for a file or the screen.
 *
 * @param name of its file, lower kebab case
 * @param columns in lower snake case, or headings in both languages
 * @param rows each as long as the columns; a cell is a text or a number, and NaN is a number that does not exist
 */
public record Sheet(String name, Title title, List<String> columns, List<List<Object>> rows) {

    /**
     * @throws IllegalArgumentException if a row is not as long as the columns, or a cell is neither a text nor a number
     */
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()
                    || !row.stream().allMatch(cell -> cell instanceof String || cell instanceof Number)) {
                throw new IllegalArgumentException("Sheet %s has the row %s under %s".formatted(name, row, columns));
            }
        }
    }

    /**
     * The cells of a column.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public List<Object> column(String column) {
        int place = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column %s in %s".formatted(column, columns)));
        return rows.stream().map(row -> row.get(place)).toList();
    }
}
