package org.wenheng.analytics.robust;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.hipparchus.random.RandomDataGenerator;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Something that might have been decided or measured otherwise. Whatever it comes to is a function of one coordinate of a
 * point of the unit cube, so that a replication is known by its point alone and an uncertainty counts as one factor in an
 * analysis of sensitivity, however many weights or values it moves.
 */
public sealed interface Uncertainty
        permits Uncertainty.UniformWeights,
                Uncertainty.DirichletWeights,
                Uncertainty.Alternatives,
                Uncertainty.Revaluation,
                ValueErrors {

    /** Unique among those declared together. */
    String name();

    /**
     * What it comes to.
     *
     * @param coordinate from 0, below 1
     * @param tree with the nominal weights
     */
    Drawn draw(double coordinate, NodeTree tree);

    /** What it may change, such as {@code weight of D1}; no two uncertainties may change the same. */
    Set<String> subjects(NodeTree tree);

    /** One of some nodes is left out, or none, all equally likely. */
    static Alternatives leavingOut(String name, List<String> nodes) {
        return new Alternatives(
                name,
                Stream.concat(Stream.of(Alternative.nominal()), nodes.stream().map(Alternative::without))
                        .toList());
    }

    /** The weights of all nodes so many steps below the root, each by itself within ± a share. */
    static UniformWeights weightsOfLevel(String name, NodeTree tree, int depth, double share) {
        return new UniformWeights(name, tree.codesAt(depth), share);
    }

    /**
     * Weights that are each multiplied by a number between 1 − share and 1 + share, all equally likely. The weight of a
     * single node follows the coordinate; those of several are independent of each other.
     *
     * @param nodes by code; not the root
     * @param share at least 0, below 1
     */
    record UniformWeights(String name, List<String> nodes, double share) implements Uncertainty {
        public UniformWeights {
            nodes = List.copyOf(nodes);
            require(!nodes.isEmpty(), name, "names no nodes");
            require(share >= 0 && share < 1, name, "has a share of weights outside 0 to 1: " + share);
        }

        @Override
        public Drawn draw(double coordinate, NodeTree tree) {
            SplittableRandom random = new SplittableRandom(Draws.seed(coordinate));
            Map<String, Double> weights = new HashMap<>();
            for (String node : nodes) {
                double place = nodes.size() == 1 ? coordinate : random.nextDouble();
                double weight = tree.nodes().get(tree.place(node)).weight();
                weights.put(node, weight * (1 - share + 2 * share * place));
            }
            return new Drawn.Weights(name, weights);
        }

        @Override
        public Set<String> subjects(NodeTree tree) {
            return subjectsOf(nodes.stream().map(node -> new Change.WeightOf(node, 0)));
        }
    }

    /**
     * Weights of the children of branches, Dirichlet-distributed about the nominal proportions p with the parameters
     * {@code concentration·p}: the mean is p, the variance {@code p·(1 − p)/(concentration + 1)}. A child of weight 0 keeps
     * it. Source: Kotz, Balakrishnan, Johnson, Continuous Multivariate Distributions 1 (2000), ch. 49.
     *
     * @param branches by code
     * @param concentration above 0; the greater, the closer to the nominal weights
     */
    record DirichletWeights(String name, List<String> branches, double concentration) implements Uncertainty {
        public DirichletWeights {
            branches = List.copyOf(branches);
            require(!branches.isEmpty(), name, "names no branches");
            require(
                    concentration > 0 && concentration < Double.POSITIVE_INFINITY,
                    name,
                    "has a concentration that is not above 0 or not finite: " + concentration);
        }

        @Override
        public Drawn draw(double coordinate, NodeTree tree) {
            RandomDataGenerator random = new RandomDataGenerator(Draws.seed(coordinate));
            Map<String, Double> weights = new HashMap<>();
            for (String branch : branches) {
                draw(tree, tree.children(tree.place(branch)), random, weights);
            }
            return new Drawn.Weights(name, weights);
        }

        private void draw(NodeTree tree, int[] children, RandomDataGenerator random, Map<String, Double> weights) {
            double nominal = 0;
            for (int child : children) {
                nominal += tree.nodes().get(child).weight();
            }
            double[] drawn = new double[children.length];
            double sum = 0;
            for (int i = 0; i < drawn.length; i++) {
                double shape = concentration * tree.nodes().get(children[i]).weight() / nominal;
                drawn[i] = shape > 0 ? random.nextGamma(shape, 1) : 0;
                sum += drawn[i];
            }
            require(sum > 0, name, "drew weights that are all 0; the concentration is too small");
            for (int i = 0; i < drawn.length; i++) {
                weights.put(tree.nodes().get(children[i]).code(), drawn[i] / sum);
            }
        }

        @Override
        public Set<String> subjects(NodeTree tree) {
            return subjectsOf(branches.stream().flatMap(branch -> childrenOf(branch, tree)));
        }

        private static Stream<Change> childrenOf(String branch, NodeTree tree) {
            int[] children = tree.children(tree.place(branch));
            if (children.length == 0) {
                throw new IllegalArgumentException("%s is an indicator and has no children; the branches are %s"
                        .formatted(branch, tree.branchCodes()));
            }
            return Arrays.stream(children)
                    .mapToObj(
                            child -> new Change.WeightOf(tree.nodes().get(child).code(), 0));
        }
    }

    /**
     * One of several ways, all equally likely: the coordinate is divided into as many equal parts as there are alternatives.
     *
     * @param alternatives in their order; at least one
     */
    record Alternatives(String name, List<Alternative> alternatives) implements Uncertainty {
        public Alternatives {
            alternatives = List.copyOf(alternatives);
            require(!alternatives.isEmpty(), name, "has no alternatives");
        }

        @Override
        public Drawn.Chosen draw(double coordinate, NodeTree tree) {
            int place = Math.min((int) (coordinate * alternatives.size()), alternatives.size() - 1);
            return new Drawn.Chosen(name, place, alternatives.get(place).name());
        }

        /**
         * A coordinate that comes to an alternative: the middle of its part.
         *
         * @param place from 0
         */
        public double coordinate(int place) {
            require(place >= 0 && place < alternatives.size(), name, "has no alternative " + place);
            return (place + 0.5) / alternatives.size();
        }

        @Override
        public Set<String> subjects(NodeTree tree) {
            Map<String, Change> subjects = new TreeMap<>();
            for (Alternative alternative : alternatives) {
                subjectsOf(alternative.changes().stream());
                alternative.changes().forEach(change -> subjects.put(change.subject(), change));
            }
            return subjects.keySet();
        }
    }

    /**
     * Values that are computed anew, from data with errors, say.
     *
     * @param values the values of all indicators of a seed, rows × indicators as in the study; a function of the seed alone,
     *     called by several threads at once
     */
    record Revaluation(String name, LongFunction<Matrix> values) implements Uncertainty {
        @Override
        public Drawn draw(double coordinate, NodeTree tree) {
            return new Drawn.Errors(name, Draws.seed(coordinate));
        }

        @Override
        public Set<String> subjects(NodeTree tree) {
            return Set.of("values");
        }
    }

    private static Set<String> subjectsOf(Stream<? extends Change> changes) {
        Set<String> subjects = new TreeSet<>();
        changes.forEach(change -> {
            if (!subjects.add(change.subject())) {
                throw new IllegalArgumentException("The %s is changed twice".formatted(change.subject()));
            }
        });
        return subjects;
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Uncertainty %s %s".formatted(name, what));
        }
    }
}
