package org.wenheng.api.superset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identities that are the same on every Superset: name-based UUIDs (RFC 9562, version 5, SHA-1). */
final class AssetId {
    /** Fixed for ever: a new value would make every asset a stranger to the ones imported before. */
    private static final UUID NAMESPACE = UUID.fromString("5f0ea1d6-3c52-5d0e-9a7b-7e2f4c1b8d90");

    private AssetId() {}

    /** The identity of an asset: {@code kind} is database, dataset, chart or dashboard. */
    static String of(String kind, String key) {
        return nameBased(NAMESPACE, kind + ":" + key).toString();
    }

    static UUID nameBased(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        ByteBuffer hash = ByteBuffer.wrap(sha1(input.array()));
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is part of every Java platform", e);
        }
    }
}
