package org.wenheng.analytics.explain;

import org.wenheng.ingest.reference.Title;

/** The sentences of an explanation. */
final class Sentences {
    private Sentences() {}

    /** An indicator beside its peers, such as 人均购书经费:0.8元/人,低于同类中位数1.2元/人,少得0.21分. */
    static Title of(PeerComparison comparison) {
        NodeExplanation node = comparison.node();
        String chinese = node.title().chinese();
        String english = node.title().english();
        if (!node.isApplicable()) {
            return new Title(chinese + "不适用,不作比较", english + " does not apply and is not compared");
        }
        String medianChinese = comparison.grouped() ? "同类中位数" : "全部地区中位数";
        String medianEnglish = comparison.grouped() ? "the peer median" : "the median of all regions";
        if (comparison.peers() == 0) {
            return new Title(chinese + "没有地区报送,无从比较", english + " was reported by nobody: nothing to compare with");
        }
        String median = Figures.points(comparison.medianContribution());
        if (node.isMissing()) {
            return new Title(
                    "%s缺报,计0分,%s得%s分".formatted(chinese, medianChinese, median),
                    "%s is missing and earns 0 points, %s earns %s".formatted(english, medianEnglish, median));
        }
        Title points = points(comparison.distance());
        if (Double.isNaN(node.value()) || Double.isNaN(comparison.medianValue())) {
            return new Title(
                    "%s得%s分,%s得%s分,%s"
                            .formatted(
                                    chinese,
                                    Figures.points(node.contribution()),
                                    medianChinese,
                                    median,
                                    points.chinese()),
                    "%s earns %s points, %s earns %s: %s"
                            .formatted(
                                    english,
                                    Figures.points(node.contribution()),
                                    medianEnglish,
                                    median,
                                    points.english()));
        }
        Title beside = beside(node.value(), comparison.medianValue());
        String own = Figures.of(node.value());
        String theirs = Figures.of(comparison.medianValue());
        return new Title(
                "%s:%s%s,%s%s%s%s,%s"
                        .formatted(
                                chinese,
                                own,
                                node.unit(),
                                beside.chinese(),
                                medianChinese,
                                theirs,
                                node.unit(),
                                points.chinese()),
                "%s: %s %s, %s %s of %s %s, %s"
                        .formatted(
                                english,
                                own,
                                node.unit(),
                                beside.english(),
                                medianEnglish,
                                theirs,
                                node.unit(),
                                points.english()));
    }

    private static Title beside(double value, double median) {
        if (value == median) {
            return new Title("等于", "equal to");
        }
        return value > median ? new Title("高于", "above") : new Title("低于", "below");
    }

    private static Title points(double distance) {
        String points = Figures.points(Math.abs(distance));
        if (points.equals("0")) {
            return new Title("得分相同", "as many points");
        }
        return distance > 0
                ? new Title("多得%s分".formatted(points), "%s points more".formatted(points))
                : new Title("少得%s分".formatted(points), "%s points fewer".formatted(points));
    }

    /** What is lost at a leaf, such as 人均购书经费得0.75分,满分1.5分,失0.75分. */
    static Title lost(NodeExplanation node) {
        String chinese = node.title().chinese();
        String english = node.title().english();
        String lost = Figures.points(node.lost());
        if (node.weight() == 0) {
            return new Title("%s扣%s分".formatted(chinese, lost), "%s takes %s points".formatted(english, lost));
        }
        String weight = Figures.points(node.weight());
        if (node.isMissing()) {
            return new Title(
                    "%s缺报,失去全部%s分".formatted(chinese, weight),
                    "%s is missing: all of its %s points are lost".formatted(english, weight));
        }
        String earned = Figures.points(node.contribution());
        return new Title(
                "%s得%s分,满分%s分,失%s分".formatted(chinese, earned, weight, lost),
                "%s earns %s of %s points: %s are lost".formatted(english, earned, weight, lost));
    }
}
