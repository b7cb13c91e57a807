package org.wenheng.ingest.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a found table.
 *
 * @param column from 0
 * @param parts the texts of its header from the top down, merged cells filled, equal neighbours once
 * @param name the parts joined by {@code /}, without the unit
 * @param unit the unit that the header names; null if it names none
 */
public record TableColumn(
        int column,
        List<String> parts,
        String name,
        @Nullable RecognisedUnit unit) {
    public TableColumn {
        parts = List.copyOf(parts);
    }

    /**
     * A unit and where it was found.
     *
     * @param address the cell that names it
     */
    public record RecognisedUnit(String unit, UnitSource source, String address) {}

    /** What named a unit, the nearest to the values first. */
    public enum UnitSource {
        UNIT_CELL,
        UNIT_ROW,
        HEADER,
        INDICATOR_LINE,
        UNIT_LINE
    }

    /** The header as it stands, with the unit. */
    public String header() {
        return String.join("/", parts);
    }
}
