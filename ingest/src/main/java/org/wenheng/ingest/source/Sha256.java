package org.wenheng.ingest.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of bytes. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The hash of these bytes, hexadecimal. */
    static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
