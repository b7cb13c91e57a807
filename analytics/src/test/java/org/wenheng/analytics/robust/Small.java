package org.wenheng.analytics.robust;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.Construction;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Linear;
import org.wenheng.analytics.treat.NoTreatment;

/** An index small enough to be worked out by eye: Index = (A + B)/2, A = (a1 + a2)/2, B = b1; a value of 10 earns 100. */
final class Small {
    private Small() {}

    /** Three rows: the first is best in A, the second in B. */
    static Study study() {
        return study(new double[] {10, 0, 5}, new double[] {8, 0, 4}, new double[] {0, 10, 5});
    }

    static Study study(double[] a1, double[] a2, double[] b1) {
        NodeTree tree = new NodeTree(List.of(
                new Branch("Index", -1, 1, new ArithmeticMean(), 0),
                new Branch("A", 0, 1, new ArithmeticMean(), 0),
                new Branch("B", 0, 1, new ArithmeticMean(), 0),
                new Leaf("a1", 1, 1, 0),
                new Leaf("a2", 1, 1, 1),
                new Leaf("b1", 2, 1, 2)));
        IndicatorRule tenIsAll = new IndicatorRule(new NoTreatment(), tenIsAll(), new Reference.AllRegions());
        return Study.of(
                new Construction(tree, List.of(tenIsAll, tenIsAll, tenIsAll)),
                Matrix.ofColumns(a1.length, a1, a2, b1),
                PeerGroups.none(a1.length));
    }

    /** Many rows, a tenth of the values missing. */
    static Study random(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        return study(column(random, rows), column(random, rows), column(random, rows));
    }

    private static double[] column(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> random.nextInt(10) == 0 ? Double.NaN : random.nextDouble(10))
                .toArray();
    }

    static Linear tenIsAll() {
        return new Linear(List.of(new Linear.Corner(0, 0), new Linear.Corner(10, 100)));
    }

    /** Everything from 5 earns everything. */
    static Linear fiveIsAll() {
        return new Linear(List.of(new Linear.Corner(0, 0), new Linear.Corner(5, 100)));
    }
}
