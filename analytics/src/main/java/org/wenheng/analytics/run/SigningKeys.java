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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Set;
import org.wenheng.analytics.export.Signature;
import org.wenheng.ingest.problem.InputRefusedException;

/** Keys by which runs are signed: Ed25519 (RFC 8032), in PEM files that other tools read too. */
public final class SigningKeys {
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
            KeyPair pair = KeyPairGenerator.getInstance(Signature.ALGORITHM).generateKeyPair();
            Files.createDirectories(folder);
            // The file is made with its mode: at no moment may anybody else read it.
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    secret, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
                channel.write(StandardCharsets.US_ASCII.encode(pem(Signature.PRIVATE, pair.getPrivate())));
            }
            Files.writeString(open, pem(Signature.PUBLIC, pair.getPublic()), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write keys to " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 17 has Ed25519", e);
        }
    }

    /** Reads a private key; refused if the file is not there or holds none. */
    public static PrivateKey privateKey(Path file) {
        return Signature.privateKey(text(file, Signature.PRIVATE), file.toString());
    }

    /** Reads a public key; refused if the file is not there or holds none. */
    public static PublicKey publicKey(Path file) {
        return Signature.publicKey(text(file, Signature.PUBLIC), file.toString());
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

    private static String text(Path file, String expected) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Signature.refused(file.toString(), expected);
        }
    }
}
