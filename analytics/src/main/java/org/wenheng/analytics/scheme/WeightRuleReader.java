package org.wenheng.analytics.scheme;

import java.util.List;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.weigh.AnalyticHierarchyProcess;
import org.wenheng.analytics.weigh.CombinedWeights;
import org.wenheng.analytics.weigh.CorrelationBalancedWeights;
import org.wenheng.analytics.weigh.CriticWeights;
import org.wenheng.analytics.weigh.EntropyWeights;
import org.wenheng.analytics.weigh.EntropyWeights.Scaling;
import org.wenheng.analytics.weigh.EqualWeights;
import org.wenheng.analytics.weigh.JudgementMatrix;
import org.wenheng.analytics.weigh.MerecWeights;
import org.wenheng.analytics.weigh.PrincipalComponentWeights;
import org.wenheng.analytics.weigh.PrincipalComponentWeights.Loadings;
import org.wenheng.analytics.weigh.RandomIndex;
import org.wenheng.analytics.weigh.StandardDeviationWeights;
import org.wenheng.analytics.weigh.Weighed;
import org.wenheng.analytics.weigh.Weighting;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads where the weights of a dimension's children come from: a word, or a mapping with {@code method} and parameters. */
final class WeightRuleReader {
    private static final String INVALID = "SCHEME_WEIGHTS_INVALID";

    private final List<String> children;

    /**
     * @param children codes of the dimension's children in the order of the tree, for judgements of pairs; empty for the
     *     defaults of a scheme, which can judge no pairs
     */
    WeightRuleReader(List<String> children) {
        this.children = List.copyOf(children);
    }

    /** The words for the rules. */
    enum Word {
        AS_WRITTEN,
        EQUAL,
        ANALYTIC_HIERARCHY,
        ENTROPY,
        CRITIC,
        MEREC,
        STANDARD_DEVIATION,
        PRINCIPAL_COMPONENT,
        CORRELATION_BALANCED,
        COMBINED
    }

    private enum Together {
        SUM,
        PRODUCT
    }

    /** The rule; that of the written weights if something is wrong, after saying so. */
    WeightRule read(YamlNode node) {
        RuleNode rule = new RuleNode(node);
        Word word = rule.word(Word.class);
        return rule.orElse(INVALID, new WeightRule.AsWritten(), () -> read(word, rule));
    }

    private WeightRule read(Word word, RuleNode given) {
        return switch (word) {
            case AS_WRITTEN -> given.only(new WeightRule.AsWritten());
            case EQUAL -> fromPoints(given, new EqualWeights());
            case ANALYTIC_HIERARCHY -> judged(given.node());
            case ENTROPY -> fromPoints(given, new EntropyWeights(given.word("scaling", Scaling.MIN_MAX)), "scaling");
            case CRITIC -> fromPoints(given, new CriticWeights());
            case MEREC -> fromPoints(given, new MerecWeights());
            case STANDARD_DEVIATION -> fromPoints(given, new StandardDeviationWeights());
            case PRINCIPAL_COMPONENT ->
                fromPoints(given, new PrincipalComponentWeights(given.word("loadings", Loadings.SQUARED)), "loadings");
            case CORRELATION_BALANCED ->
                fromPoints(given, new CorrelationBalancedWeights(given.number("least-share", 0)), "least-share");
            case COMBINED -> together(given.node());
        };
    }

    private static WeightRule fromPoints(RuleNode given, Weighting weighting, String... known) {
        return given.only(new WeightRule.FromPoints(weighting), known);
    }

    private WeightRule judged(YamlNode node) {
        if (children.isEmpty() || !node.isMapping()) {
            node.problem(
                    INVALID,
                    "层次分析法须在维度下写明 judgements(按下级顺序的判断矩阵)",
                    "The analytic hierarchy process needs judgements of a dimension's children, in their order");
            return new WeightRule.AsWritten();
        }
        node.only("method", "judgements", "random-index", "even-if-inconsistent");
        double[][] rows = node.get("judgements").items().stream()
                .map(row -> row.items().stream()
                        .mapToDouble(WeightRuleReader::judgement)
                        .toArray())
                .toArray(double[][]::new);
        if (rows.length != children.size()) {
            throw new IllegalArgumentException("%s rows of judgements for %s children: %s"
                    .formatted(rows.length, children.size(), String.join(", ", children)));
        }
        AnalyticHierarchyProcess process = new AnalyticHierarchyProcess(
                new JudgementMatrix(Matrix.ofRows(rows)),
                node.get("random-index").word(RandomIndex.class),
                node.get("even-if-inconsistent").flag(false));
        Weighed weighed = process.weigh(Matrix.ofRows(new double[1][rows.length]));
        return new WeightRule.Judged(
                children, java.util.Arrays.stream(weighed.weights()).boxed().toList(), weighed.note());
    }

    /** A judgement is a number or a fraction such as {@code 1/3}. */
    private static double judgement(YamlNode node) {
        String text = node.text();
        String[] parts = text.split("/", -1);
        try {
            return parts.length == 2
                    ? Double.parseDouble(parts[0].strip()) / Double.parseDouble(parts[1].strip())
                    : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is no judgement such as 3 or 1/3".formatted(text), e);
        }
    }

    private WeightRule together(YamlNode node) {
        node.only("method", "first", "second", "by", "share");
        CombinedWeights.Rule rule = switch (node.get("by").word(Together.class)) {
            case SUM ->
                new CombinedWeights.Rule.Additive(node.get("share").number().doubleValue());
            case PRODUCT -> new CombinedWeights.Rule.Multiplicative();
        };
        return new WeightRule.Together(read(node.get("first")), read(node.get("second")), rule);
    }
}
