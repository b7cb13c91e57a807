package org.wenheng.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads a workbook in the Office Open XML format (ECMA-376). A number comes as the text that is stored, a formula as its
 * cached value, an error such as {@code #DIV/0!} as its text.
 */
final class WorkbookFile {
    /** Unpacked, a workbook may have 512 MB; more is taken for an attack. */
    private static final long LARGEST_UNPACKED = 512L * 1024 * 1024;

    private WorkbookFile() {}

    static Content read(String name, byte[] bytes) {
        try {
            Archive archive = inspect(bytes);
            if (archive.unpacked() > LARGEST_UNPACKED) {
                return Content.refused(FaultCode.FILE_TOO_LARGE, name);
            }
            if (!archive.holdsWorkbook()) {
                return Content.refused(
                        archive.entries() == 0 ? FaultCode.FILE_ARCHIVE_BROKEN : FaultCode.FILE_NOT_A_WORKBOOK, name);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Content.refused(FaultCode.FILE_ARCHIVE_BROKEN, name);
        }
        return sheets(name, bytes);
    }

    private static Content sheets(String name, byte[] bytes) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Sheet> sheets = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.add(new Sheet(
                            sheet.getName(), rows.map(WorkbookFile::row).toList()));
                }
            }
            return new Content(sheets, "xlsx: Office Open XML", null);
        } catch (IOException | RuntimeException e) {
            // The library reports damaged parts with several kinds of exception; for the sender they are one thing.
            return Content.refused(FaultCode.FILE_ARCHIVE_BROKEN, name);
        }
    }

    private static SheetRow row(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(row.getOptionalCell(column).map(WorkbookFile::text).orElse(""));
        }
        return new SheetRow(row.getRowNum(), texts);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "TRUE" : "FALSE";
        }
        String stored = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        return stored == null ? "" : stored;
    }

    private static Archive inspect(byte[] bytes) throws IOException {
        int entries = 0;
        long unpacked = 0;
        boolean holdsWorkbook = false;
        byte[] buffer = new byte[8192];
        // By the directory at its end: writers of workbooks stream entries in a way that cannot be read from the front.
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                holdsWorkbook |= entry.getName().equals("xl/workbook.xml");
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            return new Archive(entries, unpacked, holdsWorkbook);
                        }
                    }
                }
            }
        }
        return new Archive(entries, unpacked, holdsWorkbook);
    }

    private record Archive(int entries, long unpacked, boolean holdsWorkbook) {}
}
