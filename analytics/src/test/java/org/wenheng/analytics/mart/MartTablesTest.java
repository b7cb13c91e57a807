package org.wenheng.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MartTablesTest {

    @Test
    void declarationOfPublishedResultEqualsTheViewInPostgres() throws IOException, SQLException {
        List<String> declared = MartTables.PUBLISHED_RESULT.columns().stream()
                .map(column -> column.name() + " " + column.type().postgres().replaceFirst("\\(.*\\)", ""))
                .toList();

        assertThat(columnsInPostgres()).containsExactlyElementsOf(declared);
    }

    private static List<String> columnsInPostgres() throws IOException, SQLException {
        List<String> columns = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA mart");
            statement.execute(migration());
            try (ResultSet rows = statement.executeQuery("""
                    SELECT column_name || ' ' || data_type
                    FROM information_schema.columns
                    WHERE table_schema = 'mart' AND table_name = 'published_result'
                    ORDER BY ordinal_position""")) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private static String migration() throws IOException {
        try (InputStream sql = MartTables.class.getResourceAsStream("V1__mart.sql")) {
            return new String(Objects.requireNonNull(sql, "V1__mart.sql").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
