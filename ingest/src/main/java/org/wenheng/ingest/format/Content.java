package org.wenheng.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a file. What the bytes are decides the format; the name only tells what the sender believes.
 *
 * @param sheets empty if the file could not be read
 * @param encoding how the bytes were read, and why
 * @param fault why the file could not be read; null if it could
 */
public record Content(
        List<Sheet> sheets, String encoding, @Nullable Fault fault) {
    /** Files above this size are refused before they are read: 64 MB. */
    public static final int LARGEST = 64 * 1024 * 1024;

    /**
     * Reads a file.
     *
     * @param name the name under which it was sent
     * @param declaredEncoding what the source declares for text files; null if it declares nothing
     */
    public static Content of(String name, byte[] bytes, @Nullable String declaredEncoding) {
        if (bytes.length == 0) {
            return refused(FaultCode.FILE_EMPTY, name);
        }
        if (bytes.length > LARGEST) {
            return refused(FaultCode.FILE_TOO_LARGE, name);
        }
        if (isArchive(bytes)) {
            return WorkbookFile.read(name, bytes);
        }
        if ((bytes[0] & 0xFF) == 0xD0 && bytes.length > 3 && (bytes[1] & 0xFF) == 0xCF && bytes[2] == 0x11) {
            return refused(FaultCode.FILE_OLD_WORKBOOK, name);
        }
        return name.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]?")
                ? refused(FaultCode.FILE_NOT_A_WORKBOOK, name)
                : text(name, bytes, declaredEncoding);
    }

    static Content refused(FaultCode code, String given) {
        return new Content(List.of(), "unreadable", Fault.ofFile(code, given));
    }

    private static Content text(String name, byte[] bytes, @Nullable String declaredEncoding) {
        Optional<Decoding> decoding = Decoding.of(bytes, declaredEncoding);
        if (decoding.isEmpty()) {
            return refused(FaultCode.FILE_ENCODING_UNKNOWN, name);
        }
        String text = decoding.get().text();
        if (text.indexOf('\0') >= 0) {
            return refused(FaultCode.FILE_NUL_BYTES, name);
        }
        return text.isBlank()
                ? refused(FaultCode.FILE_EMPTY, name)
                : CsvFile.read(name, text, decoding.get().summary());
    }

    private static boolean isArchive(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8;
    }
}
