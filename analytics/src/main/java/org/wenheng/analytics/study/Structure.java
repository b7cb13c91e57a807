package org.wenheng.analytics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.composite.Construction.Built;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.screen.Availability;
import org.wenheng.analytics.structure.Correlation;
import org.wenheng.analytics.structure.CronbachAlpha;
import org.wenheng.analytics.structure.GroupCorrelations;
import org.wenheng.analytics.structure.PrincipalComponents;
import org.wenheng.analytics.structure.SamplingAdequacy;
import org.wenheng.ingest.reference.Title;

/**
 * How the indicators of a scheme hang together, in the points of the units that are scored. What cannot be computed for a
 * dimension, because a column is constant, say, is told as a note in its place.
 */
public final class Structure {
    /** Beyond this two siblings say the same, below the other they pull apart: a proposal. */
    private static final double REDUNDANT = 0.92;

    /** Below this they pull against each other: the same. */
    private static final double OPPOSED = -0.4;

    private final SchemeStudy study;
    private final NodeTree tree;
    private final Matrix scores;

    private Structure(SchemeStudy study) {
        this.study = study;
        this.tree = study.stages().tree();
        Built built = study.built();
        this.scores = built.scores().selectRows(study.scored());
    }

    /** Availability of values, correlations of siblings, and reliability and components of each dimension. */
    public static List<Sheet> sheets(SchemeStudy study) {
        Structure structure = new Structure(study);
        return List.of(
                structure.availability(), structure.correlations(), structure.reliability(), structure.components());
    }

    private Sheet availability() {
        Matrix values = study.study().values().selectRows(study.scored());
        List<List<Object>> rows = new ArrayList<>();
        for (int column = 0; column < values.columns(); column++) {
            long there = Arrays.stream(values.column(column))
                    .filter(value -> !Double.isNaN(value))
                    .count();
            List<Availability> own = Availability.of(values.select(column));
            int place = tree.leafOf(column);
            rows.add(List.of(
                    code(place),
                    title(place),
                    values.rows(),
                    there,
                    (double) there / values.rows(),
                    own.stream().mapToInt(Availability::zeros).sum()));
        }
        return new Sheet(
                "availability",
                new Title("指标数据完备性", "Availability of values"),
                List.of("indicator", "title", "regions", "with_value", "share", "zeros"),
                rows);
    }

    private Sheet correlations() {
        List<List<Object>> rows = new ArrayList<>();
        GroupCorrelations.of(tree, scores, Correlation.PEARSON, 1).pairs().forEach(pair -> {
            double value = pair.coefficient().value();
            String flag = value > REDUNDANT ? "redundant" : value < OPPOSED ? "opposed" : "";
            rows.add(List.of(
                    code(pair.group()),
                    code(pair.first()),
                    code(pair.second()),
                    value,
                    pair.coefficient().pValue(),
                    pair.coefficient().pairs(),
                    flag));
        });
        return new Sheet(
                "correlations",
                new Title("同级相关系数", "Correlations of siblings"),
                List.of("group", "first", "second", "pearson", "p_value", "regions", "flag"),
                rows);
    }

    private Sheet reliability() {
        List<List<Object>> rows = new ArrayList<>();
        for (int branch : branches()) {
            Matrix items = scores.select(tree.children(branch));
            try {
                CronbachAlpha alpha = CronbachAlpha.of(items);
                rows.add(List.of(code(branch), "", "alpha", alpha.alpha(), ""));
                addItems(rows, branch, "alpha-without", alpha.withoutItem());
            } catch (IllegalArgumentException refused) {
                rows.add(refusal(branch, "alpha", refused));
            }
            try {
                SamplingAdequacy adequacy = SamplingAdequacy.of(items);
                rows.add(List.of(code(branch), "", "kmo", adequacy.overall(), ""));
                addItems(rows, branch, "kmo-of", adequacy.items());
            } catch (IllegalArgumentException refused) {
                rows.add(refusal(branch, "kmo", refused));
            }
        }
        return new Sheet(
                "reliability",
                new Title("信度(α)与取样适当性(KMO)", "Reliability (alpha) and sampling adequacy (KMO)"),
                List.of("node", "item", "measure", "value", "note"),
                rows);
    }

    private Sheet components() {
        List<List<Object>> rows = new ArrayList<>();
        for (int branch : branches()) {
            try {
                PrincipalComponents components = PrincipalComponents.of(scores.select(tree.children(branch)));
                double[] shares = components.shares();
                for (int component = 0; component < shares.length; component++) {
                    rows.add(List.of(
                            code(branch),
                            component + 1,
                            components.eigenvalues()[component],
                            shares[component],
                            components.rows(),
                            ""));
                }
            } catch (IllegalArgumentException refused) {
                rows.add(List.of(
                        code(branch), 0, Double.NaN, Double.NaN, scores.rows(), String.valueOf(refused.getMessage())));
            }
        }
        return new Sheet(
                "components",
                new Title("主成分", "Principal components"),
                List.of("node", "component", "eigenvalue", "share", "regions", "note"),
                rows);
    }

    private void addItems(List<List<Object>> rows, int branch, String measure, double[] items) {
        for (int item = 0; item < items.length; item++) {
            rows.add(List.of(code(branch), code(tree.children(branch)[item]), measure, items[item], ""));
        }
    }

    private List<Object> refusal(int branch, String measure, IllegalArgumentException refused) {
        return List.of(code(branch), "", measure, Double.NaN, String.valueOf(refused.getMessage()));
    }

    /** Those with more than one child: of one alone there is nothing to compare. */
    private int[] branches() {
        return IntStream.range(0, tree.nodes().size())
                .filter(place -> tree.children(place).length > 1)
                .toArray();
    }

    private String code(int place) {
        return tree.nodes().get(place).code();
    }

    private String title(int place) {
        return study.stages().nodes().get(place).title().chinese();
    }
}
