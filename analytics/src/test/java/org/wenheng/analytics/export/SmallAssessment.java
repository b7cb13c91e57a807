package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.util.List;
import org.wenheng.analytics.export.Assessment.Grade;
import org.wenheng.analytics.export.Assessment.Head;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.NodeScore;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.ingest.reference.Title;

/** A run of one indicator and two counties, in memory. */
public final class SmallAssessment {
    private static final Title EXCELLENT = new Title("优秀", "Excellent");
    private static final Title GOOD = new Title("良好", "Good");
    private static final Title PASS = new Title("合格", "Pass");
    private static final Title FAIL = new Title("不合格", "Fail");

    private SmallAssessment() {}

    /** Counties 220102 with 92 points and 220103 with 81, of the scheme {@code jilin-2026}. */
    public static Assessment of(String period) {
        return of(period, new Title("南关区", "Nanguan"), "92", "92");
    }

    /**
     * The same with another first county.
     *
     * @param contribution of its only indicator
     * @param score of it
     */
    static Assessment of(String period, Title name, String contribution, String score) {
        return new Assessment(
                new Head(
                        "jilin-2026",
                        "2026.2",
                        "0".repeat(64),
                        new Title("方案", "Scheme"),
                        period,
                        period + "年",
                        "run-" + period,
                        "synthetic",
                        false,
                        2,
                        "test",
                        "2026-01-05T12:00:00Z",
                        "2026-01-06T12:00:00Z"),
                List.of(
                        new Grade(EXCELLENT, new BigDecimal("90")),
                        new Grade(GOOD, new BigDecimal("80")),
                        new Grade(PASS, new BigDecimal("60")),
                        new Grade(FAIL, BigDecimal.ZERO)),
                List.of(
                        node("INDEX", "", "index"),
                        node("A01", "INDEX", "indicator"),
                        node("VETO-FAKE", "INDEX", "veto")),
                List.of(
                        region("220102", name, contribution, score, EXCELLENT, 1),
                        region("220103", new Title("宽城区", "Kuancheng"), "81", "81", GOOD, 2)));
    }

    private static Node node(String code, String parent, String kind) {
        return new Node(
                code,
                parent,
                kind,
                new Title("节点" + code, "Node " + code),
                "为什么?",
                "分",
                kind.equals("veto") ? BigDecimal.ZERO : new BigDecimal("100"),
                new Title("第1行", "line 1"));
    }

    private static RegionScore region(
            String code, Title name, String contribution, String score, Title grade, int rank) {
        BigDecimal points = new BigDecimal(contribution);
        Title none = new Title("", "");
        return new RegionScore(
                code,
                name,
                "unit",
                "",
                new BigDecimal(score).setScale(2),
                new BigDecimal(score),
                BigDecimal.ONE,
                grade,
                grade,
                none,
                rank,
                2,
                null,
                0,
                List.of(new NodeScore("A01", "scored", points, points, new BigDecimal("100"), points, none)));
    }
}
