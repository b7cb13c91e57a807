package org.wenheng.ingest.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it was sent.
 *
 * @param name without folders
 * @param bytes the content; not copied, not to be changed
 * @param hash SHA-256 of the content, hexadecimal
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Files of some megabytes are handed on, never compared; the hash stands for them.
public record SentFile(String name, byte[] bytes, String hash) {

    /** A file with its hash. */
    public static SentFile of(String name, byte[] bytes) {
        return new SentFile(name, bytes, HexFormat.of().formatHex(sha256().digest(bytes)));
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
