package org.wenheng.analytics.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wenheng.analytics.explain.GainCurve.Segment;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.method.Direction;

/** Turns levers until a region reaches its aim, as little as possible. Every look at a score is a scoring by the engine. */
final class Search {
    /** Points of a lever's curve that are looked at. */
    private static final int STEPS = 4;
    /** How finely the smallest share is found: a hundred-thousandth of a per cent. */
    private static final double FINE = 1e-7;

    private static final double NOISE = 1e-9;

    private final Scheme scheme;
    private final RegionScoring scoring;
    private final Levers levers;
    private final List<Lever> ofElements;
    private final List<Indicator> indicators;
    private final RegionResult start;

    /**
     * @param indicators those that count in the period
     */
    Search(Scheme scheme, List<Indicator> indicators, RegionScoring scoring, Levers levers) {
        this.scheme = scheme;
        this.indicators = indicators;
        this.scoring = scoring;
        this.levers = levers;
        this.ofElements = levers.ofElements();
        this.start = scoring.score(Map.of());
    }

    /** How far levers are turned; each its share, below 0 for down. */
    record Turned(Map<Lever, Double> shares) {
        Turned {
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }

        Map<Place, Cell> cells() {
            Map<Place, Cell> cells = new HashMap<>();
            shares.forEach((lever, share) -> cells.putAll(lever.turned(share)));
            return cells;
        }

        Turned with(Lever lever, double share) {
            Map<Lever, Double> other = new LinkedHashMap<>(shares);
            other.put(lever, share);
            return new Turned(other);
        }

        Turned without(Lever lever) {
            Map<Lever, Double> other = new LinkedHashMap<>(shares);
            other.remove(lever);
            return new Turned(other);
        }
    }

    private static final Turned NOTHING = new Turned(Map.of());

    RegionResult score(Turned turned) {
        return scoring.score(turned.cells());
    }

    private Predicate<RegionResult> reached(Aim aim) {
        return result -> aim.isReached(result, scheme);
    }

    /** The indicators of which each alone reaches the aim, with the smallest share that does. */
    List<Turned> alone(Aim aim) {
        return indicators.stream()
                .flatMap(indicator -> smallest(indicator, reached(aim)).stream())
                .toList();
    }

    /**
     * The smallest turn of an indicator either way that reaches something, if its bound does; where the best is in a range,
     * which the bound may lie beyond, half and a quarter of the way are looked at too.
     */
    private Optional<Turned> smallest(Indicator indicator, Predicate<RegionResult> reached) {
        Lever lever = levers.ofIndicator(indicator);
        List<Double> looks = indicator.direction() == Direction.WITHIN_RANGE ? List.of(1.0, 0.5, 0.25) : List.of(1.0);
        return Stream.of(lever.share(), -lever.share())
                .flatMap(share -> looks.stream()
                        .map(look -> look * share)
                        .filter(part -> !lever.turned(part).isEmpty())
                        .filter(part -> reached.test(scoring.score(lever.turned(part))))
                        .limit(1))
                .map(share -> smallest(part -> NOTHING.with(lever, part), share, reached))
                .min(Comparator.comparingDouble(Search::size));
    }

