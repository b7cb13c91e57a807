package org.wenheng.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a zip file (PKWARE APPNOTE 6.3). Bytes are counted while they are unpacked, whatever the directory says, and
 * over all readings of all parts; every part is held against its checksum. Entries are found by the directory at the end:
 * writers of workbooks stream entries in a way that cannot be read from the front.
 */
final class ZipParts implements Closeable {
    private static final byte[] DIRECTORY_ENTRY = {'P', 'K', 1, 2};

    private final String file;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final XmlPart.Tally tally = new XmlPart.Tally();
    private long unpacked;

    private ZipParts(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.entries = Collections.list(zip.getEntries());
    }

    /**
     * Opens a zip file.
     *
     * @throws IOException if it is damaged
     * @throws UnreadableException if it has too many entries
     */
    static ZipParts open(String file, byte[] bytes) throws IOException {
        // Counted before the directory becomes objects: a directory may be as long as the file.
        if (count(bytes, DIRECTORY_ENTRY) > Limits.ENTRIES) {
            throw new UnreadableException(FaultCode.FILE_ARCHIVE_UNSAFE, file, "> %d".formatted(Limits.ENTRIES));
        }
        ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
        if (!zip.getEntries().hasMoreElements()) {
            zip.close();
            throw new IOException("No entries");
        }
        return new ZipParts(file, zip);
    }

    List<ZipArchiveEntry> entries() {
        return entries;
    }

    /** Whether a part is there; case does not count. */
    boolean has(String name) {
        return find(name) != null;
    }

    /**
     * A part that is an XML document.
     *
     * @throws IOException if there is none
     */
    XmlPart xml(String name) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = find(name);
        if (entry == null) {
            throw new IOException("No part " + name);
        }
        return XmlPart.of(file, content(entry), tally);
    }

    /**
     * The content of an entry. Reading it to its end verifies its checksum.
     *
     * @throws UnreadableException if it is encrypted; while reading, if all together grows too large
     */
    InputStream content(ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableException(FaultCode.FILE_ENCRYPTED, file, "");
        }
        InputStream stream = zip.getInputStream(entry);
        if (stream == null) {
            throw new IOException("No content: " + entry.getName());
        }
        return new Counted(stream, entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private @Nullable ZipArchiveEntry find(String name) {
        String wanted = name.startsWith("/") ? name.substring(1) : name;
        ZipArchiveEntry exact = zip.getEntry(wanted);
        if (exact != null) {
            return exact;
        }
        return entries.stream()
                .filter(entry -> entry.getName()
                        .replace('\\', '/')
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static int count(byte[] bytes, byte[] mark) {
        int count = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == mark[0] && bytes[i + 1] == mark[1] && bytes[i + 2] == mark[2] && bytes[i + 3] == mark[3]) {
                count++;
            }
        }
        return count;
    }

    private void count(int read) {
        unpacked += Math.max(0, read);
        if (unpacked > Limits.UNPACKED) {
            throw new UnreadableException(
                    FaultCode.FILE_TOO_LARGE, file, "解压后 unpacked %d MB".formatted(Limits.UNPACKED >> 20));
        }
    }

    private final class Counted extends CheckedInputStream {
        private final long checksum;

        private Counted(InputStream in, long checksum) {
            super(in, new CRC32());
            this.checksum = checksum;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            check(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            check(read);
            return read;
        }

        private void check(int read) throws IOException {
            if (read < 0 && getChecksum().getValue() != checksum) {
                throw new IOException("Wrong checksum");
            }
            count(read);
        }
    }
}
