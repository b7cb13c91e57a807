package org.wenheng.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the first bytes of a file say it is. */
enum FileKind {
    ZIP,
    OLE2,
    /** A sheet of Excel 2 to 4: the record that begins it, with its length. */
    OLD_WORKBOOK,
    PDF,
    RAR,
    SEVEN_ZIP,
    GZIP,
    PICTURE,
    TEXT;

    private static final int LONGEST_MARK = 6;

    /** The kind; text if nothing else. */
    static FileKind of(byte[] bytes) {
        // One character for each byte.
        String start =
                new String(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_MARK)), StandardCharsets.ISO_8859_1);
        if (Archive.isZip(bytes)) {
            return ZIP;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE2;
        }
        if (start.matches("(?s)\t[\0\2\4\10][\4-\20]\0.*")) {
            return OLD_WORKBOOK;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("Rar!\u001A")) {
            return RAR;
        }
        if (start.startsWith("7z\u00BC\u00AF")) {
            return SEVEN_ZIP;
        }
        if (start.startsWith("\u001F\u008B")) {
            return GZIP;
        }
        boolean picture =
                start.startsWith("\u0089PNG") || start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("GIF8");
        return picture ? PICTURE : TEXT;
    }
}
