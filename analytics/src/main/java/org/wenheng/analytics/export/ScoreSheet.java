package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.NodeScore;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.ingest.reference.Title;

/**
 * The table that {@code scores.csv} and the first sheet of {@code scores.xlsx} show: one row a region, and for each indicator,
 * bonus and deduction a column of points.
 *
 * @param columns headings
 * @param rows a text, a {@link BigDecimal}, an {@link Integer} or null (nothing to show) for each column
 */
record ScoreSheet(List<Title> columns, List<List<@Nullable Object>> rows) {

    static ScoreSheet of(Assessment assessment) {
        Map<String, Node> nodes = assessment.nodesByCode();
        List<Node> leaves = assessment.nodes().stream()
                .filter(Node::isLeaf)
                .filter(node -> !node.kind().equals("veto"))
                .toList();
        List<Title> columns = new ArrayList<>(List.of(
                new Title("行政区代码", "Region code"),
                new Title("行政区", "Region"),
                new Title("类别", "Kind"),
                new Title("得分", "Score"),
                new Title("等次", "Grade"),
                new Title("按分等次", "Grade by points"),
                new Title("降等原因", "Why lower"),
                new Title("位次", "Rank"),
                new Title("参评数", "Ranked"),
                new Title("同类组", "Peer group"),
                new Title("组内位次", "Peer rank"),
                new Title("组内参评数", "Ranked in group"),
                new Title("数据覆盖", "Covered share"),
                new Title("加分、扣分、否决及条款", "Bonus, deduction, veto and clause"),
                new Title("使用须知", "Caveats"),
                new Title("数据性质", "Nature of the data")));
        leaves.forEach(node -> columns.add(new Title(
                node.code() + " " + node.title().chinese(), node.title().english())));
        String nature = assessment.head().origin();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RegionScore region : assessment.regions()) {
            Map<String, NodeScore> scores = region.nodes().stream()
                    .collect(Collectors.toMap(NodeScore::node, score -> score, (first, second) -> first));
            List<@Nullable Object> row = new ArrayList<>();
            row.add(region.region());
            row.add(both(region.name()));
            row.add(region.kind().equals("unit") ? "参评单位 / unit" : "上级 / parent");
            row.add(region.score());
            row.add(both(region.grade()));
            row.add(both(region.gradeByPoints()));
            row.add(both(region.gradeReasons()));
            row.add(region.rank());
            row.add(region.rankOf());
            row.add(region.peerGroup());
            row.add(region.peerRank());
            row.add(region.peerRankOf());
            row.add(region.covered());
            row.add(adjustments(region, nodes));
            row.add(Caveats.of(assessment.head(), region, nodes).stream()
                    .map(ScoreSheet::both)
                    .map(Objects::requireNonNull)
                    .collect(Collectors.joining("; ")));
            row.add(nature);
            for (Node leaf : leaves) {
                NodeScore score = scores.get(leaf.code());
                row.add(score == null ? null : score.points());
            }
            rows.add(row);
        }
        return new ScoreSheet(columns, rows);
    }

    /** What was given, taken or vetoed, each with its clause. */
    private static String adjustments(RegionScore region, Map<String, Node> nodes) {
        List<String> said = new ArrayList<>();
        for (NodeScore score : region.nodes()) {
            Node node = nodes.get(score.node());
            BigDecimal cases = score.value();
            if (node == null || !node.isAdjustment() || cases == null || cases.signum() <= 0) {
                continue;
            }
            String effect = node.kind().equals("veto")
                    ? "否决 / veto"
                    : "%s%s".formatted(score.contribution().signum() > 0 ? "+" : "", text(score.contribution()));
            said.add("%s:%s(%s;%s)".formatted(both(node.title()), effect, node.question(), both(node.clause())));
        }
        return String.join("; ", said);
    }

    /** Both languages with a stroke between; one if they are the same; nothing for nothing. */
    static @Nullable String both(@Nullable Title title) {
        if (title == null) {
            return null;
        }
        return title.chinese().equals(title.english()) ? title.chinese() : title.chinese() + " / " + title.english();
    }

    /** A cell as text; numbers without exponent and without zeros at their end; nothing is empty. */
    static String text(@Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return cell == null ? "" : cell.toString();
    }
}
