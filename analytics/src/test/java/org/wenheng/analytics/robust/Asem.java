package org.wenheng.analytics.robust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.Construction;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.analytics.treat.Transformation;
import org.wenheng.analytics.treat.Treatment;
import org.wenheng.analytics.treat.Winsorise;

/** The example index of 51 countries and 49 indicators, as it is built by default. */
final class Asem {
    static final String FOLDER = "asem/";

    private final List<List<String>> lines = Oracle.read(FOLDER + "00_input/asem_iMeta.csv").rows().stream()
            .filter(line -> List.of("Indicator", "Aggregate").contains(line.get(9)))
            .toList();

    private List<String> line(String code) {
        return lines.stream()
                .filter(line -> line.get(1).equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<String> indicators() {
        return ofLevel("1");
    }

    List<String> ofLevel(String level) {
        return lines.stream()
                .filter(line -> line.get(0).equals(level))
                .map(line -> line.get(1))
                .toList();
    }

    /** Codes of the branches. */
    List<String> branches() {
        return lines.stream()
                .map(line -> line.get(1))
                .filter(code -> !indicators().contains(code))
                .toList();
    }

    NodeTree tree() {
        List<String> fromTheTop =
                new ArrayList<>(lines.stream().map(line -> line.get(1)).toList());
        Collections.reverse(fromTheTop);
        List<NodeTree.Node> nodes = new ArrayList<>();
        for (String code : fromTheTop) {
            int parent = fromTheTop.indexOf(line(code).get(8));
            int column = indicators().indexOf(code);
            nodes.add(
                    column < 0
                            ? new NodeTree.Branch(code, parent, 1, new ArithmeticMean(), 0)
                            : new NodeTree.Leaf(code, parent, 1, column));
        }
        return new NodeTree(nodes);
    }

    Direction direction(String indicator) {
        return line(indicator).get(3).equals("-1") ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    /** The values after imputation and screening: what is put into the treatment. */
    Matrix values() {
        return Oracle.read(FOLDER + "01_default/04_screened.csv").matrix(indicators());
    }

    Study study() {
        List<IndicatorRule> rules = indicators().stream()
                .map(code -> new IndicatorRule(
                        winsorise(5), new MinMax(PointRange.HUNDRED, direction(code)), new Reference.AllRegions()))
                .toList();
        return Study.of(new Construction(tree(), rules), values(), PeerGroups.none(51));
    }

    static Treatment winsorise(int atMost) {
        return new Winsorise(2, 3.5, atMost, false, new Transformation.LogOfRange(), false);
    }

    Alternative treatments(int atMost) {
        return Alternative.ofTreatments("winmax " + atMost, each(indicators(), code -> winsorise(atMost)));
    }

    Alternative methods(String name, Function<Direction, Method> method) {
        return Alternative.ofMethods(name, each(indicators(), code -> method.apply(direction(code))));
    }

    Alternative aggregations(String name, Aggregation aggregation) {
        return Alternative.ofAggregations(name, each(branches(), code -> aggregation));
    }

    static <T> Map<String, T> each(List<String> codes, Function<String, T> of) {
        Map<String, T> each = new LinkedHashMap<>();
        codes.forEach(code -> each.put(code, of.apply(code)));
        return each;
    }

    /** A hundred sets of weights below the root. */
    List<Alternative> weightSets() {
        Oracle sets = Oracle.read(FOLDER + "10_uasa/noisy_weight_sets.csv");
        List<String> codes = sets.texts("iCode");
        return IntStream.rangeClosed(1, 100)
                .mapToObj(set -> {
                    double[] weights = sets.numbers("w" + set);
                    Map<String, Double> ofNodes = new LinkedHashMap<>();
                    for (int i = 0; i < weights.length; i++) {
                        if (!codes.get(i).equals("Index")) {
                            ofNodes.put(codes.get(i), weights[i]);
                        }
                    }
                    return Alternative.ofWeights("set " + set, ofNodes);
                })
                .toList();
    }
}
