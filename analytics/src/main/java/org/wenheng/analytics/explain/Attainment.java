package org.wenheng.analytics.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.ingest.reference.Title;

/**
 * Which smallest changes bring a region to a goal.
 *
 * @param state whether it is reached
 * @param aim the grade or place that is wanted
 * @param points the published score that it takes; of a region at the top its own
 * @param before as the region stands
 * @param after the region in the whole table scored again with {@code changes}: the proof, or how near it gets
 * @param changes elements that are changed together; if the goal is not reached, everything that gains anything, as far as
 *     the bounds let it
 * @param alone indicators of which each, changed alone, reaches the goal
 * @param blocks what stands in the way beside points: vetoes and floors of binding indicators
 */
public record Attainment(
        State state,
        Title aim,
        double points,
        RegionResult before,
        RegionResult after,
        List<Turn> changes,
        List<Turn> alone,
        List<Title> blocks) {

    public Attainment {
        changes = List.copyOf(changes);
        alone = List.copyOf(alone);
        blocks = List.copyOf(blocks);
    }

    /** Whether a goal can be reached. */
    public enum State {
        REACHED,
        /** Not within the bounds. */
        NOT_REACHED,
        /** There is no better grade or place. */
        AT_THE_TOP
    }

    /**
     * Something that is changed.
     *
     * @param code of the element, or of the indicator
     * @param title what it is called
     * @param share of change; below 0 for less
     * @param before the value of the element over the period, or of the indicator
     * @param after the same afterwards
     * @param values each value that is changed
     */
    public record Turn(String code, Title title, double share, double before, double after, List<Moved> values) {
        public Turn {
            values = List.copyOf(values);
        }
    }

    /** A value before and after. */
    public record Moved(Place place, double before, double after) {}

    /** The changes of the set, ready to be tried out. */
    public List<Change> toTry() {
        return changes.stream()
                .flatMap(turn -> turn.values().stream())
                .<Change>map(moved -> Change.OfValue.to(
                        moved.place().region(),
                        moved.place().period(),
                        moved.place().element(),
                        moved.after()))
                .toList();
    }

    /** Points of the published score that are still missing; 0 if none are. */
    public double missing() {
        return after.score() == null
                ? points
                : Math.max(0, points - after.score().doubleValue());
    }

    /** The answer in one sentence. */
    public Title sentence() {
        return switch (state) {
            case AT_THE_TOP -> new Title("已在最前,没有更高的目标", "At the top already");
            case REACHED ->
                new Title(
                        "%s(%s分):%s"
                                .formatted(
                                        aim.chinese(),
                                        Figures.points(points),
                                        changes.stream()
                                                .map(turn -> turn.title().chinese() + fromTo(turn))
                                                .collect(Collectors.joining(","))),
                        "%s (%s points): %s"
                                .formatted(
                                        aim.english(),
                                        Figures.points(points),
                                        changes.stream()
                                                .map(turn -> turn.title().english() + " " + fromTo(turn))
                                                .collect(Collectors.joining(", "))));
            case NOT_REACHED -> notReached();
        };
    }

    private Title notReached() {
        String wanted = Figures.points(points);
        String missing = Figures.points(missing());
        String chinese = blocks.stream().map(block -> ";" + block.chinese()).collect(Collectors.joining());
        String english = blocks.stream().map(block -> "; " + block.english()).collect(Collectors.joining());
        boolean enough = missing() == 0;
        return new Title(
                "%s(%s分)在给定范围内达不到,%s%s"
                        .formatted(aim.chinese(), wanted, enough ? "分数已够" : "还差" + missing + "分", chinese),
                "%s (%s points) is out of reach within the bounds, %s%s"
                        .formatted(
                                aim.english(),
                                wanted,
                                enough ? "though the points are there" : missing + " points short",
                                english));
    }

    private static String fromTo(Turn turn) {
        return "%s→%s (%s%%)"
                .formatted(Figures.of(turn.before()), Figures.of(turn.after()), Figures.signed(turn.share() * 100));
    }
}
