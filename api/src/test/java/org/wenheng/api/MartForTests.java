package org.wenheng.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.wenheng.analytics.mart.MartDatabase;

/** The PostgreSQL of the product in a folder of its own, holding the small mart of {@code mart.sql}. */
@TestConfiguration(proxyBeanMethods = false)
class MartForTests {
    @Bean
    DynamicPropertyRegistrar place() {
        Path folder = newFolder();
        int port = freePort();
        return registry -> {
            registry.add("wenheng.database.folder", folder::toString);
            registry.add("wenheng.database.port", () -> port);
        };
    }

    @Bean
    InitializingBean filled(MartDatabase database) {
        return () -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(script("mart.sql"));
            }
        };
    }

    static String script(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(MartForTests.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("wenheng-mart");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
