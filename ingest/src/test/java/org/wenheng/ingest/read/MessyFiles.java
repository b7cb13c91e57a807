package org.wenheng.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.wenheng.ingest.format.CellRange;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/** Real statistical files that people made. */
public final class MessyFiles {
    public static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    public static final Path FOLDER = HOME.resolve("../shared/data/messy");

    private MessyFiles() {}

    /** The sheets of a file. */
    public static List<Sheet> sheets(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        return name.endsWith(".csv") ? Content.of(name, bytes, null).sheets() : workbook(bytes);
    }

    private static List<Sheet> workbook(byte[] bytes) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            for (org.apache.poi.ss.usermodel.Sheet sheet : workbook) {
                List<SheetRow> rows = new ArrayList<>();
                for (Row row : sheet) {
                    List<String> texts = new ArrayList<>();
                    for (int column = 0; column < row.getLastCellNum(); column++) {
                        Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                        texts.add(
                                cell.getCellType() == CellType.NUMERIC
                                        ? NumberToTextConverter.toText(cell.getNumericCellValue())
                                        : cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "");
                    }
                    rows.add(new SheetRow(row.getRowNum() + 1, texts));
                }
                List<CellRange> merged = sheet.getMergedRegions().stream()
                        .map(range -> new CellRange(
                                range.getFirstRow() + 1,
                                range.getFirstColumn(),
                                range.getLastRow() + 1,
                                range.getLastColumn()))
                        .toList();
                sheets.add(new Sheet(sheet.getSheetName(), false, rows, merged));
            }
        }
        return sheets;
    }
}