    /**
     * Halves the way between nothing, which does not reach, and a share that does, until no more than a trifle is left. What
     * is found reaches; that nothing smaller does is sure if more is never worse.
     */
    private Turned smallest(DoubleFunction<Turned> turn, double share, Predicate<RegionResult> reached) {
        double low = 0;
        double high = share;
        while (Math.abs(high - low) > FINE) {
            double middle = (low + high) / 2;
            Map<Place, Cell> cells = turn.apply(middle).cells();
            boolean enough = cells.equals(turn.apply(high).cells())
                    || (!cells.equals(turn.apply(low).cells()) && reached.test(scoring.score(cells)));
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return turn.apply(high);
    }

    /** A small set of turns that reaches the aim; if there is none, every lever turned to where it gains most. */
    Turned together(Aim aim) {
        Turned turned = aboveFloors(aim);
        double needed = aim.points().doubleValue() - start.exact();
        RegionResult lifted = score(turned);
        double expected = lifted.exact() - start.exact();
        boolean reached = reached(aim).test(lifted);
        for (Segment segment : segments()) {
            if (reached) {
                break;
            }
            double already = turned.shares().getOrDefault(segment.lever(), 0.0);
            boolean further = already * segment.to() >= 0 && Math.abs(segment.to()) > Math.abs(already);
            if (further) {
                turned = turned.with(segment.lever(), segment.to());
                expected += segment.gain();
            }
            // Gains add up only nearly: rounding lifts by up to half a step of the published score, so look early.
            reached = expected > needed - 0.5 && reached(aim).test(score(turned));
        }
        reached = reached || reached(aim).test(score(turned));
        return reached ? reduced(turned, aim) : turned;
    }

    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (Lever lever : ofElements) {
            double up = best(lever, lever.share());
            double down = best(lever, -lever.share());
            if (Math.max(up, down) > NOISE) {
                segments.addAll(curve(lever, up >= down ? lever.share() : -lever.share()));
            }
        }
        segments.sort(Comparator.comparingDouble(Segment::slope).reversed());
        return segments;
    }

    /** What a lever gains one way at least: at its bound or, if that is too far, a part of the way. */
    private double best(Lever lever, double share) {
        return Math.max(gain(lever, share), gain(lever, share / STEPS));
    }

    private List<Segment> curve(Lever lever, double share) {
        double[] shares = new double[STEPS];
        double[] gains = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            shares[i] = share * (i + 1) / STEPS;
            gains[i] = gain(lever, shares[i]);
        }
        return GainCurve.segments(lever, shares, gains);
    }

    private double gain(Lever lever, double share) {
        Map<Place, Cell> cells = lever.turned(share);
        return cells.isEmpty() ? 0 : scoring.score(cells).exact() - start.exact();
    }

    /** Lifts as many binding indicators above their floor as the aim wants, those first that take least. */
    private Turned aboveFloors(Aim aim) {
        List<Indicator> failing = Aim.failing(start, scheme);
        int surplus = aim.failing() == Integer.MAX_VALUE ? 0 : failing.size() - aim.failing();
        List<Turned> lifts = failing.stream()
                .map(indicator -> smallest(indicator, result -> passes(result, indicator)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Search::size))
                .limit(Math.max(0, surplus))
                .toList();
        Turned turned = NOTHING;
        for (Turned lift : lifts) {
            for (Map.Entry<Lever, Double> entry : lift.shares().entrySet()) {
                for (Lever lever : ofElements) {
                    boolean part = entry.getKey().values().containsAll(lever.values());
                    turned = part ? turned.with(lever, entry.getValue()) : turned;
                }
            }
        }
        return turned;
    }

    private boolean passes(RegionResult result, Indicator indicator) {
        double below = scheme.rules().floors().below();
        return result.nodes().stream()
                .filter(node -> node.node().equals(indicator.code()))
                .mapToDouble(NodeResult::points)
                .anyMatch(points -> points >= below);
    }

    private static double size(Turned turned) {
        return turned.shares().values().stream().mapToDouble(Math::abs).sum();
    }

    /** Turns back what is not needed, the last first; afterwards no single turn can be left out or made smaller. */
    private Turned reduced(Turned turned, Aim aim) {
        List<Map.Entry<Lever, Double>> entries = new ArrayList<>(turned.shares().entrySet());
        Collections.reverse(entries);
        Turned small = turned;
        for (Map.Entry<Lever, Double> entry : entries) {
            Turned base = small;
            Turned without = base.without(entry.getKey());
            small = reached(aim).test(score(without))
                    ? without
                    : smallest(share -> base.with(entry.getKey(), share), entry.getValue(), reached(aim));
        }
        return small;
    }
}
