package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;

/** Reads what reporters fill: form workbooks and the long form table. */
public final class Forms {
    private Forms() {}

    /** The cells of the sheets, each sheet by the layout it has. */
    public static Extract read(List<Sheet> sheets) {
        List<ReportedCell> cells = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Extract extract = FormTable.fits(sheet) ? FormTable.read(sheet) : FormWorkbook.read(List.of(sheet));
            cells.addAll(extract.cells());
            faults.addAll(extract.faults());
        }
        if (cells.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.ofFile(FaultCode.FILE_WITHOUT_CELLS, ""));
        }
        return new Extract(cells, faults);
    }
}
