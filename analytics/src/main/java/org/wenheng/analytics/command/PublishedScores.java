package org.wenheng.analytics.command;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.export.Assessment.Grade;
import org.wenheng.analytics.export.Assessment.Head;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.NodeScore;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/** Reads a published run from the mart, with the scheme as it was published. */
final class PublishedScores {
    private final Connection reader;
    private final String run;

    private PublishedScores(Connection reader, String run) {
        this.reader = reader;
        this.run = run;
    }

    /**
     * The run of a scheme and period.
     *
     * @param reader a connection that may only read
     * @param asked id of a run; empty for the one that is published now
     * @param catalogues finds a catalogue by its code
     * @param generatedAt when the package is made; empty for the moment at which the run was finished
     * @throws InputRefusedException if there is no such run
     */
    static Assessment read(
            Connection reader,
            String scheme,
            Period period,
            Optional<String> asked,
            Function<String, Catalogue> catalogues,
            Optional<Instant> generatedAt)
            throws SQLException {
        return find(reader, scheme, period, asked, catalogues, generatedAt).orElseThrow(() -> {
            String where = "%s %s %s".formatted(scheme, period.code(), asked.orElse(""));
            return InputRefusedException.of(
                    "RUN_NOT_PUBLISHED",
                    where.strip(),
                    "没有这一方案、期次的已发布批次;先运行 wenheng run",
                    "No published run of this scheme and period; run wenheng run first");
        });
    }

