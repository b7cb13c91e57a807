package org.wenheng.analytics.robust;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.robust.ValueErrors.Margin;
import org.wenheng.analytics.treat.Treatment;

/**
 * Builds variants of an index, only what differs from the nominal one: the points of an indicator whose rule or values
 * differ, and the branches above what differs. What a treatment and a method make of a column is kept, because the
 * alternatives of a declaration come again and again; with errors of values it is not, for no two are alike. Used by
 * several threads at once.
 */
final class Rebuilding {
    private final Study study;
    private final NodeTree tree;
    private final int target;
    /** Whether a node is the target or below it. */
    private final boolean[] counts;

    private final double[][] nominal;
    private final double[] nominalWeights;
    private final ConcurrentMap<TreatedColumn, double[]> treated = new ConcurrentHashMap<>();
    private final ConcurrentMap<ScoredColumn, double[]> scored = new ConcurrentHashMap<>();

    /** Arrays are the same if they are one and the same, which is all that is needed here. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose
    private record TreatedColumn(double[] values, Treatment treatment) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose
    private record ScoredColumn(double[] values, IndicatorRule rule) {}

    /**
     * @throws IllegalArgumentException if the nominal index cannot be built
     */
    Rebuilding(Study study) {
        this.study = study;
        this.tree = study.tree();
        this.target = tree.place(study.node());
        this.counts = new boolean[tree.nodes().size()];
        for (int place = target; place < counts.length; place++) {
            counts[place] = place == target || counts[tree.nodes().get(place).parent()];
        }
        this.nominalWeights = tree.weights();
        this.nominal = new double[counts.length][];
        build(new Variant(study), nominal, true);
    }

    /** The points of the study's node when nothing varies, by row. */
    double[] nominal() {
        return study.withOffsets(nominal[target]);
    }

    /**
     * The points of the study's node in a variant, by row; NaN where there are none.
     *
     * @throws IllegalArgumentException if a treatment, a method or an aggregation refuses what it is given, nothing is left
     *     below the node, no row has points or one has infinitely many
     */
    double[] scores(Variant variant) {
        return study.withOffsets(build(variant, nominal.clone(), false));
    }

    /** What comes of a variant; what is refused is an outcome like any other, also when the variant is drawn. */
    Outcome outcome(Supplier<Variant> variant) {
        try {
            double[] scores = scores(variant.get());
            return new Outcome.Built(scores, study.ranks(scores));
        } catch (IllegalArgumentException refused) {
            return new Outcome.Failed(String.valueOf(refused.getMessage()));
        }
    }

    /**
     * @param scores by place; those that do not change are there already, unless everything is to be built
     */
    private double[] build(Variant variant, double[][] scores, boolean everything) {
        boolean[] absent = new boolean[counts.length];
        for (int place = 0; place < counts.length; place++) {
            absent[place] = variant.leftOut(place)
                    || (place > 0 && absent[tree.nodes().get(place).parent()]);
        }
        boolean[] changed = new boolean[counts.length];
        Map<Uncertainty, double[]> deviates = new HashMap<>();
        for (int place = counts.length - 1; place >= target; place--) {
            if (!counts[place] || absent[place]) {
                continue;
            }
            if (tree.nodes().get(place) instanceof Leaf leaf) {
                double[] before = scores[place];
                scores[place] = points(leaf, variant, deviates);
                changed[place] = scores[place] != before;
                continue;
            }
            int[] among = Arrays.stream(tree.children(place))
                    .filter(child -> !absent[child])
                    .toArray();
            absent[place] = weigh(among, variant.weights()) <= 0;
            changed[place] = !absent[place] && (everything || isChanged(place, among, variant, changed));
            if (changed[place]) {
                scores[place] = NodeTree.combine(variant.branch(place), among, scores, variant.weights());
            }
        }
        if (absent[target]) {
            throw new IllegalArgumentException("Nothing is left below " + study.node());
        }
        check(scores[target]);
        return scores[target];
    }

    private static double weigh(int[] among, double[] weights) {
        double sum = 0;
        for (int child : among) {
            sum += weights[child];
        }
        return sum;
    }

    private boolean isChanged(int place, int[] among, Variant variant, boolean[] changed) {
        if (among.length < tree.children(place).length
                || !variant.branch(place).equals(tree.nodes().get(place))) {
            return true;
        }
        for (int child : among) {
            if (changed[child] || variant.weights()[child] != nominalWeights[child]) {
                return true;
            }
        }
        return false;
    }

    private void check(double[] scores) {
        boolean any = false;
        for (int row = 0; row < scores.length; row++) {
            if (Double.isInfinite(scores[row])) {
                throw new IllegalArgumentException("Row %d has infinitely many points".formatted(row));
            }
            any |= !Double.isNaN(scores[row]);
        }
        if (!any) {
            throw new IllegalArgumentException("No row has points");
        }
    }

    private double[] points(Leaf leaf, Variant variant, Map<Uncertainty, double[]> deviates) {
        IndicatorRule rule = variant.rule(leaf.column());
        double[] values = variant.values(leaf.column());
        double[] off = withErrors(leaf.code(), values, variant, deviates);
        try {
            if (off != values || variant.valuesAreDrawn()) {
                return points(rule.treatment().treat(off).values(), rule);
            }
            ScoredColumn key = new ScoredColumn(values, rule);
            double[] known = scored.get(key);
            if (known != null) {
                return known;
            }
            double[] made = points(
                    treated.computeIfAbsent(
                            new TreatedColumn(values, rule.treatment()),
                            column -> column.treatment().treat(column.values()).values()),
                    rule);
            double[] earlier = scored.putIfAbsent(key, made);
            return earlier == null ? made : earlier;
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("%s: %s".formatted(leaf.code(), refused.getMessage()), refused);
        }
    }

    private double[] points(double[] values, IndicatorRule rule) {
        return rule.points(values, study.groups()).points();
    }

    /** The values themselves, unless a source has a margin for the indicator. */
    private double[] withErrors(String code, double[] values, Variant variant, Map<Uncertainty, double[]> deviates) {
        double[] off = values;
        for (Variant.Errors errors : variant.errors()) {
            Margin margin = errors.source().margins().get(code);
            if (margin == null) {
                continue;
            }
            double[] drawn = deviates.computeIfAbsent(
                    errors.source(), source -> errors.source().deviates(errors.seed(), values.length));
            off = off == values ? values.clone() : off;
            for (int row = 0; row < off.length; row++) {
                off[row] += margin.size() * drawn[row] * (margin.relative() ? values[row] : 1);
            }
        }
        return off;
    }
}
