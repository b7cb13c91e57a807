package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.TableWords.Role;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;

/** Reads what reporters fill: form workbooks, the long form table, and forms that were rearranged. */
public final class Forms {
    private Forms() {}

    /** The cells of the sheets, each sheet by the layout it has. Hidden sheets are not read and noted. */
    public static Extract read(List<Sheet> sheets, Catalogue catalogue) {
        List<ReportedCell> cells = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheet.rows().stream().allMatch(SheetRow::isBlank)) {
                continue;
            }
            if (sheet.hidden()) {
                faults.add(new Fault(FaultCode.SHEET_NOT_READ, sheet.name(), "", sheet.name(), ""));
                continue;
            }
            Extract extract = read(sheet, catalogue);
            cells.addAll(extract.cells());
            faults.addAll(extract.faults());
        }
        if (cells.isEmpty() && faults.stream().allMatch(fault -> fault.code() == FaultCode.SHEET_NOT_READ)) {
            faults.add(Fault.ofFile(FaultCode.FILE_WITHOUT_CELLS, ""));
        }
        return new Extract(withPeriodCodes(cells, catalogue), faults);
    }

    private static Extract read(Sheet sheet, Catalogue catalogue) {
        if (FormTable.fits(sheet)) {
            return FormTable.read(sheet);
        }
        Extract asSentOut = FormWorkbook.read(List.of(sheet));
        boolean fits = asSentOut.faults().isEmpty() && hasColumnsAsSentOut(sheet);
        Optional<Extract> rearranged = fits ? Optional.empty() : FreeForm.read(sheet, catalogue);
        return rearranged.orElse(asSentOut);
    }

    /** Whether the values stand where the form has them: with columns moved, a name would be read as a value. */
    private static boolean hasColumnsAsSentOut(Sheet sheet) {
        SheetRow header = sheet.row(4);
        TableWords words = TableWords.standard();
        return words.column(header.text(0)) == Role.ELEMENT_CODE
                ? words.column(header.text(2)) == Role.UNIT && words.column(header.text(3)) == Role.VALUE
                : words.column(header.text(1)) == Role.FACILITY_NAME;
    }

    /** Periods as people write them become codes; what is no period stays as it is for the checks to say so. */
    private static List<ReportedCell> withPeriodCodes(List<ReportedCell> cells, Catalogue catalogue) {
        Map<RowHead, RowHead> heads = new HashMap<>();
        List<ReportedCell> read = new ArrayList<>(cells.size());
        for (ReportedCell cell : cells) {
            RowHead head = heads.computeIfAbsent(cell.head(), given -> withPeriodCode(given, catalogue));
            read.add(head.equals(cell.head()) ? cell : cell.with(head));
        }
        return read;
    }

    private static RowHead withPeriodCode(RowHead head, Catalogue catalogue) {
        Form form = catalogue.forms().get(head.form());
        return head.inPeriod(WrittenPeriod.code(head.period(), List.of(), form == null ? null : form.frequency()));
    }
}
