package org.wenheng.analytics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.equity.BetaConvergence;
import org.wenheng.analytics.equity.CoefficientOfVariation;
import org.wenheng.analytics.equity.Gaps;
import org.wenheng.analytics.equity.LorenzCurve;
import org.wenheng.analytics.equity.SigmaConvergence;
import org.wenheng.analytics.equity.Theil;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Panel;
import org.wenheng.ingest.reference.Title;

/**
 * How equal the regions of a scheme are: in the index, which is taken without bonus and deduction, and in each dimension.
 * Every region counts the same.
 */
public final class Equity {
    private Equity() {}

    /**
     * Inequality in each period and, of several periods, whether regions draw together.
     *
     * @param studies of one scheme, in the order of their periods, each of another year or part of a year
     */
    public static List<Sheet> sheets(List<SchemeStudy> studies) {
        List<List<Object>> inequality = new ArrayList<>();
        List<List<Object>> gaps = new ArrayList<>();
        studies.forEach(study -> addPeriod(study, inequality, gaps));
        List<Sheet> sheets = new ArrayList<>(List.of(
                new Sheet(
                        "inequality",
                        new Title("差异系数、基尼系数、泰尔指数", "Variation, Gini, Theil"),
                        List.of("period", "node", "title", "regions", "cv", "gini", "theil", "between", "within"),
                        inequality),
                new Sheet(
                        "gaps",
                        new Title("差距", "Gaps"),
                        List.of("period", "node", "title", "max_to_min", "p90_to_p10", "top_fifth", "bottom_fifth"),
                        gaps)));
        if (studies.size() > 1) {
            sheets.add(convergence(studies));
        }
        return sheets;
    }

    private static void addPeriod(SchemeStudy study, List<List<Object>> inequality, List<List<Object>> gaps) {
        Matrix scores = study.built().scores();
        for (int place : branches(study)) {
            double[] values = scores.column(place);
            String node = study.stages().nodes().get(place).code();
            String title = study.stages().nodes().get(place).title().chinese();
            Theil theil = Theil.of(values, new PeerGroups(study.stages().groups()));
            LorenzCurve curve = LorenzCurve.of(values);
            Gaps gap = Gaps.of(values);
            inequality.add(List.of(
                    study.period().code(),
                    node,
                    title,
                    curve.regions(),
                    CoefficientOfVariation.ofPopulation(values),
                    curve.gini(),
                    theil.total(),
                    theil.between(),
                    theil.within()));
            gaps.add(List.of(
                    study.period().code(),
                    node,
                    title,
                    gap.greatestToLeast().orElse(Double.NaN),
                    gap.p90ToP10().orElse(Double.NaN),
                    gap.topFifth(),
                    gap.bottomFifth()));
        }
    }

    /** Nodes that are in the tree of every period, regions that are scored in every period. */
    private static Sheet convergence(List<SchemeStudy> studies) {
        List<String> regions = new ArrayList<>(codes(studies.get(0)));
        studies.forEach(study -> regions.retainAll(codes(study)));
        List<Double> years =
                studies.stream().map(study -> Double.valueOf(time(study))).toList();
        List<Matrix> built =
                studies.stream().map(study -> study.built().scores()).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int place : branches(studies.get(0))) {
            String node = studies.get(0).stages().nodes().get(place).code();
            if (!studies.stream()
                    .allMatch(study -> study.stages().tree().branchCodes().contains(node))) {
                continue;
            }
            List<Matrix> columns = IntStream.range(0, studies.size())
                    .mapToObj(i -> column(studies.get(i), built.get(i), node, regions))
                    .toList();
            Panel panel = new Panel(years, columns);
            SigmaConvergence sigma = SigmaConvergence.of(panel, 0);
            BetaConvergence beta = BetaConvergence.of(panel, 0);
            rows.add(List.of(
                    node,
                    studies.get(0).stages().nodes().get(place).title().chinese(),
                    sigma.regions(),
                    sigma.variation()[0],
                    sigma.variation()[studies.size() - 1],
                    sigma.line().slope(),
                    beta.line().slope(),
                    beta.speed().orElse(Double.NaN),
                    beta.halfLife().orElse(Double.NaN)));
        }
        return new Sheet(
                "convergence",
                new Title("σ收敛与β收敛", "Sigma and beta convergence"),
                List.of(
                        "node",
                        "title",
                        "regions",
                        "cv_first",
                        "cv_last",
                        "sigma_slope",
                        "beta",
                        "beta_speed",
                        "half_life_years"),
                rows);
    }

    /** The end of the period in years, so that periods of different length have their place. */
    private static double time(SchemeStudy study) {
        return study.period().year() + study.period().lastDay().getMonthValue() / 12.0;
    }

    private static List<String> codes(SchemeStudy study) {
        return IntStream.of(study.scored())
                .mapToObj(row -> study.stages().regions().get(row).code())
                .toList();
    }

    private static Matrix column(SchemeStudy study, Matrix scores, String node, List<String> regions) {
        List<String> all =
                study.stages().regions().stream().map(region -> region.code()).toList();
        int[] rows = regions.stream().mapToInt(all::indexOf).toArray();
        return scores.select(study.stages().tree().place(node)).selectRows(rows);
    }

    private static int[] branches(SchemeStudy study) {
        List<NodeTree.Node> nodes = study.stages().tree().nodes();
        return IntStream.range(0, nodes.size())
                .filter(place -> nodes.get(place) instanceof NodeTree.Branch)
                .toArray();
    }
}
