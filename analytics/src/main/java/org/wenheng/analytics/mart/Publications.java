package org.wenheng.analytics.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenheng.ingest.problem.InputRefusedException;

/** Which run of each period readers see: how it came to that, and how a person changes it. Runs are never removed. */
public final class Publications {
    private final MartDatabase database;

    public Publications(MartDatabase database) {
        this.database = database;
    }

    /**
     * A run that readers could see.
     *
     * @param period code of the period
     * @param runId its id
     * @param schemeVersion version of the scheme
     * @param knownAt the data are those known at this moment
     * @param finishedAt when it was scored
     * @param published whether readers see it now
     */
    public record Kept(
            String period,
            String runId,
            String schemeVersion,
            Instant knownAt,
            Instant finishedAt,
            boolean published) {}

    /** The runs of a scheme that the mart keeps, by period, the newest last. */
    public List<Kept> runs(String schemeCode) {
        String query = """
                SELECT r.period, r.run_id, r.scheme_version, r.known_at, r.finished_at, p.run_id IS NOT NULL
                FROM mart.run r LEFT JOIN mart.publication p ON p.run_id = r.run_id
                WHERE r.scheme_code = ? ORDER BY r.period_start, r.period, r.finished_at, r.run_id
                """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schemeCode);
            List<Kept> runs = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    runs.add(new Kept(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            moment(rows, 4),
                            moment(rows, 5),
                            rows.getBoolean(6)));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the runs of " + schemeCode, e);
        }
    }

    /** The moves of the pointers of a scheme, the oldest first. */
    public List<PublicationMove> history(String schemeCode) {
        try (Connection connection = database.connect()) {
            return history(connection, schemeCode);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the publications of " + schemeCode, e);
        }
    }

    /** The runs of a scheme that a person took from the readers; see {@link PublicationMove#withheld}. */
    public Map<String, PublicationMove> withheld(String schemeCode) {
        return PublicationMove.withheld(history(schemeCode));
    }

    /**
     * Lets readers see another run of the period: one step of one pointer, in one transaction.
     *
     * @param to the run; without it the one that readers saw before the present one
     * @param reason why; not empty
     * @throws InputRefusedException if nothing of the period is published, if {@code to} is no run of this scheme and period
     *     or is the present one, or if there is none before the present one
     */
    public PublicationMove moveBack(
            String schemeCode, String period, Optional<String> to, String reason, String by, Instant at) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            lock(connection);
            String now = pointer(connection, schemeCode, period)
                    .orElseThrow(() -> refused(
                            "PERIOD_NOT_PUBLISHED",
                            schemeCode + " " + period,
                            "这一期没有发布过任何批次",
                            "No run of this period is published"));
            String target = to.orElseGet(() -> before(connection, schemeCode, period, now));
            requireOther(connection, schemeCode, period, now, target);
            PublicationMove move = new PublicationMove(period, true, Optional.of(now), target, at, by, reason);
            point(connection, schemeCode, move);
            connection.commit();
            return move;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot move the publication; nothing was changed", e);
        }
    }

    /** Publications take turns: the pointer of the later one wins, and no row of either is lost. */
    static void lock(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("SELECT pg_advisory_xact_lock(hashtext('mart.publication'))");
        }
    }

    /** The run that readers of a period see. */
    static Optional<String> pointer(Connection connection, String schemeCode, String period) throws SQLException {
        String query = "SELECT run_id FROM mart.publication WHERE scheme_code = ? AND period = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schemeCode);
            statement.setString(2, period);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Moves a pointer and notes it. */
    static void point(Connection connection, String schemeCode, PublicationMove move) throws SQLException {
        String upsert = """
                INSERT INTO mart.publication (scheme_code, period, run_id, published_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (scheme_code, period)
                DO UPDATE SET run_id = EXCLUDED.run_id, published_at = EXCLUDED.published_at
                """;
        OffsetDateTime at = move.at().atOffset(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, schemeCode);
            statement.setString(2, move.period());
            statement.setString(3, move.to());
            statement.setObject(4, at);
            statement.executeUpdate();
        }
        String event = "INSERT INTO mart.publication_event"
                + " (scheme_code, period, kind, from_run, to_run, reason, moved_by, moved_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(event)) {
            statement.setString(1, schemeCode);
            statement.setString(2, move.period());
            statement.setString(3, move.byPerson() ? "moved" : "published");
            statement.setString(4, move.from().orElse(null));
            statement.setString(5, move.to());
            statement.setString(6, move.reason());
            statement.setString(7, move.by());
            statement.setObject(8, at);
            statement.executeUpdate();
        }
    }

    private static List<PublicationMove> history(Connection connection, String schemeCode) throws SQLException {
        String query = "SELECT period, kind = 'moved', from_run, to_run, moved_at, moved_by, reason"
                + " FROM mart.publication_event WHERE scheme_code = ? ORDER BY event_id";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schemeCode);
            List<PublicationMove> moves = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    moves.add(new PublicationMove(
                            rows.getString(1),
                            rows.getBoolean(2),
                            Optional.ofNullable(rows.getString(3)),
                            rows.getString(4),
                            moment(rows, 5),
                            rows.getString(6),
                            rows.getString(7)));
                }
            }
            return moves;
        }
    }

    /** The run that readers saw before this one. */
    private static String before(Connection connection, String schemeCode, String period, String now) {
        try {
            return history(connection, schemeCode).stream()
                    .filter(move -> move.period().equals(period) && move.to().equals(now))
                    .reduce((earlier, later) -> later)
                    .flatMap(PublicationMove::from)
                    .orElseThrow(() -> refused(
                            "NO_EARLIER_RUN",
                            now,
                            "这一期此前没有发布过别的批次;请用 --to 指明",
                            "No other run of this period was published before; name one by --to"));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the publications of " + schemeCode, e);
        }
    }

    private static void requireOther(Connection connection, String schemeCode, String period, String now, String target)
            throws SQLException {
        String query = "SELECT 1 FROM mart.run WHERE run_id = ? AND scheme_code = ? AND period = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, target);
            statement.setString(2, schemeCode);
            statement.setString(3, period);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw refused(
                            "RUN_NOT_OF_PERIOD",
                            target,
                            "库中没有方案 %s、%s 期的这个批次;用 publication list 查看".formatted(schemeCode, period),
                            "The database keeps no such run of %s for %s; see publication list"
                                    .formatted(schemeCode, period));
                }
            }
        }
        if (target.equals(now)) {
            throw refused("RUN_PUBLISHED_ALREADY", target, "读者看到的已经是这个批次", "Readers see this run already");
        }
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static InputRefusedException refused(String code, String value, String chinese, String english) {
        return InputRefusedException.of(code, value, chinese, english);
    }
}
