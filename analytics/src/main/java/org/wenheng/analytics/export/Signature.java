package org.wenheng.analytics.export;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.wenheng.ingest.problem.InputRefusedException;

/** Signatures by Ed25519 (RFC 8032): 64 bytes, the same for the same key and the same bytes. */
public final class Signature {
    /** Name of the algorithm, in keys and in {@code signature.json}. */
    public static final String ALGORITHM = "Ed25519";

    private Signature() {}

    /** The signature of bytes, in Base64. */
    public static String sign(byte[] bytes, PrivateKey key) {
        try {
            java.security.Signature signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key cannot sign by " + ALGORITHM, e);
        }
    }

    /** Whether a signature in Base64 is that of these bytes by the owner of the key; what is no signature is not. */
    public static boolean isBy(PublicKey key, byte[] bytes, String signature) {
        try {
            java.security.Signature verifier = java.security.Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * A private key from the text of a PEM file (RFC 7468, {@code PRIVATE KEY}, PKCS#8).
     *
     * @param where the file, for the message
     * @throws InputRefusedException if it is none; the message never holds the text
     */
    public static PrivateKey privateKey(String pem, String where) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(body(pem, "PRIVATE KEY")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(where, "PKCS#8 PRIVATE KEY");
        }
    }

    /**
     * A public key from the text of a PEM file (RFC 7468, {@code PUBLIC KEY}, X.509).
     *
     * @throws InputRefusedException if it is none
     */
    public static PublicKey publicKey(String pem, String where) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(body(pem, "PUBLIC KEY")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(where, "X.509 PUBLIC KEY");
        }
    }

    private static byte[] body(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("No " + label);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }

    private static InputRefusedException refused(String where, String expected) {
        return InputRefusedException.of(
                "KEY_UNREADABLE",
                where,
                "不是 %s 密钥(应为 PEM 格式的 %s)".formatted(ALGORITHM, expected),
                "Not a key of %s (expected: a PEM file with %s)".formatted(ALGORITHM, expected));
    }
}
