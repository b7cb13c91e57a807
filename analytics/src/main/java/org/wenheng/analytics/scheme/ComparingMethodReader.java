package org.wenheng.analytics.scheme;

import org.wenheng.analytics.scheme.method.Borda;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Distance;
import org.wenheng.analytics.scheme.method.FractionOfBest;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PercentileRank;
import org.wenheng.analytics.scheme.method.Rank;
import org.wenheng.analytics.scheme.method.Ties;
import org.wenheng.analytics.scheme.method.ZScore;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the methods that compare regions. */
final class ComparingMethodReader {
    private final MethodParameters parameters;
    private final Direction direction;

    /**
     * @param direction higher or lower is better
     */
    ComparingMethodReader(MethodParameters parameters, Direction direction) {
        this.parameters = parameters;
        this.direction = direction;
    }

    /** The goals that are words; the others carry a number. */
    private enum GoalWord {
        BEST
    }

    ComparingMethod minMax() {
        parameters.only("winsorise", "range", "beyond");
        MethodParameters.Pair quantiles = parameters.shares("winsorise");
        return new MinMax(quantiles.low(), quantiles.high(), parameters.range(), parameters.beyond(), direction);
    }

    ComparingMethod zScore() {
        parameters.only("mean", "standard-deviation", "clip");
        return new ZScore(
                parameters.number("mean"), parameters.positive("standard-deviation"), parameters.clip(), direction);
    }

    ComparingMethod rank() {
        parameters.only("ties");
        return new Rank(ties(), direction);
    }

    ComparingMethod borda() {
        parameters.only();
        return new Borda(direction);
    }

    ComparingMethod percentileRank() {
        parameters.only("ties", "range");
        return new PercentileRank(ties(), parameters.range(), direction);
    }

    ComparingMethod distance() {
        parameters.only("to", "range", "beyond");
        return new Distance(goal(parameters.get("to")), parameters.range(), parameters.beyond(), direction);
    }

    ComparingMethod fractionOfBest() {
        parameters.only("cap");
        double cap = parameters.number("cap");
        boolean good = cap >= 100 && cap <= 150;
        parameters.check(good, "封顶分须在100与150之间", "The cap must be 100 to 150");
        return new FractionOfBest(good ? cap : 100, direction);
    }

    private Ties ties() {
        return parameters.get("ties").word(Ties.class);
    }

    /** {@code best}, {@code { quantile: 0.9 }} or {@code { value: 85 }}. */
    private Distance.Goal goal(YamlNode node) {
        if (!node.isMapping()) {
            node.word(GoalWord.class);
            return new Distance.Best();
        }
        node.only("quantile", "value");
        YamlNode quantile = node.get("quantile");
        MethodParameters.check(
                node,
                quantile.isPresent() != node.get("value").isPresent(),
                "to 须写 best、quantile 或 value 之一",
                "to takes best, quantile or value");
        if (!quantile.isPresent()) {
            return new Distance.Given(
                    node.get("value").optionalNumber().map(Number::doubleValue).orElse(0.0));
        }
        double share = quantile.number().doubleValue();
        boolean good = share >= 0 && share <= 1;
        MethodParameters.check(quantile, good, "quantile 须在0与1之间", "quantile must be 0 to 1");
        return new Distance.Quantile(good ? share : 1);
    }
}
