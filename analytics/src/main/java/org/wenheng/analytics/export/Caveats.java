package org.wenheng.analytics.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.export.Assessment.Head;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.NodeScore;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.ingest.reference.Title;

/** What a reader must know before using a score; computed from what is in the package, so whoever checks it can redo it. */
public final class Caveats {
    static final Title UNSIGNED = new Title(
            "本包未签名:内容的完整可以核对,出处不能", "This package is not signed: its wholeness can be checked, its origin cannot");

    private Caveats() {}

    /**
     * The nature of the data in words.
     *
     * @param origin {@code real}, {@code synthetic} or {@code mixed}
     */
    public static Title nature(String origin) {
        return switch (origin) {
            case "real" -> new Title("数据性质:实报数据", "Nature of the data: reported");
            case "synthetic" -> new Title("数据性质:合成数据,仅供演示", "Nature of the data: synthetic, for demonstration only");
            default ->
                new Title(
                        "数据性质:含合成数据,合成部分仅供演示",
                        "Nature of the data: partly synthetic; that part is for demonstration only");
        };
    }

    /** Those that hold for every region. */
    static List<Title> of(Head head) {
        List<Title> caveats = new ArrayList<>();
        if (!head.origin().equals("real")) {
            caveats.add(nature(head.origin()));
        }
        if (head.trial()) {
            caveats.add(new Title("试算:该期早于方案适用年份", "Trial: the period lies before the years the scheme is meant for"));
        }
        return caveats;
    }

    /** Those of one region, those that hold for every region first. */
    static List<Title> of(Head head, RegionScore region, Map<String, Node> nodes) {
        List<Title> caveats = new ArrayList<>(of(head));
        if (region.score() == null) {
            caveats.add(new Title("无得分:没有可计分的数据", "No score: nothing could be scored"));
        }
        add(caveats, region, nodes, "missing", "缺报指标", "Missing indicators");
        add(caveats, region, nodes, "imputed", "推算填补的指标", "Imputed indicators");
        add(caveats, region, nodes, "partial", "数据不全的指标", "Indicators on partial data");
        return caveats;
    }

    private static void add(
            List<Title> caveats,
            RegionScore region,
            Map<String, Node> nodes,
            String status,
            String chinese,
            String english) {
        List<String> codes = region.nodes().stream()
                .filter(node -> node.status().equals(status))
                .map(NodeScore::node)
                .filter(code -> {
                    Node node = nodes.get(code);
                    return node != null && node.isLeaf();
                })
                .sorted()
                .toList();
        if (!codes.isEmpty()) {
            caveats.add(new Title(
                    "%s:%s".formatted(chinese, String.join("、", codes)),
                    "%s: %s".formatted(english, String.join(", ", codes))));
        }
    }
}
