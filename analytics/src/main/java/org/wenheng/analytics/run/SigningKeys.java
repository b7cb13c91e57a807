package org.wenheng.analytics.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.wenheng.analytics.export.Signature;
import org.wenheng.ingest.problem.InputRefusedException;

/** Keys by which runs are signed: Ed25519 (RFC 8032), in PEM files that other tools read too. */
public final class SigningKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private SigningKeys() {}

    /**
     * Makes a pair of keys: {@code private.pem}, which only its owner may read (mode 0600), and {@code public.pem}.
     *
     * @throws InputRefusedException if one of the files is there already: whoever loses a key cannot sign with it again
     */
    public static void make(Path folder) {
        Path secret = folder.resolve("private.pem");
        Path open = folder.resolve("public.pem");
        for (Path file : new Path[] {secret, open}) {
            if (Files.exists(file)) {
                throw InputRefusedException.of(
                        "KEY_EXISTS",
                        file.toString(),
                        "密钥文件已存在,不会覆盖;请换一个文件夹",
                        "The key is there already and is not overwritten; give another folder");
            }
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(folder);
            // The file is made with its mode: at no moment may anybody else read it.
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    secret, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
                channel.write(StandardCharsets.US_ASCII.encode(pem(PRIVATE, pair.getPrivate())));
            }
            Files.writeString(open, pem(PUBLIC, pair.getPublic()), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write keys to " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 17 has Ed25519", e);
        }
    }

    /** Reads a private key; refused if the file holds none. */
    public static PrivateKey privateKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(file, PRIVATE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(file, PRIVATE);
        }
    }

    /** Reads a public key; refused if the file holds none. */
    public static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(file, PUBLIC)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(file, PUBLIC);
        }
    }

    /** The signature of a text in UTF-8, Base64. */
    public static String sign(PrivateKey key, String text) {
        return Signature.sign(text.getBytes(StandardCharsets.UTF_8), key);
    }

    /** Whether a signature was made over this text with the other key of the pair. */
    public static boolean isSigned(PublicKey key, String text, String signed) {
        return Signature.isBy(key, text.getBytes(StandardCharsets.UTF_8), signed);
    }

    private static String pem(String kind, Key key) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()), kind);
    }

    private static byte[] bytes(Path file, String kind) {
        try {
            String text = Files.readString(file).strip();
            String head = "-----BEGIN " + kind + "-----";
            String end = "-----END " + kind + "-----";
            if (!text.startsWith(head) || !text.endsWith(end)) {
                throw refused(file, kind);
            }
            return Base64.getMimeDecoder().decode(text.substring(head.length(), text.length() - end.length()));
        } catch (IOException e) {
            throw refused(file, kind);
        }
    }

    private static InputRefusedException refused(Path file, String kind) {
        return InputRefusedException.of(
                "KEY_UNREADABLE",
                file.toString(),
                "文件里没有 Ed25519 密钥(PEM,%s);可用 ./wenheng keys DIR 生成".formatted(kind),
                "The file holds no Ed25519 key (PEM, %s); ./wenheng keys DIR makes one".formatted(kind));
    }
}
