package org.wenheng.analytics.robust;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.random.RandomDataGenerator;
import org.wenheng.analytics.composite.NodeTree;

/**
 * Errors of values from one source: an indicator by itself or an element on which several indicators rest. Each row has
 * one deviate z from the source, and the value of an indicator becomes {@code x + margin·z} or {@code x + x·margin·z}.
 * Errors of several sources add up. A missing value stays missing. Deviates belong to rows by their place.
 *
 * @param margins by the code of the indicator
 */
public record ValueErrors(String name, Law law, Map<String, Margin> margins) implements Uncertainty {

    /** How errors are distributed. */
    public enum Law {
        /** Normal; a margin is one standard deviation. */
        NORMAL,
        /** Uniform; a margin is half the width. */
        UNIFORM
    }

    /**
     * How far a value may be off.
     *
     * @param size in the indicator's unit or, if relative, as a share of the value; below 0 if the value falls when the error
     *     rises, as that of a quotient does with an error of its denominator
     */
    public record Margin(double size, boolean relative) {
        /** In the indicator's unit. */
        public static Margin absolute(double size) {
            return new Margin(size, false);
        }

        /** A share of the value. */
        public static Margin relative(double share) {
            return new Margin(share, true);
        }
    }

    public ValueErrors {
        margins = Collections.unmodifiableMap(new TreeMap<>(margins));
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("Uncertainty %s names no indicators".formatted(name));
        }
        margins.forEach((indicator, margin) -> {
            if (!Double.isFinite(margin.size())) {
                throw new IllegalArgumentException(
                        "Uncertainty %s has no finite margin of %s".formatted(name, indicator));
            }
        });
    }

    @Override
    public Drawn draw(double coordinate, NodeTree tree) {
        return new Drawn.Errors(name, Draws.seed(coordinate));
    }

    /** The deviates of a draw, by row. */
    public double[] deviates(long seed, int rows) {
        double[] deviates = new double[rows];
        RandomDataGenerator random = new RandomDataGenerator(seed);
        for (int row = 0; row < rows; row++) {
            deviates[row] = switch (law) {
                case NORMAL -> random.nextGaussian();
                case UNIFORM -> 2 * random.nextDouble() - 1;
            };
        }
        return deviates;
    }

    /** None: errors add up with those of other sources and change no rule. */
    @Override
    public Set<String> subjects(NodeTree tree) {
        return Set.of();
    }
}
