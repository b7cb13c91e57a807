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

    /** Label of a private key in PEM. */
    public static final String PRIVATE = "PRIVATE KEY";

    /** Label of a public key in PEM. */
    public static final String PUBLIC = "PUBLIC KEY";

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
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(body(pem, PRIVATE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(where, PRIVATE);
        }
    }

    /**
     * A public key from the text of a PEM file (RFC 7468, {@code PUBLIC KEY}, X.509).
     *
     * @throws InputRefusedException if it is none
     */
    public static PublicKey publicKey(String pem, String where) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(body(pem, PUBLIC)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(where, PUBLIC);
        }
    }

    /** Text around the block is allowed (RFC 7468, section 2), a second block is not looked at. */
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

    /** What is said of a file that holds no such key; never what it holds. */
    public static InputRefusedException refused(String where, String expected) {
        return InputRefusedException.of(
                "KEY_UNREADABLE",
                where,
                "文件里没有 %s 密钥(PEM,%s);可用 ./wenheng keys DIR 生成".formatted(ALGORITHM, expected),
                "The file holds no key of %s (expected: PEM, %s); ./wenheng keys DIR makes one"
                        .formatted(ALGORITHM, expected));
    }
}
