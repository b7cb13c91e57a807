package org.wenheng.ingest.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.SourceMapping.Place;

/** A place of a mapping in a table: its column is found, its line is read. */
final class BoundPlace {
    private final FoundTable table;
    private final MergedCells merged;
    private final Place place;
    private final int column;
    private final String fixed;
    private final @Nullable Pattern match;

    /**
     * @param column column of the place, from 0; any number if it stands in none
     * @param fixed the text that is the same for all values; empty if there is none
     */
    BoundPlace(FoundTable table, MergedCells merged, Place place, int column, String fixed) {
        this.table = table;
        this.merged = merged;
        this.place = place;
        this.column = column;
        this.fixed = fixed;
        this.match = place.match() == null ? null : Pattern.compile(place.match());
    }

    Place place() {
        return place;
    }

    int column() {
        return column;
    }

    /** The text for a value, which stands in a row and a column. */
    String text(SheetRow row, int valueColumn) {
        return switch (place.origin()) {
            case COLUMN -> matched(merged.text(row, column));
            case HEADER ->
                valueColumn < table.columns().size() ? header(table.columns().get(valueColumn)) : "";
            case FIXED, LINE, SHEET -> matched(fixed);
        };
    }

    /** The text that the header of a column gives. */
    String header(TableColumn of) {
        List<String> parts = of.parts();
        return matched(
                place.level() == 0 ? of.name() : place.level() <= parts.size() ? parts.get(place.level() - 1) : "");
    }

    private String matched(String text) {
        if (match == null) {
            return text;
        }
        Matcher matcher = match.matcher(text);
        return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
    }
}
