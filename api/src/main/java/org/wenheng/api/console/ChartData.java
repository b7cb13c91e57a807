package org.wenheng.api.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wenheng.api.score.Ranking;
import org.wenheng.api.score.RegionScore;
import org.wenheng.api.score.RegionScores;
import tools.jackson.databind.json.JsonMapper;

/** The data of the charts, as JSON that may stand in a page. */
@Component
class ChartData {
    private static final int ALL_BARS = 80;
    private static final int BARS_AT_AN_END = 25;

    private final JsonMapper json;

    ChartData(JsonMapper json) {
        this.json = json;
    }

    private record Bar(String name, @Nullable Number score, String grade, String colour, String rank) {}

    private record Ranked(String kind, List<Bar> bars) {}

    private record Part(String name, double got, double possible) {}

    private record Composed(String kind, List<Part> parts) {}

    private record Point(String period, @Nullable Number score) {}

    private record Development(String kind, List<Point> points) {}

    /** A bar for each region with a score; of more than 80 the first and last 25. */
    String ranking(List<Ranking.Row> rows, GradeScale scale) {
        List<Bar> bars = rows.stream()
                .filter(row -> row.score() != null)
                .map(row -> new Bar(
                        row.nameZh(),
                        row.score(),
                        row.gradeZh() == null ? "" : row.gradeZh(),
                        scale.colour(row.gradeZh()),
                        String.valueOf(row.rank())))
                .toList();
        return write(new Ranked("ranking", bars.size() > ALL_BARS ? ends(bars) : bars));
    }

    /** Points got and points possible for each node right below the root; of the adjustments those that count. */
    String composition(List<RegionScore.Node> nodes) {
        return write(new Composed(
                "composition",
                nodes.stream()
                        .filter(node -> node.depth() == 1 && !node.status().equals("not-applicable"))
                        .filter(node -> node.weight() > 0 || node.contribution() != 0)
                        .map(node -> new Part(node.titleZh(), node.contribution(), node.weight()))
                        .toList()));
    }

    /** The score of each period. */
    String development(List<RegionScores.HistoryEntry> history) {
        return write(new Development(
                "development",
                history.stream()
                        .map(entry -> new Point(entry.period(), entry.score()))
                        .toList()));
    }

    private static List<Bar> ends(List<Bar> bars) {
        List<Bar> ends = new ArrayList<>(bars.subList(0, BARS_AT_AN_END));
        ends.add(new Bar("…", null, "", "none", ""));
        ends.addAll(bars.subList(bars.size() - BARS_AT_AN_END, bars.size()));
        return ends;
    }

    /** No {@code <} may stand in a script element. */
    private String write(Object data) {
        return json.writeValueAsString(data).replace("<", "\\u003c");
    }
}
