package org.wenheng.ingest.answer;

import java.util.List;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.Severity;

/**
 * A place of a file at which something was found, with all that was found there. A wrong period stands once in the head of
 * a sheet and is found at each of its values: that is one mark, at the head.
 *
 * @param sheet as the sender named it; empty for a file without sheets and for a mark about the file
 * @param cell address such as {@code C7}; empty for a mark about the sheet or the file
 * @param row from 1; 0 if there is no cell
 * @param column from 0
 * @param entries what was found, the gravest first; at least one
 */
record Mark(String sheet, String cell, int row, int column, List<Entry> entries) {

    /**
     * One thing that was found at a place.
     *
     * @param number of the first finding that says it, from 1 in the order of the submission
     * @param finding the first finding that says it
     * @param values number of values it is about
     */
    record Entry(int number, Finding finding, int values) {}

    Mark {
        entries = List.copyOf(entries);
    }

    /** The gravest severity. */
    Severity severity() {
        return entries.get(0).finding().severity();
    }
}
