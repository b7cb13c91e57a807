package org.wenheng.ingest.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The bytes of a workbook: the same content gives the same bytes, whenever it is written. */
public final class WorkbookBytes {
    private static final String WRITER = "文衡 Wenheng";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private WorkbookBytes() {}

    /** States in the workbook's properties who made it and when. */
    public static void state(XSSFWorkbook workbook, String title, Instant made) {
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        String moment = made.truncatedTo(ChronoUnit.SECONDS).toString();
        properties.setTitle(title);
        properties.setCreator(WRITER);
        properties.setLastModifiedByUser(WRITER);
        try {
            properties.setCreated(moment);
            properties.setModified(moment);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("An instant is a date of a workbook: " + moment, e);
        }
    }

    /** Writes the workbook and packs it again without the time of writing. */
    public static byte[] of(XSSFWorkbook workbook) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            workbook.write(written);
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                    ZipOutputStream out = new ZipOutputStream(packed)) {
                out.setLevel(Deflater.BEST_SPEED);
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(NO_TIME);
                    out.putNextEntry(copy);
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be written", e);
        }
        return packed.toByteArray();
    }
}
