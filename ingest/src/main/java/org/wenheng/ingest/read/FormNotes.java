package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.FormVersion;

/** What is worth saying about forms that can be read all the same. */
public final class FormNotes {
    private FormNotes() {}

    /**
     * Sheets that were made from another version of their form, and a file in which nothing is filled in. An old template
     * is read: its cells name their elements, and every cell is checked by the form as it is now.
     *
     * @param sheets those with data
     * @param extract what was read from them
     */
    public static List<Fault> of(List<Sheet> sheets, Extract extract, Catalogue catalogue) {
        List<Fault> notes = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Form form = catalogue.forms().get(FormWorkbook.formOf(sheet));
            TemplateStamp stamp = TemplateStamp.of(sheet).orElse(null);
            if (form == null || stamp == null) {
                continue;
            }
            TemplateStamp now =
                    new TemplateStamp(TemplateStamp.LAYOUT, catalogue.code(), FormVersion.of(form, catalogue));
            if (!stamp.equals(now)) {
                notes.add(new Fault(FaultCode.TEMPLATE_OUTDATED, sheet.name(), "", stamp.text(), now.text()));
            }
        }
        boolean nothingFilled = !extract.cells().isEmpty()
                && extract.cells().stream().allMatch(cell -> cell.given().isEmpty());
        if (nothingFilled) {
            String cells = Integer.toString(extract.cells().size());
            notes.add(Fault.ofFile(FaultCode.FORMS_NOT_FILLED, cells));
        }
        return notes;
    }
}
