package org.wenheng.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * A zip file that holds files, not a workbook.
 *
 * @param entries in the order of its directory; empty if it was refused
 * @param fault why it was refused as a whole; null if it was not
 */
public record Archive(List<Entry> entries, @Nullable Fault fault) {
    /** Bytes that are unpacked at most: they are all held at once. */
    static final long LARGEST = 128L * 1024 * 1024;

    /** How many times larger than packed an archive may become; tables become ten to fifty times. */
    static final int MOST_INFLATION = 200;

    /** From this size on the inflation counts. */
    private static final long SMALL = 8L * 1024 * 1024;

    /**
     * A file of the archive.
     *
     * @param name {@code outer.zip/folder/inner.xlsx}
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Entry(String name, byte[] bytes) {}

    /**
     * Whether a file is a zip file that holds files: neither a workbook nor another office document. One that was sent under
     * the name of a workbook is not opened but refused: how much memory a file needs must be known from its name.
     */
    public static boolean fits(String name, byte[] bytes) {
        if (mayBe(name, bytes)) {
            try (ZipParts parts = ZipParts.open(name, bytes)) {
                return !isDocument(parts);
            } catch (IOException | RuntimeException e) {
                return false;
            }
        }
        return false;
    }

    /**
     * Whether a file may become much larger than it is.
     *
     * @param start its first four bytes, or more
     */
    public static boolean mayBe(String name, byte[] start) {
        return isZip(start) && !name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(xls[xmb]?|ods|et)");
    }

    /**
     * Unpacks a zip file that {@link #fits}. Folders and what systems add ({@code __MACOSX}, {@code .DS_Store}, {@code Thumbs.db},
     * {@code ~$} locks) are left out. It is refused as a whole if it is damaged, has a password, holds too many or too large
     * files, names that lead out of it or appear twice, or another archive.
     */
    public static Archive unpack(String name, byte[] bytes) {
        try (ZipParts parts = ZipParts.open(name, bytes)) {
            return new Archive(unpack(name, bytes.length, parts), null);
        } catch (UnreadableException e) {
            return new Archive(List.of(), e.fault());
        } catch (IOException | RuntimeException e) {
            return new Archive(List.of(), Fault.ofFile(FaultCode.FILE_DAMAGED, name));
        }
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8 && bytes[3] < 9 && bytes[2] > 0;
    }

    /** Whether a zip file is a document of an office program. */
    static boolean isDocument(ZipParts parts) {
        return parts.has("[Content_Types].xml") || parts.has("xl/workbook.xml") || parts.has("mimetype");
    }

    private static List<Entry> unpack(String name, int packed, ZipParts parts) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (ZipArchiveEntry entry : parts.entries()) {
            String inner = nameOf(entry);
            if (entry.isDirectory() || isOfASystem(inner)) {
                continue;
            }
            if (leadsOut(inner) || entry.isUnixSymlink()) {
                throw new UnreadableException(FaultCode.FILE_ARCHIVE_UNSAFE, name, shown(inner));
            }
            if (!names.add(inner.toLowerCase(Locale.ROOT))) {
                throw new UnreadableException(FaultCode.FILE_ARCHIVE_UNSAFE, name, "2 × " + inner);
            }
            byte[] content = content(name, packed, unpacked, parts, entry);
            unpacked += content.length;
            if (fits("", content)) {
                throw new UnreadableException(FaultCode.FILE_ARCHIVE_NESTED, name, inner);
            }
            entries.add(new Entry(name + "/" + inner, content));
        }
        if (entries.isEmpty()) {
            throw new UnreadableException(FaultCode.FILE_EMPTY, name, "");
        }
        return List.copyOf(entries);
    }

    private static byte[] content(String name, int packed, long before, ZipParts parts, ZipArchiveEntry entry)
            throws IOException {
        int most = (int) Math.min(Content.LARGEST, LARGEST - before) + 1;
        try (InputStream stream = parts.content(entry)) {
            byte[] content = stream.readNBytes(most);
            if (content.length == most) {
                throw new UnreadableException(
                        FaultCode.FILE_TOO_LARGE,
                        name,
                        "%d MB, 解压后共 unpacked %d MB".formatted(Content.LARGEST >> 20, LARGEST >> 20));
            }
            long all = before + content.length;
            if (all > SMALL && all / MOST_INFLATION > packed) {
                throw new UnreadableException(FaultCode.FILE_ARCHIVE_UNSAFE, name, "> 1 : " + MOST_INFLATION);
            }
            return content;
        }
    }

    /** Names are UTF-8 if they are valid as such; otherwise GB18030, as zip programs on Chinese Windows write them. */
    private static String nameOf(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        return raw == null
                ? entry.getName()
                : Decoding.strictly(raw, StandardCharsets.UTF_8).orElseGet(() -> new String(raw, Decoding.GB18030));
    }

    private static boolean isOfASystem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.isEmpty()
                || last.startsWith("._")
                || last.startsWith("~$")
                || last.equals(".DS_Store")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.length() > 1_000
                || name.matches("(?s)[A-Za-z]:.*")
                || name.matches("(?s)(.*/)?\\.\\.?(/.*)?");
    }

    private static String shown(String name) {
        return name.replace('\0', '?').substring(0, Math.min(name.length(), 200));
    }
}
