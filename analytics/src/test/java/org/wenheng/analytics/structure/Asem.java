package org.wenheng.analytics.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;

/** The index of the published results: 49 indicators of 51 countries in 8 pillars and 2 sub-indices. */
public final class Asem {
    private Asem() {}

    /** The code of each node, the root first. */
    public static List<String> nodes() {
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> types = meta.texts("Type");
        List<String> levels = meta.texts("Level");
        return IntStream.range(0, types.size())
                .filter(i -> types.get(i).equals("Indicator") || types.get(i).equals("Aggregate"))
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> levels.get(i)).reversed())
                .map(i -> meta.texts("iCode").get(i))
                .toList();
    }

    /** The codes of the indicators. */
    public static List<String> indicators() {
        List<String> nodes = nodes();
        return nodes.subList(nodes.size() - 49, nodes.size());
    }

    /** All weights are 1 and all means arithmetic. */
    public static NodeTree tree() {
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> codes = nodes();
        List<NodeTree.Node> nodes = new ArrayList<>();
        int leaves = 0;
        for (String code : codes) {
            int row = meta.texts("iCode").indexOf(code);
            int parent = codes.indexOf(meta.texts("Parent").get(row));
            nodes.add(
                    meta.texts("Type").get(row).equals("Indicator")
                            ? new NodeTree.Leaf(code, parent, 1, leaves++)
                            : new NodeTree.Branch(code, parent, 1, new ArithmeticMean(), 0));
        }
        return new NodeTree(nodes);
    }

    /** The codes of the countries, in the order of the rows of every stage. */
    static List<String> countries() {
        return Oracle.read("asem/01_default/07_aggregated.csv").texts("uCode");
    }

    /** A stage of the indicators: countries by code × indicators. */
    static Matrix indicators(String stage) {
        return Oracle.read("asem/01_default/" + stage + ".csv").matrix(indicators());
    }

    /** Scores: countries by code × nodes. */
    static Matrix scores() {
        return Oracle.read("asem/01_default/07_aggregated.csv").matrix(nodes());
    }

    /** A column of the input, in the order of the countries by code as in the stages. */
    static List<String> inputByCountry(String column) {
        List<String> texts = input().texts(column);
        return places().mapToObj(texts::get).toList();
    }

    /** Likewise as numbers. */
    static double[] inputNumbers(String column) {
        double[] numbers = input().numbers(column);
        return places().mapToDouble(place -> numbers[place]).toArray();
    }

    private static Oracle input() {
        return Oracle.read("asem/00_input/asem_iData.csv");
    }

    private static IntStream places() {
        List<String> countries = input().texts("uCode");
        return countries().stream().mapToInt(countries::indexOf);
    }
}
