package org.wenheng.ingest.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.read.MistakePlace;

/**
 * The marks of a submission, in the order of its findings.
 *
 * @param all by place
 * @param placeOfFinding the marked address of each finding, in the order of the findings; empty where it has no cell
 */
record Marks(List<Mark> all, List<String> placeOfFinding) {
    /** A workbook with more marks than this helps nobody; the rest is in the JSON. */
    static final int LARGEST = 10_000;

    Marks {
        all = List.copyOf(all);
        placeOfFinding = List.copyOf(placeOfFinding);
    }

    /** Gathers the findings by the place of the mistake. */
    static Marks of(List<Finding> findings, List<Sheet> sheets) {
        Map<String, Sheet> byName = new HashMap<>();
        sheets.forEach(sheet -> byName.putIfAbsent(sheet.name(), sheet));
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String place = place(finding, byName);
            places.add(place);
            gathered.computeIfAbsent(finding.sheet() + "!" + place, key -> new Gathered(finding.sheet(), place))
                    .add(i + 1, finding);
        }
        return new Marks(gathered.values().stream().map(Gathered::mark).toList(), places);
    }

    private static String place(Finding finding, Map<String, Sheet> sheets) {
        Sheet sheet = sheets.get(finding.sheet());
        if (finding.cell().isEmpty() || sheet == null) {
            return finding.cell();
        }
        CellReference at = new CellReference(finding.cell());
        return MistakePlace.of(finding.code()).addressFor(sheet, at.getRow() + 1, at.getCol());
    }

    /** A mark while it is gathered. */
    private static final class Gathered {
        private final String sheet;
        private final String cell;
        private final Map<String, Mark.Entry> entries = new LinkedHashMap<>();

        Gathered(String sheet, String cell) {
            this.sheet = sheet;
            this.cell = cell;
        }

        void add(int number, Finding finding) {
            String said = finding.code() + "\n" + finding.message().chinese();
            entries.merge(
                    said,
                    new Mark.Entry(number, finding, 1),
                    (first, again) -> new Mark.Entry(first.number(), first.finding(), first.values() + 1));
        }

        Mark mark() {
            List<Mark.Entry> sorted = entries.values().stream()
                    .sorted(Comparator.comparing(entry -> entry.finding().severity()))
                    .toList();
            if (cell.isEmpty()) {
                return new Mark(sheet, cell, 0, 0, sorted);
            }
            CellReference at = new CellReference(cell);
            return new Mark(sheet, cell, at.getRow() + 1, at.getCol(), sorted);
        }
    }
}
