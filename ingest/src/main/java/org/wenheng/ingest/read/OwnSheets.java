package org.wenheng.ingest.read;

import java.util.List;
import java.util.Set;
import org.wenheng.ingest.format.Sheet;

/** The sheets that a template or an answer adds beside the data. They are never read as data. */
public final class OwnSheets {
    /** How a template is filled. */
    public static final String GUIDE = "填报说明";
    /** Where an answer lists what was found. */
    public static final String FINDINGS = "审核结果";
    /** What an answer says about the whole file. */
    public static final String SUMMARY = "审核摘要";
    /** Name of the only sheet of an answer to a file that has no sheets. */
    public static final String DATA = "数据";

    private static final Set<String> NAMES = Set.of(GUIDE, FINDINGS, SUMMARY);

    private OwnSheets() {}

    /**
     * The sheets that hold data. One that has the name of an own sheet but the head of a form is data: nothing that is
     * reported is passed over because of a name. One empty sheet if nothing is left.
     */
    public static List<Sheet> dataOf(List<Sheet> sheets) {
        List<Sheet> data = sheets.stream().filter(sheet -> !isOwn(sheet)).toList();
        return data.isEmpty() ? List.of(new Sheet("", List.of())) : data;
    }

    private static boolean isOwn(Sheet sheet) {
        return NAMES.contains(sheet.name()) && !FormTable.fits(sheet) && !FormWorkbook.hasHead(sheet);
    }
}