    /** The same; empty if there is no such run. */
    static Optional<Assessment> find(
            Connection reader,
            String scheme,
            Period period,
            Optional<String> asked,
            Function<String, Catalogue> catalogues,
            Optional<Instant> generatedAt)
            throws SQLException {
        String run = "SELECT r.run_id FROM mart.run r LEFT JOIN mart.publication p ON p.run_id = r.run_id"
                + " WHERE r.scheme_code = ? AND r.period = ? AND coalesce(nullif(?, ''), p.run_id) = r.run_id";
        try (PreparedStatement statement = reader.prepareStatement(run)) {
            statement.setString(1, scheme);
            statement.setString(2, period.code());
            statement.setString(3, asked.orElse(""));
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return Optional.of(
                            new PublishedScores(reader, row.getString(1)).read(period, catalogues, generatedAt));
                }
            }
        }
        return Optional.empty();
    }

    private Assessment read(Period period, Function<String, Catalogue> catalogues, Optional<Instant> generatedAt)
            throws SQLException {
        String sql = "SELECT r.*, s.* FROM mart.run r JOIN mart.scheme s USING (scheme_code, scheme_version)"
                + " WHERE r.run_id = ?";
        try (PreparedStatement statement = asking(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            String name = row.getString("scheme_code") + " " + row.getString("scheme_version");
            Scheme scheme =
                    SchemeReader.parse(name, row.getString("source"), catalogues.apply(row.getString("catalogue")));
            Head head = new Head(
                    scheme.code(),
                    scheme.version(),
                    row.getString("scheme_hash"),
                    scheme.title(),
                    period.code(),
                    row.getString("period_name_zh"),
                    run,
                    row.getString("origin"),
                    period.year() < scheme.validFrom(),
                    scheme.rules().decimals(),
                    row.getString("engine_version"),
                    moment(row, "known_at"),
                    generatedAt.map(Instant::toString).orElse(moment(row, "finished_at")));
            List<Grade> grades = scheme.rules().grades().stream()
                    .map(grade -> new Grade(grade.title(), BigDecimal.valueOf(grade.from())))
                    .toList();
            List<String> lines = scheme.source().lines().toList();
            List<Node> nodes = scheme.nodes().stream()
                    .map(node -> new Node(
                            node.code(),
                            node.parent() == null ? "" : node.parent(),
                            node.kind(),
                            node.title(),
                            node.question(),
                            node.unit(),
                            BigDecimal.valueOf(Math.min(100, node.share() * 100)),
                            clause(name, node.code(), node.targetSource(), lines)))
                    .toList();
            return new Assessment(head, grades, nodes, regions(nodeScores(), scheme));
        }
    }

    /** Where the scheme says it: its name, version and line, and the source of the target. */
    private static Title clause(String scheme, String code, String source, List<String> lines) {
        int line = 1;
        while (line < lines.size()
                && !lines.get(line - 1).matches(".*\\bcode: *\"?\\Q" + code + "\\E\"?\\s*([,}#].*)?")) {
            line++;
        }
        return new Title(
                "%s 第%d行%s".formatted(scheme, line, source.isEmpty() ? "" : ";" + source),
                "%s line %d%s".formatted(scheme, line, source.isEmpty() ? "" : "; " + source));
    }

    private Map<String, List<NodeScore>> nodeScores() throws SQLException {
        Map<String, List<NodeScore>> scores = new HashMap<>();
        String sql =
                "SELECT * FROM mart.score WHERE run_id = ? ORDER BY region_code COLLATE \"C\", node_code COLLATE \"C\"";
        try (PreparedStatement statement = asking(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                NodeScore score = new NodeScore(
                        row.getString("node_code"),
                        row.getString("status"),
                        number(row, "value"),
                        number(row, "points"),
                        BigDecimal.valueOf(row.getDouble("weight")),
                        BigDecimal.valueOf(row.getDouble("contribution")),
                        new Title(row.getString("notes_zh"), row.getString("notes_en")));
                scores.computeIfAbsent(row.getString("region_code"), region -> new ArrayList<>())
                        .add(score);
            }
        }
        return scores;
    }

    private List<RegionScore> regions(Map<String, List<NodeScore>> nodes, Scheme scheme) throws SQLException {
        String sql = "SELECT x.*, g.name_zh, g.name_en FROM mart.result x JOIN mart.run r USING (run_id)"
                + " JOIN mart.scheme s USING (scheme_code, scheme_version)"
                + " LEFT JOIN mart.region g ON g.catalogue = s.catalogue AND g.region_code = x.region_code"
                + " WHERE x.run_id = ? ORDER BY x.kind DESC, x.region_code COLLATE \"C\"";
        List<RegionScore> regions = new ArrayList<>();
        try (PreparedStatement statement = asking(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String code = row.getString("region_code");
                BigDecimal score = row.getBigDecimal("score");
                regions.add(new RegionScore(
                        code,
                        new Title(text(row, "name_zh", code), text(row, "name_en", code)),
                        row.getString("kind"),
                        row.getString("peer_group"),
                        score == null ? null : score.setScale(scheme.rules().decimals()),
                        number(row, "score_exact"),
                        BigDecimal.valueOf(row.getDouble("covered")),
                        title(row, "grade"),
                        title(row, "grade_by_points"),
                        new Title(row.getString("grade_reasons_zh"), row.getString("grade_reasons_en")),
                        (Integer) row.getObject("rank"),
                        row.getInt("rank_of"),
                        (Integer) row.getObject("peer_rank"),
                        row.getInt("peer_rank_of"),
                        nodes.getOrDefault(code, List.of())));
            }
        }
        return regions;
    }

    private PreparedStatement asking(String sql) throws SQLException {
        PreparedStatement statement = reader.prepareStatement(sql);
        statement.setString(1, run);
        return statement;
    }

    private static String moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant().toString();
    }

    private static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : BigDecimal.valueOf(value);
    }

    private static String text(ResultSet row, String column, String otherwise) throws SQLException {
        String text = row.getString(column);
        return text == null ? otherwise : text;
    }

    private static @Nullable Title title(ResultSet row, String column) throws SQLException {
        String chinese = row.getString(column + "_zh");
        return chinese == null ? null : new Title(chinese, row.getString(column + "_en"));
    }
}
