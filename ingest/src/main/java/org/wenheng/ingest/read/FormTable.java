package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/** The long layout of the forms, one value per row, mostly a CSV file: the columns are found by their Chinese headers. */
final class FormTable {
    static final String FIRST_HEADER = "报送单位代码";
    private static final String VALUE = "数值";
    private static final List<String> REQUIRED = List.of(FIRST_HEADER, "报告期", "表号", "数据元代码", "计量单位", VALUE);

    private FormTable() {}

    /** Whether a sheet has this layout. */
    static boolean fits(Sheet sheet) {
        return !sheet.rows().isEmpty() && sheet.row(1).text(0).equals(FIRST_HEADER);
    }

    static Extract read(Sheet sheet) {
        SheetRow header = sheet.row(1);
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int column = 0; column < header.texts().size(); column++) {
            columns.putIfAbsent(header.text(column), column);
        }
        List<String> missing =
                REQUIRED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            return new Extract(
                    List.of(),
                    List.of(new Fault(
                            FaultCode.COLUMN_MISSING,
                            sheet.name(),
                            "A1",
                            String.join(",", header.texts()),
                            String.join("、", missing))));
        }
        List<ReportedCell> cells = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            if (row.number() > 1 && !row.isBlank()) {
                cells.add(cell(sheet, row, columns));
            }
        }
        return new Extract(cells, List.of());
    }

    private static ReportedCell cell(Sheet sheet, SheetRow row, Map<String, Integer> columns) {
        String given = text(row, columns, VALUE);
        String facility = text(row, columns, "机构编码");
        RowHead head = new RowHead(
                text(row, columns, "表号"),
                text(row, columns, FIRST_HEADER),
                text(row, columns, "报告期"),
                facility,
                text(row, columns, "机构名称"),
                !facility.isEmpty(),
                text(row, columns, "数据性质").equals("synthetic"));
        return new ReportedCell(
                head,
                sheet.name(),
                row.number(),
                columns.getOrDefault(VALUE, 0),
                text(row, columns, "数据元代码"),
                text(row, columns, "计量单位"),
                given,
                MissingMarks.OF_FORMS.statusOf(given),
                "");
    }

    private static String text(SheetRow row, Map<String, Integer> columns, String name) {
        Integer column = columns.get(name);
        return column == null ? "" : row.text(column);
    }
}
