package org.wenheng.analytics.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules that come with the package. */
final class Shipped {
    private Shipped() {}

    static String text(String name) {
        try (InputStream stream = Setting.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Settings settings() {
        return Settings.parse("supervision.yml", text("supervision.yml"));
    }
}
