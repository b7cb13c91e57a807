package org.wenheng.ingest.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/**
 * What a reporter wrote into the list of findings of an answer and sent back with it, by the cell it is about.
 *
 * @param byPlace texts by {@code sheet!cell}; a CSV file's sheet has the empty name
 */
public record Explanations(Map<String, String> byPlace) {
    /** Header of the column with the sheet. */
    public static final String SHEET = "工作表";
    /** Header of the column with the cell. */
    public static final String CELL = "单元格";
    /** Header of the column that the reporter fills. */
    public static final String EXPLANATION = "填报单位说明";

    public Explanations {
        byPlace = Map.copyOf(byPlace);
    }

    /** The explanations in the findings sheet of a file; none if it has no such sheet. */
    public static Explanations of(List<Sheet> sheets) {
        Map<String, String> byPlace = new HashMap<>();
        sheets.stream().filter(sheet -> sheet.name().equals(OwnSheets.FINDINGS)).forEach(sheet -> read(sheet, byPlace));
        return new Explanations(byPlace);
    }

    /** The cells with the explanations beside what the reporter wrote in the form itself. */
    public Extract addTo(Extract extract) {
        return byPlace.isEmpty()
                ? extract
                : new Extract(extract.cells().stream().map(this::addTo).toList(), extract.faults());
    }

    private ReportedCell addTo(ReportedCell cell) {
        String text = byPlace.getOrDefault(cell.sheet() + "!" + cell.address(), "");
        if (text.isEmpty() || cell.remark().contains(text)) {
            return cell;
        }
        return cell.withRemark(cell.remark().isEmpty() ? text : cell.remark() + ";" + text);
    }

    private static void read(Sheet sheet, Map<String, String> byPlace) {
        Map<String, Integer> columns = new HashMap<>();
        for (SheetRow row : sheet.rows()) {
            if (columns.isEmpty()) {
                for (int column = 0; column < row.texts().size(); column++) {
                    columns.put(row.text(column), column);
                }
                if (!columns.keySet().containsAll(List.of(SHEET, CELL, EXPLANATION))) {
                    columns.clear();
                }
                continue;
            }
            String text = row.text(columns.getOrDefault(EXPLANATION, 0));
            if (!text.isEmpty()) {
                String place = row.text(columns.getOrDefault(SHEET, 0)) + "!" + row.text(columns.getOrDefault(CELL, 0));
                byPlace.merge(place, text, (one, two) -> one.contains(two) ? one : one + ";" + two);
            }
        }
    }
}
