package org.wenheng.ingest.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * How a table of regions of another owner is read: one row per region, or per region and time in which it was so.
 *
 * @param source what the changes name as their source
 * @param encoding encoding of the bytes if they are neither marked nor UTF-8; null if the owner declares none
 * @param headerRow row with the names of the columns, from 1
 * @param root the region above all others, which stands in no row; null if the table has it or the catalogue does
 * @param code column with the code
 * @param name column with the name
 * @param level where the level comes from
 * @param parent where the parent comes from
 * @param from column with the first day, month or year in force; null if the table has none
 * @param until column with the day, month or year from which it is in force no more; null if the table has none
 * @param successors where the codes that come after stand; null if the table has none
 * @param keep rows to read, by column and texts; empty for all
 * @param leaveOut rows not to read, by column and texts
 * @param days days on which a region began or ended in a year for which the table has only the year, by code
 * @param since day on which the records of the catalogue begin: what ended before is left out, and what began before has no
 *     first day; null for all that the table has
 */
public record RegionMapping(
        Title title,
        String source,
        @Nullable String encoding,
        int headerRow,
        @Nullable Region root,
        CodeColumn code,
        String name,
        LevelSource level,
        ParentSource parent,
        @Nullable String from,
        @Nullable String until,
        @Nullable SuccessorColumn successors,
        Map<String, List<String>> keep,
        Map<String, List<String>> leaveOut,
        Map<String, LocalDate> days,
        @Nullable LocalDate since) {

    /**
     * A column with a code.
     *
     * @param width places to which it is filled up with zeros on the right; 0 to take it as it is
     */
    public record CodeColumn(String column, int width) {

        /** The code for a text of the column. */
        String of(String text) {
            return text.isEmpty() ? text : text + "0".repeat(Math.max(0, width - text.length()));
        }
    }

    /**
     * The level of a row.
     *
     * @param fixed the level of all rows; null if it stands in a column
     * @param column null if fixed
     * @param words levels of the catalogue by the words of the column
     */
    public record LevelSource(
            @Nullable String fixed, @Nullable String column, Map<String, String> words) {}

    /**
     * The parent of a row: the first of several columns whose code is known, or the region that columns name from the top
     * down.
     *
     * @param codes columns with codes, the nearest first; empty if the parent is named
     * @param names columns with names from the top down; empty if the parent has a code
     * @param none texts that stand for no region in between
     */
    public record ParentSource(List<CodeColumn> codes, List<String> names, List<String> none) {}

    /**
     * The codes that come after a row.
     *
     * @param separator what stands between several
     * @param pattern one of them, with the named group {@code code} and, for a part that passed to another region before the
     *     row ended, the named group {@code date}
     */
    public record SuccessorColumn(String column, String separator, Pattern pattern) {}
}
