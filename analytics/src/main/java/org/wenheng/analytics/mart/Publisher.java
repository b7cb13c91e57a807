package org.wenheng.analytics.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.Run;
import org.wenheng.analytics.gold.SupervisionTables;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.table.Table;

/**
 * Publishes runs in one transaction: reference data, the cells behind the scores, the runs, and at last the pointers.
 * Readers see everything of it or nothing.
 */
public final class Publisher {
    private final MartDatabase database;

    public Publisher(MartDatabase database) {
        this.database = database;
    }

    /**
     * A run with its rows.
     *
     * @param run its record
     * @param rows its rows
     */
    public record ScoredRun(Run run, GoldRows rows) {}

    /**
     * Waits until no other run of the catalogue is at work. The caller closes it when its run is over.
     *
     * @param whenWaiting called once if it has to wait
     */
    public RunTurn turn(String catalogue, Runnable whenWaiting) {
        try {
            return RunTurn.take(database.connect(), catalogue, whenWaiting);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot take the turn of a run of " + catalogue, e);
        }
    }

    /** The runs of a scheme that a person took from the readers; see {@link PublicationMove#withheld}. */
    public Map<String, PublicationMove> withheld(String schemeCode) {
        return new Publications(database).withheld(schemeCode);
    }

    /** The published run of each period of a scheme. */
    public Map<String, String> published(String schemeCode) {
        Map<String, String> runs = new HashMap<>();
        String query = "SELECT period, run_id FROM mart.publication WHERE scheme_code = ?";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schemeCode);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    runs.put(rows.getString(1), rows.getString(2));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the published runs", e);
        }
    }

    /** The moment up to which the mart knows the observations of a catalogue; empty if it knows none. */
    public Optional<Instant> knownUntil(String catalogue) {
        String query = "SELECT max(greatest(known_from, coalesce(known_to, known_from)))"
                + " FROM mart.observation WHERE catalogue = ?";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, catalogue);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read what the mart knows of " + catalogue, e);
        }
    }

    /**
     * Publishes runs of one scheme.
     *
     * @param observations rows of {@link LakeTables#OBSERVATION} that the mart does not know yet, or whose end it does not
     *     know
     * @param submissions rows of {@link LakeTables#SUBMISSION} behind them
     * @param moment when it is published
     * @throws InputRefusedException if the scheme was changed under a version that is published already
     */
    public void publish(
            Catalogue catalogue,
            Scheme scheme,
            List<ScoredRun> runs,
            Iterable<@Nullable Object[]> observations,
            Iterable<@Nullable Object[]> submissions,
            Instant moment) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Publications.lock(connection);
            CopyWriter copy = new CopyWriter(connection);
            requireSameScheme(connection, scheme);
            MartReference reference = new MartReference(connection, copy);
            reference.write(catalogue);
            reference.write(scheme);
            append(connection, copy, LakeTables.SUBMISSION.columnNames(), "submission", submissions, "DO NOTHING");
            append(
                    connection,
                    copy,
                    LakeTables.OBSERVATION.columnNames(),
                    "observation",
                    observations,
                    "(catalogue, region_code, element_code, period, facility_code, known_from)"
                            + " DO UPDATE SET known_to = EXCLUDED.known_to");
            write(connection, copy, runs);
            point(connection, runs, moment);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot publish; nothing was changed", e);
        }
    }

    private static void requireSameScheme(Connection connection, Scheme scheme) throws SQLException {
        String query = "SELECT scheme_hash FROM mart.scheme WHERE scheme_code = ? AND scheme_version = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, scheme.code());
            statement.setString(2, scheme.version());
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next() && !rows.getString(1).equals(scheme.hash())) {
                    throw InputRefusedException.of(
                            "SCHEME_CHANGED_WITHOUT_VERSION",
                            scheme.code() + " " + scheme.version(),
                            "方案内容已改动,但版本 %s 已经发布过。请在方案文件里改用新的版本号".formatted(scheme.version()),
                            "The scheme was changed, and version %s is published already; give it a new version"
                                    .formatted(scheme.version()));
                }
            }
        }
    }

    /** Copies into a table of the transaction, then into the real one, where what is known stays or gets its end. */
    private static void append(
            Connection connection,
            CopyWriter copy,
            List<String> columns,
            String table,
            Iterable<@Nullable Object[]> rows,
            String onConflict)
            throws SQLException {
        String names = String.join(", ", columns);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE staged_" + table + " (LIKE mart." + table + ") ON COMMIT DROP");
            copy.copy("staged_" + table, columns, rows);
            statement.execute("INSERT INTO mart." + table + " (" + names + ") SELECT " + names + " FROM staged_" + table
                    + " ON CONFLICT " + onConflict);
        }
    }

    private static void write(Connection connection, CopyWriter copy, List<ScoredRun> runs) throws SQLException {
        List<ScoredRun> fresh = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM mart.run WHERE run_id = ?")) {
            for (ScoredRun run : runs) {
                statement.setString(1, run.run().id());
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        fresh.add(run);
                    }
                }
            }
        }
        for (ScoredRun run : fresh) {
            copy.copy("mart.run", GoldTables.RUN.columnNames(), run.rows().run());
            copy.copy("mart.result", GoldTables.RESULT.columnNames(), run.rows().results());
            copy.copy(
                    "mart.score",
                    GoldTables.SCORE_TABLE.columnNames(),
                    run.rows().scores());
            copy.copy("mart.input", GoldTables.INPUT.columnNames(), run.rows().inputs());
            for (Table table : SupervisionTables.ALL) {
                copy.copy(
                        "mart." + table.name(), table.columnNames(), run.rows().of(table));
            }
        }
    }

    private static void point(Connection connection, List<ScoredRun> runs, Instant moment) throws SQLException {
        for (ScoredRun run : runs) {
            String scheme = run.run().schemeCode();
            String period = run.run().period().code();
            Optional<String> before = Publications.pointer(connection, scheme, period);
            String by = run.run().record().by();
            Publications.point(
                    connection,
                    scheme,
                    new PublicationMove(period, false, before, run.run().id(), moment, by, ""));
        }
    }
}
