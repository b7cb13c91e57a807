package org.wenheng.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenheng.analytics.gold.RunDigest;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.table.Column;
import org.wenheng.ingest.table.Table;

class MartTablesTest {
    private static @Nullable EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(server().getPostgresDatabase())
                .schemas("mart")
                .locations("classpath:org/wenheng/analytics/mart")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        server().close();
    }

    private static EmbeddedPostgres server() {
        return Objects.requireNonNull(postgres);
    }

    static Stream<Table> tables() {
        return Stream.concat(RunDigest.TABLES.stream(), Stream.of(LakeTables.SUBMISSION, LakeTables.OBSERVATION));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableInPostgresHasTheColumnsOfItsDeclaration(Table table) throws SQLException {
        List<String> declared = table.columns().stream()
                .map(column -> typed(column) + (column.nullable() ? " YES" : " NO"))
                .toList();
        assertThat(columns(table, "column_name || ' ' || data_type || ' ' || is_nullable"))
                .containsExactlyElementsOf(declared);
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewInPostgresHasTheColumnsOfItsDeclaration(Table view) throws SQLException {
        List<String> declared =
                view.columns().stream().map(MartTablesTest::typed).toList();
        assertThat(columns(view, "column_name || ' ' || data_type")).containsExactlyElementsOf(declared);
    }

    static Stream<Table> views() {
        return Stream.of(MartTables.PUBLISHED_RESULT);
    }

    private static String typed(Column column) {
        return column.name() + " " + column.type().postgres().replaceFirst("\\(.*\\)", "");
    }

    private static List<String> columns(Table table, String expression) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT " + expression
                        + " FROM information_schema.columns WHERE table_schema = 'mart' AND table_name = ?"
                        + " ORDER BY ordinal_position")) {
            statement.setString(1, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}
