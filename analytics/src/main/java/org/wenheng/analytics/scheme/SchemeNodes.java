package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wenheng.analytics.scheme.Indicator.ZeroDenominator;
import org.wenheng.analytics.scheme.ScoringRules.Adjustment;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlNode;

/** Writes the tree of a scheme as a list of nodes for readers. */
final class SchemeNodes {
    private final Scheme scheme;
    private final Map<String, Double> siblingWeights = new HashMap<>();
    private final List<SchemeNode> nodes = new ArrayList<>();

    private SchemeNodes(Scheme scheme) {
        this.scheme = scheme;
        scheme.dimensions().stream()
                .filter(dimension -> dimension.parent() != null)
                .forEach(dimension -> siblingWeights.merge(
                        Objects.requireNonNull(dimension.parent()), dimension.weight(), Double::sum));
        scheme.indicators()
                .forEach(indicator -> siblingWeights.merge(indicator.dimension(), indicator.weight(), Double::sum));
    }

    static List<SchemeNode> of(Scheme scheme) {
        SchemeNodes nodes = new SchemeNodes(scheme);
        nodes.add(scheme.index(), 1);
        scheme.rules().adjustments().items().forEach(nodes::add);
        return List.copyOf(nodes.nodes);
    }

    private void add(Dimension dimension, double share) {
        String kind = dimension.parent() == null ? "index" : "dimension";
        nodes.add(new SchemeNode(
                dimension.code(),
                dimension.parent(),
                kind,
                dimension.title(),
                dimension.question(),
                "",
                "",
                dimension.combination().description(),
                "",
                "",
                dimension.weight(),
                share,
                "",
                "",
                "",
                ""));
        double siblings = siblingWeights.getOrDefault(dimension.code(), 1.0);
        for (Dimension child : scheme.dimensions()) {
            if (dimension.code().equals(child.parent())) {
                add(child, share * child.weight() / siblings);
            }
        }
        for (Indicator child : scheme.indicators()) {
            if (dimension.code().equals(child.dimension())) {
                add(child, share * child.weight() / siblings);
            }
        }
    }

    private void add(Indicator indicator, double share) {
        nodes.add(new SchemeNode(
                indicator.code(),
                indicator.dimension(),
                "indicator",
                indicator.title(),
                indicator.question(),
                indicator.unit(),
                indicator.formulaText(),
                method(indicator),
                YamlNode.wordOf(indicator.direction()),
                YamlNode.wordOf(indicator.nature()),
                indicator.weight(),
                share,
                String.join("、", indicator.departments()),
                YamlNode.wordOf(indicator.frequency()),
                indicator.target(),
                indicator.targetSource()));
    }

    private static Title method(Indicator indicator) {
        Title method = indicator.method().description();
        StringBuilder chinese = new StringBuilder(method.chinese());
        StringBuilder english = new StringBuilder(method.english());
        if (indicator.method() instanceof ComparingMethod) {
            Title reference = indicator.rules().reference().description();
            chinese.append(";").append(reference.chinese());
            english.append("; ").append(reference.english());
        }
        if (indicator.rules().scalesWithYear()) {
            chinese.append(";年度标准按已过月份折算");
            english.append("; annual thresholds times the elapsed share of the year");
        }
        if (indicator.rules().whenDenominatorIsZero() == ZeroDenominator.FULL_POINTS) {
            chinese.append(";分母为0得满分并标注");
            english.append("; a denominator of zero earns full points, noted");
        }
        return new Title(chinese.toString(), english.toString());
    }

    private void add(Adjustment adjustment) {
        nodes.add(new SchemeNode(
                adjustment.code(),
                scheme.index().code(),
                YamlNode.wordOf(adjustment.kind()),
                adjustment.title(),
                adjustment.question(),
                "",
                adjustment.element(),
                method(adjustment),
                "",
                "",
                0,
                0,
                "",
                "year",
                "",
                ""));
    }

    private Title method(Adjustment adjustment) {
        if (adjustment.kind() == AdjustmentKind.VETO) {
            Title grade = scheme.rules()
                    .grades()
                    .get(scheme.rules().adjustments().vetoGrade())
                    .title();
            return new Title(
                    "一票否决:发生即等次不高于%s".formatted(grade.chinese()),
                    "Veto: one case and the grade is at most %s".formatted(grade.english()));
        }
        boolean bonus = adjustment.kind() == AdjustmentKind.BONUS;
        String cap = number(scheme.rules().adjustments().caps().getOrDefault(adjustment.kind(), 0.0));
        return new Title(
                "每项%s%s分,合计不超过%s分".formatted(bonus ? "加" : "扣", number(adjustment.pointsEach()), cap),
                "%s points for each case, at most %s together"
                        .formatted((bonus ? "+" : "-") + number(adjustment.pointsEach()), cap));
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
