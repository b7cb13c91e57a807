package org.wenheng.ingest.source;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;

/**
 * The file of a part: comma-separated UTF-8 text (RFC 4180) with the names of the columns in its first row. A value that
 * is missing is an empty field. The file appears under its name when it is whole.
 */
public final class PartFile implements AutoCloseable {
    /** A part above this size is refused: below what collection takes as one file, 64 MB. */
    static final long LARGEST = 60L * 1024 * 1024;

    private final Path draft;
    private final Path target;
    private final int number;
    private final MessageDigest digest = Sha256.digest();
    private final Counted bytes;
    private final FileChannel channel;
    private final CSVPrinter printer;
    private long rows;

    private PartFile(Path folder, int number, List<String> columns) throws IOException {
        String name = "part-%05d.csv".formatted(number);
        this.number = number;
        this.target = folder.resolve(name);
        this.draft = folder.resolve("." + name + ".partial");
        this.channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.bytes = new Counted(new DigestOutputStream(Channels.newOutputStream(channel), digest));
        this.printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16), CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    /**
     * Begins a file.
     *
     * @param folder is there
     * @param number of the part, from 1
     */
    public static PartFile open(Path folder, int number, List<String> columns) throws IOException {
        return new PartFile(folder, number, columns);
    }

    /** Adds a value to the row; null if it is missing. */
    public void value(@Nullable String text) throws IOException {
        printer.print(text);
    }

    /**
     * Ends a row.
     *
     * @throws InputRefusedException if the file has become too large for collection
     */
    public void endRow() throws IOException {
        printer.println();
        rows++;
        if (bytes.count > LARGEST) {
            long fitting = Math.max(1, rows * 2 / 3);
            throw InputRefusedException.of(
                    "SOURCE_PART_TOO_LARGE",
                    String.valueOf(target.getFileName()),
                    "第 %d 个分片到第 %d 行已超过 60 MB。请在映射的 partition 中设 rows: %d 或更小".formatted(number, rows, fitting),
                    "Part %d is above 60 MB at row %d. Set rows: %d or fewer in partition of the mapping"
                            .formatted(number, rows, fitting));
        }
    }

    /** Puts the file in its place; a part without rows gets none. */
    public PulledPart finish() throws IOException {
        printer.flush();
        channel.force(true);
        printer.close();
        if (rows == 0) {
            Files.delete(draft);
            return new PulledPart(number, "", 0, "");
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new PulledPart(number, String.valueOf(target.getFileName()), rows, Sha256.hex(digest.digest()));
    }

    /** Gives up a file that was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    /** Counts what is written. */
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            count += length;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }
    }
}
