package org.wenheng.analytics.weigh;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weights of two methods put together (组合赋权), usually one of judgement and one of data. Source: policy facts 2.2.
 *
 * @param first such as judgement
 * @param second such as entropy
 * @param rule how two weights of a child become one
 */
public record CombinedWeights(Weighting first, Weighting second, Rule rule) implements Weighting {

    /** How two weights of a child become one. */
    public sealed interface Rule {

        /** What a child gets, in proportion, of its two weights. */
        double together(double first, double second);

        /** The rule and its parameter. */
        Title description();

        /**
         * {@code α·first + (1 − α)·second}.
         *
         * @param share α, 0 to 1; 0.5 to 0.7 is usual
         */
        record Additive(double share) implements Rule {
            public Additive {
                if (!(share >= 0 && share <= 1)) {
                    throw new IllegalArgumentException(
                            "The share of the first weights is 0 to 1, not %s".formatted(share));
                }
            }

            @Override
            public double together(double first, double second) {
                return share * first + (1 - share) * second;
            }

            @Override
            public Title description() {
                String written = Written.number(share);
                return new Title("加法组合(α=%s)".formatted(written), "Added with α = %s".formatted(written));
            }
        }

        /** In proportion to {@code first·second}: who has no weight in one has none in the end. */
        record Multiplicative() implements Rule {
            @Override
            public double together(double first, double second) {
                return first * second;
            }

            @Override
            public Title description() {
                return new Title("乘法组合", "Multiplied");
            }
        }
    }

    /** @throws IllegalArgumentException also if every child has weight 0 by one of the methods and the rule multiplies */
    @Override
    public Weighed weigh(Matrix points) {
        Weighed one = first.weigh(points);
        Weighed other = second.weigh(points);
        double[] together = IntStream.range(0, points.columns())
                .mapToDouble(child -> rule.together(one.weights()[child], other.weights()[child]))
                .toArray();
        if (Arrays.stream(together).sum() == 0) {
            throw new IllegalArgumentException("No child has weight by both methods, %s and %s: %s; %s"
                    .formatted(
                            first.description().english(),
                            second.description().english(),
                            Arrays.toString(one.weights()),
                            Arrays.toString(other.weights())));
        }
        return Weighed.inProportion(
                together,
                new Title(
                        "%s:%s;%s:%s"
                                .formatted(
                                        first.description().chinese(),
                                        one.note().chinese(),
                                        second.description().chinese(),
                                        other.note().chinese()),
                        "%s: %s; %s: %s"
                                .formatted(
                                        first.description().english(),
                                        one.note().english(),
                                        second.description().english(),
                                        other.note().english())));
    }

    @Override
    public Title description() {
        return new Title(
                "%s:%s与%s"
                        .formatted(
                                rule.description().chinese(),
                                first.description().chinese(),
                                second.description().chinese()),
                "%s: %s, and %s"
                        .formatted(
                                rule.description().english(),
                                first.description().english(),
                                second.description().english()));
    }
}
