package org.wenheng.analytics.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.aggregate.GeometricMean;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.analytics.composite.ColumnPoints;
import org.wenheng.analytics.composite.Construction;
import org.wenheng.analytics.composite.Construction.Built;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.NodeTree.Node;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;
import org.wenheng.analytics.impute.Centre;
import org.wenheng.analytics.impute.GroupCentre;
import org.wenheng.analytics.impute.Imputation;
import org.wenheng.analytics.impute.Imputed;
import org.wenheng.analytics.impute.Surroundings;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.robust.Alternative;
import org.wenheng.analytics.robust.Study;
import org.wenheng.analytics.robust.Uncertainty;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.robust.Uncertainty.UniformWeights;
import org.wenheng.analytics.robust.ValueErrors;
import org.wenheng.analytics.robust.ValueErrors.Law;
import org.wenheng.analytics.robust.ValueErrors.Margin;
import org.wenheng.analytics.scheme.method.Clip;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.analytics.scheme.method.ZScore;
import org.wenheng.analytics.treat.Transformation;
import org.wenheng.analytics.treat.Winsorise;

/**
 * An index of made-up values: 60 indicators of which a third are log-normal and the others normal, a quarter of them better
 * when lower, 2 % of the values missing; 12 dimensions of five, 4 areas of three, four peer groups.
 */
final class SyntheticIndex {
    private static final int INDICATORS = 60;
    private static final int DIMENSIONS = 12;
    private static final int AREAS = 4;
    private static final List<String> CODES =
            IntStream.range(0, INDICATORS).mapToObj(i -> "I" + i).toList();

    private final Matrix values;
    private final PeerGroups groups;
    private final Surroundings surroundings;
    private final Construction construction;

    SyntheticIndex(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[INDICATORS][rows];
        for (int column = 0; column < INDICATORS; column++) {
            for (int row = 0; row < rows; row++) {
                double normal = random.nextGaussian();
                double value = column % 3 == 0 ? Math.exp(normal) : 50 + 10 * normal;
                columns[column][row] = random.nextInt(50) == 0 ? Double.NaN : value;
            }
        }
        this.values = Matrix.ofColumns(rows, columns);
        this.groups = new PeerGroups(
                IntStream.range(0, rows).mapToObj(row -> "G" + row % 4).toList());
        Surroundings none = Surroundings.none(rows, INDICATORS);
        this.surroundings = new Surroundings(groups, none.columns(), none.panel());
        this.construction = new Construction(
                tree(),
                CODES.stream()
                        .map(code ->
                                new IndicatorRule(winsorise(5), minMax(direction(code)), new Reference.AllRegions()))
                        .toList());
    }

    private static NodeTree tree() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Branch("Index", -1, 1, new ArithmeticMean(), 0));
        for (int area = 0; area < AREAS; area++) {
            nodes.add(new Branch("A" + area, 0, 1, new ArithmeticMean(), 0));
        }
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            nodes.add(new Branch("D" + dimension, 1 + dimension % AREAS, 1, new ArithmeticMean(), 0));
        }
        for (int indicator = 0; indicator < INDICATORS; indicator++) {
            nodes.add(new Leaf(CODES.get(indicator), 1 + AREAS + indicator % DIMENSIONS, 1, indicator));
        }
        return new NodeTree(nodes);
    }

    private static Direction direction(String indicator) {
        return CODES.indexOf(indicator) % 4 == 0 ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    private static Winsorise winsorise(int atMost) {
        return new Winsorise(2, 3.5, atMost, false, new Transformation.LogOfRange(), false);
    }

    private static MinMax minMax(Direction direction) {
        return new MinMax(new PointRange(1, 100), direction);
    }

    private Matrix filledIn() {
        List<Imputation> rules = CODES.stream()
                .<Imputation>map(code -> new GroupCentre(Centre.MEAN, 1))
                .toList();
        return Imputed.matrix(values.rows(), Imputation.imputeAll(values, rules, surroundings));
    }

    private Built built() {
        return construction.build(filledIn(), groups);
    }

    /** The whole way from values to the index. */
    double[] index() {
        return built().index();
    }

    /** The points of the indicators. */
    Matrix points() {
        return Matrix.ofColumns(
                values.rows(),
                built().points().stream().map(ColumnPoints::points).toArray(double[][]::new));
    }

    double[] equalWeights() {
        double[] weights = new double[INDICATORS];
        Arrays.fill(weights, 1);
        return weights;
    }

    Study study() {
        return Study.of(construction, filledIn(), groups);
    }

    /** Weights of dimensions and areas, how many values are drawn in, the method, the aggregation. */
    List<Uncertainty> uncertainties() {
        NodeTree tree = construction.tree();
        List<String> upper = new ArrayList<>(tree.codesAt(1));
        upper.addAll(tree.codesAt(2));
        return List.of(
                new UniformWeights("weights", upper, 0.25),
                new Alternatives(
                        "treatment",
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(atMost -> Alternative.ofTreatments(
                                        "at most " + atMost, each(CODES, code -> winsorise(atMost))))
                                .toList()),
                new Alternatives(
                        "method",
                        List.of(
                                Alternative.ofMethods("min-max", each(CODES, code -> minMax(direction(code)))),
                                Alternative.ofMethods(
                                        "z-score",
                                        each(CODES, code -> new ZScore(100, 10, Clip.KEEP, direction(code)))))),
                new Alternatives(
                        "aggregation",
                        List.of(
                                aggregation("arithmetic", new ArithmeticMean()),
                                aggregation("geometric", new GeometricMean(new WhenNotPositive.Refuse())))));
    }

    private Alternative aggregation(String name, Aggregation aggregation) {
        return Alternative.ofAggregations(name, each(construction.tree().branchCodes(), code -> aggregation));
    }

    /** Every value is off by a normal error of 5 %. */
    List<Uncertainty> errors() {
        return CODES.stream()
                .<Uncertainty>map(code -> new ValueErrors(code, Law.NORMAL, Map.of(code, Margin.relative(0.05))))
                .toList();
    }

    private static <T> Map<String, T> each(List<String> codes, Function<String, T> of) {
        Map<String, T> each = new HashMap<>();
        codes.forEach(code -> each.put(code, of.apply(code)));
        return each;
    }
}
