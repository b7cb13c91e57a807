package org.wenheng.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Small files for the tests. */
final class MadeFiles {
    private MadeFiles() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A zip file; names and contents in turn. */
    static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook with one sheet whose XML is given. */
    static byte[] xlsx(String sheet) {
        return zip(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/1.xml\"/></Relationships>",
                "xl/worksheets/1.xml",
                sheet);
    }

    /** The rows of a worksheet part. */
    static byte[] xlsxRows(String rows) {
        return xlsx("<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** An OpenDocument spreadsheet with one table whose rows are given. */
    static byte[] ods(String rows) {
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>"
                        + "<office:spreadsheet><table:table table:name=\"T\">" + rows
                        + "</table:table></office:spreadsheet></office:body></office:document-content>");
    }

    /** Dates, a time, per cents, cached formulas, merged cells, a hidden sheet; the same for both kinds of workbook. */
    static byte[] full(Workbook workbook) {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("数据");
            sheet.createRow(0).createCell(0).setCellValue("合并标题");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            Row row = sheet.createRow(2);
            dated(workbook, row.createCell(0), (short) 14).setCellValue(LocalDate.of(2023, 6, 1));
            dated(workbook, row.createCell(1), format(workbook, "yyyy\"年\"m\"月\"d\"日\" hh:mm"))
                    .setCellValue(LocalDateTime.of(2023, 6, 1, 8, 30));
            dated(workbook, row.createCell(2), (short) 31).setCellValue(LocalDate.of(2023, 6, 1));
            dated(workbook, row.createCell(3), (short) 20).setCellValue(8.5 / 24);
            dated(workbook, row.createCell(4), (short) 10).setCellValue(0.29);
            dated(workbook, row.createCell(5), format(workbook, "0.00\"%\"")).setCellValue(0.29);
            row.createCell(6).setCellValue(true);
            row.createCell(7).setCellFormula("1/0");
            row.createCell(8).setCellFormula("2*3.5");
            row.createCell(9).setCellFormula("\"a\"&\"b\"");
            row.createCell(10).setCellValue(35371.28);
            row.createCell(11).setCellValue("第一行\n第二行");
            dated(workbook, row.createCell(12), format(workbook, "#,##0.00")).setCellValue(1234567);
            workbook.createSheet("隐藏").createRow(0).createCell(0).setCellValue("秘");
            workbook.setSheetHidden(1, true);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The old format with a password on it. */
    static byte[] encryptedXls() {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("秘");
            org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword("geheim");
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static short format(Workbook workbook, String code) {
        return workbook.createDataFormat().getFormat(code);
    }

    private static Cell dated(Workbook workbook, Cell cell, short format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(format);
        cell.setCellStyle(style);
        return cell;
    }
}
