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
        Word word = (node.isMapping() ? node.get("method") : node).word(Word.class);
        try {
            return read(word, node);
        } catch (IllegalArgumentException e) {
            node.problem(INVALID, "权重规则不合要求:" + e.getMessage(), String.valueOf(e.getMessage()));
            return new WeightRule.AsWritten();
        }
    }

    private WeightRule read(Word word, YamlNode node) {
        return switch (word) {
            case AS_WRITTEN -> only(node, new WeightRule.AsWritten());
            case EQUAL -> only(node, new EqualWeights());
            case ANALYTIC_HIERARCHY -> judged(node);
            case ENTROPY ->
                only(
                        node,
                        new EntropyWeights(
                                has(node, "scaling") ? node.get("scaling").word(Scaling.class) : Scaling.MIN_MAX),
                        "scaling");
            case CRITIC -> only(node, new CriticWeights());
            case MEREC -> only(node, new MerecWeights());
            case STANDARD_DEVIATION -> only(node, new StandardDeviationWeights());
            case PRINCIPAL_COMPONENT ->
                only(
                        node,
                        new PrincipalComponentWeights(
                                has(node, "loadings") ? node.get("loadings").word(Loadings.class) : Loadings.SQUARED),
                        "loadings");
            case CORRELATION_BALANCED ->
                only(
                        node,
                        new CorrelationBalancedWeights(
                                has(node, "least-share")
                                        ? node.get("least-share").number().doubleValue()
                                        : 0),
                        "least-share");
            case COMBINED -> together(node);
        };
    }

    private static boolean has(YamlNode node, String key) {
        return node.isMapping() && node.get(key).isPresent();
    }

    private static WeightRule only(YamlNode node, Weighting weighting, String... known) {
        return only(node, new WeightRule.FromPoints(weighting), known);
    }

    private static WeightRule only(YamlNode node, WeightRule rule, String... known) {
        if (node.isMapping()) {
            String[] keys = new String[known.length + 1];
            keys[0] = "method";
            System.arraycopy(known, 0, keys, 1, known.length);
            node.only(keys);
        }
        return rule;
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
