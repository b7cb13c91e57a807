package org.wenheng.api.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.mart.MartTables;

/** Runs the notebook as a reader does, in its own process, on a mart of three regions. */
class NotebookTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path EXECUTED = HOME.resolve("notebooks/target/redo-one-score.ipynb");

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void seedTheMart() throws Exception {
        assumeTrue(
                canRun("python3", "-c", "import nbconvert, nbclient"),
                "nbconvert is not installed: python3 -m pip install nbconvert ipykernel");
        postgres = EmbeddedPostgres.start();
        execute("CREATE SCHEMA mart");
        execute(resource(MartTables.class, "V1__mart.sql"));
        execute(resource(NotebookTest.class, "three-regions.sql"));
    }

    @AfterEach
    void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void everyRegionsScoreIsRedoneAsPublished() throws Exception {
        assertThat(notebook("")).as(this::said).isZero();
        assertThat(Files.readString(EXECUTED))
                .contains("总分 total 77.50，位次 rank 1/3：与公布一致")
                .contains("合成数据，仅供演示）</text>");

        assertThat(notebook("west")).as(this::said).isZero();
        assertThat(Files.readString(EXECUTED)).contains("总分 total 62.50，位次 rank 3/3：与公布一致");
    }

    @Test
    void falsifiedScoreStopsTheNotebook() throws Exception {
        execute("UPDATE mart.result SET score = 78.50 WHERE region_code = 'south'");

        assertThat(notebook("south")).isEqualTo(1);
        assertThat(said()).contains("south 的总分应为 77.50，公布为 78.50");
    }

    @Test
    void falsifiedRankStopsTheNotebook() throws Exception {
        execute("UPDATE mart.result SET rank = 2 WHERE region_code = 'west'");

        assertThat(notebook("west")).isEqualTo(1);
        assertThat(said()).contains("位次应为 3，公布为 2");
    }

    private int notebook(String region) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder("bash", "notebooks/run")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        process.environment()
                .putAll(Map.of(
                        "WENHENG_JDBC_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "WENHENG_DB_USER",
                        "postgres",
                        "WENHENG_DB_PASSWORD_FILE",
                        Files.writeString(folder.resolve("password"), "postgres")
                                .toString(),
                        "WENHENG_SCHEME",
                        "demo-2026",
                        "WENHENG_PERIOD",
                        "2026-10",
                        "WENHENG_REGION",
                        region));
        int exit = process.start().waitFor();
        assumeTrue(exit != 3, () -> "A tool that the notebook needs is missing");
        return exit;
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canRun(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (InputStream text = beside.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
