package org.wenheng.ingest.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.wenheng.ingest.format.Archive;
import org.wenheng.ingest.format.Content;

/**
 * A file as it was sent.
 *
 * @param name without folders; {@code outer.zip/inner.xlsx} for a file of an archive
 * @param bytes the content; not copied, not to be changed; empty if the file is too large to be taken in
 * @param hash SHA-256 of the content, hexadecimal
 * @param size length of the content, in bytes
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Files of some megabytes are handed on, never compared; the hash stands for them.
public record SentFile(String name, byte[] bytes, String hash, long size) {
    private static final int BUFFER = 1024 * 1024;

    /** A file that was taken in whole. */
    public SentFile(String name, byte[] bytes, String hash) {
        this(name, bytes, hash, bytes.length);
    }

    /** A file with its hash. */
    public static SentFile of(String name, byte[] bytes) {
        return new SentFile(name, bytes, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /**
     * Reads a file. Of one that is larger than {@link Content#LARGEST} only the hash and the size are taken, whatever its size
     * in bounded memory.
     */
    public static SentFile read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(Content.LARGEST + 1);
            if (bytes.length <= Content.LARGEST) {
                return of(name, bytes);
            }
            MessageDigest digest = sha256();
            digest.update(bytes);
            long size = bytes.length;
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            return new SentFile(name, new byte[0], HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    /** Whether the content was taken in. */
    public boolean isWhole() {
        return bytes.length == size;
    }

    /**
     * What has to be recorded: this file and, if it is an archive of files, the files in it. An archive that cannot be unpacked
     * stays alone; why is a finding about it.
     */
    public List<SentFile> withContents() {
        List<SentFile> files = new ArrayList<>();
        files.add(this);
        if (Archive.fits(name, bytes)) {
            Archive.unpack(name, bytes).entries().forEach(entry -> files.add(of(entry.name(), entry.bytes())));
        }
        return List.copyOf(files);
    }

    /** The number of a submission: the first 16 digits of the SHA-256 of the catalogue's code, a line feed and the hash. */
    public String submissionId(String catalogue) {
        byte[] identity = (catalogue + "\n" + hash).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(identity)).substring(0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
