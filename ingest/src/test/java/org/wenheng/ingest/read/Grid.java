package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wenheng.ingest.format.CellRange;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/** Sheets written as lines, cells between bars. */
final class Grid {
    private Grid() {}

    static Sheet sheet(String... lines) {
        return merged(List.of(), lines);
    }

    static Sheet merged(List<CellRange> merged, String... lines) {
        List<SheetRow> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new SheetRow(
                    rows.size() + 1,
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()));
        }
        return new Sheet("表", false, rows, merged);
    }
}
