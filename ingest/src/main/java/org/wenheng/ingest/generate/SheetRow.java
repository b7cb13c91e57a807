package org.wenheng.ingest.generate;

import java.util.List;

/**
 * One row of a sheet: a facility with its elements, or the region with all of them.
 *
 * @param code the facility's code; empty for the region itself
 * @param name the facility's name; empty for the region itself
 * @param given the texts of the cells, in the order of the form's elements
 */
record SheetRow(String code, String name, List<String> given) {
    SheetRow {
        given = List.copyOf(given);
    }
}
