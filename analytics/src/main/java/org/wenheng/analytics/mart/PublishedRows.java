package org.wenheng.analytics.mart;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.table.Column;
import org.wenheng.ingest.table.Table;

/** The rows of a run as readers get them, in the types of the lake, so that both can be compared. */
public final class PublishedRows {
    private final MartDatabase database;

    public PublishedRows(MartDatabase database) {
        this.database = database;
    }

    /** Whether the mart keeps the run; readers see it only if the pointer names it. */
    public boolean has(String runId) {
        return !of(GoldTables.RUN, runId).isEmpty();
    }

    /** The rows of a run in the table of the mart that has the name of a table of the lake; none if it is not there. */
    public List<@Nullable Object[]> of(Table table, String runId) {
        String query = "SELECT %s FROM mart.%s WHERE run_id = ?"
                .formatted(String.join(", ", table.columnNames()), table.name());
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, runId);
            List<@Nullable Object[]> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(values(rows, table.columns()));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read mart." + table.name(), e);
        }
    }

    /** Gives a run its signature, unless it has one. */
    public void sign(String runId, String signature) {
        String update = "UPDATE mart.run SET signature = ? WHERE run_id = ? AND signature IS NULL";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, signature);
            statement.setString(2, runId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot sign run " + runId, e);
        }
    }

    private static @Nullable Object[] values(ResultSet rows, List<Column> columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (columns.get(i).type()) {
                case TEXT -> rows.getString(i + 1);
                case INT -> rows.getObject(i + 1, Integer.class);
                case LONG -> rows.getObject(i + 1, Long.class);
                case DOUBLE -> rows.getObject(i + 1, Double.class);
                case EXACT, SCORE -> rows.getObject(i + 1, BigDecimal.class);
                case BOOLEAN -> rows.getObject(i + 1, Boolean.class);
                case DATE -> rows.getObject(i + 1, LocalDate.class);
                case DATETIME -> rows.getObject(i + 1, LocalDateTime.class);
                case INSTANT -> {
                    OffsetDateTime moment = rows.getObject(i + 1, OffsetDateTime.class);
                    yield moment == null ? null : moment.toInstant();
                }
                case BYTES -> throw new IllegalArgumentException("Runs have no bytes");
            };
        }
        return values;
    }
}
