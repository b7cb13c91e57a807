package org.wenheng.ingest.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;

/**
 * A line above or below a table.
 *
 * @param row from 1
 * @param text the texts of its cells
 * @param labels what the line announces, such as {@code 单位:万元}
 */
public record Line(int row, String text, List<Label> labels) {

    /**
     * A label and its value.
     *
     * @param name as written, without the colon
     * @param value empty if nothing stands behind the label
     * @param column column of the cell in which the value stands, from 0
     */
    public record Label(String name, String value, int row, int column) {

        /** The address of the value. */
        public String address() {
            return Sheet.address(column, row);
        }

        TableWords.@Nullable Role role() {
            return TableWords.standard().label(name);
        }
    }
}
