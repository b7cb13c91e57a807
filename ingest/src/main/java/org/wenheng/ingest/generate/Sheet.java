package org.wenheng.ingest.generate;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/**
 * One filled form.
 *
 * @param regionCode the code as the reporter gives it
 */
record Sheet(Form form, String regionCode, Region region, Period period, List<SheetRow> rows) {
    Sheet {
        rows = List.copyOf(rows);
    }

    String given(int row, int column) {
        return rows.get(row).given().get(column);
    }

    /** The sheet with another text in one cell. */
    Sheet with(int row, int column, String text) {
        SheetRow old = rows.get(row);
        List<String> given = new ArrayList<>(old.given());
        given.set(column, text);
        List<SheetRow> changed = new ArrayList<>(rows);
        changed.set(row, new SheetRow(old.code(), old.name(), given));
        return new Sheet(form, regionCode, region, period, changed);
    }

    Sheet withRegionCode(String code) {
        return new Sheet(form, code, region, period, rows);
    }

    int cells() {
        return rows.size() * form.elements().size();
    }
}
