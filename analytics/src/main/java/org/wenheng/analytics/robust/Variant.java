package org.wenheng.analytics.robust;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.matrix.Matrix;

/** How the index is built in one replication. Made by changing the nominal index, then only read. */
final class Variant {
    private final NodeTree tree;
    private final IndicatorRule[] rules;
    private final Branch[] branches;
    private final double[] weights;
    private final boolean[] leftOut;
    private final List<Errors> errors = new ArrayList<>();
    private Matrix values;
    private boolean valuesAreDrawn;

    /** Errors of a source, as they were drawn. */
    record Errors(ValueErrors source, long seed) {}

    Variant(Study study) {
        this.tree = study.tree();
        this.rules = study.construction().rules().toArray(IndicatorRule[]::new);
        this.branches = new Branch[tree.nodes().size()];
        this.weights = tree.weights();
        this.leftOut = new boolean[branches.length];
        this.values = study.values();
    }

    /**
     * Changes one thing.
     *
     * @throws IllegalArgumentException if there is no such node, or it is not of the kind that can be changed so
     */
    void change(Change change) {
        if (change instanceof Change.MethodOf of) {
            IndicatorRule rule = rules[column(of.indicator())];
            rules[column(of.indicator())] = rule.withMethod(of.method());
        } else if (change instanceof Change.ReferenceOf of) {
            IndicatorRule rule = rules[column(of.indicator())];
            rules[column(of.indicator())] =
                    new IndicatorRule(rule.treatment(), rule.method(), of.reference(), rule.exceptions());
        } else if (change instanceof Change.TreatmentOf of) {
            IndicatorRule rule = rules[column(of.indicator())];
            rules[column(of.indicator())] =
                    new IndicatorRule(of.treatment(), rule.method(), rule.reference(), rule.exceptions());
        } else if (change instanceof Change.AggregationOf of) {
            combineBy(of.branch(), of.aggregation());
        } else if (change instanceof Change.WeightOf of) {
            weigh(of.node(), of.weight());
        } else if (change instanceof Change.LeftOut out) {
            leftOut[belowRoot(out.node())] = true;
        } else if (change instanceof Change.Values other) {
            replace(other.values());
        }
    }

    /** Takes values that come only in this variant, so that nothing made of them is worth keeping. */
    void revalue(Matrix drawn) {
        replace(drawn);
        valuesAreDrawn = true;
    }

    boolean valuesAreDrawn() {
        return valuesAreDrawn;
    }

    void add(Errors drawn) {
        errors.add(drawn);
    }

    void weigh(String node, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Weight of %s is not a number from 0: %s".formatted(node, weight));
        }
        weights[belowRoot(node)] = weight;
    }

    private void combineBy(String code, Aggregation aggregation) {
        int place = tree.place(code);
        if (!(tree.nodes().get(place) instanceof Branch branch)) {
            throw new IllegalArgumentException("%s is an indicator and puts nothing together; the branches are %s"
                    .formatted(code, tree.branchCodes()));
        }
        branches[place] =
                new Branch(branch.code(), branch.parent(), branch.weight(), aggregation, branch.minimumAvailability());
    }

    private void replace(Matrix others) {
        if (others.rows() != values.rows() || others.columns() != values.columns()) {
            throw new IllegalArgumentException("Other values are a %s, the study's are a %s".formatted(others, values));
        }
        values = others;
    }

    /**
     * The column of an indicator.
     *
     * @throws IllegalArgumentException if it is none; it lists the indicators
     */
    int column(String code) {
        if (tree.nodes().get(tree.place(code)) instanceof Leaf leaf) {
            return leaf.column();
        }
        throw new IllegalArgumentException(
                "%s is no indicator; the indicators are %s".formatted(code, tree.leafCodes()));
    }

    private int belowRoot(String code) {
        int place = tree.place(code);
        if (place == 0) {
            throw new IllegalArgumentException(
                    "The root %s has no siblings: it is not weighed and not left out".formatted(code));
        }
        return place;
    }

    IndicatorRule rule(int column) {
        return rules[column];
    }

    /** The branch with the aggregation of this variant. */
    Branch branch(int place) {
        return branches[place] == null ? (Branch) tree.nodes().get(place) : branches[place];
    }

    double[] weights() {
        return weights;
    }

    boolean leftOut(int place) {
        return leftOut[place];
    }

    /** The values of an indicator before errors. */
    double[] values(int column) {
        return values.column(column);
    }

    List<Errors> errors() {
        return errors;
    }
}
