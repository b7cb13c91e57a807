package org.wenheng.analytics.supervise;

import java.util.List;

/**
 * What lights look at. Rules compare its measures with limits; sentences name its measures and figures in braces. The words
 * of {@code lights.yml} are these names and nothing else, so that no field of an assessment stands here.
 */
public enum Watch {
    /** The published score of a region; {@code score} in points. */
    SCORE("score", ""),
    /**
     * Binding indicators below the scheme's floor; {@code broken} how many, {@code share} per cent of those of the period,
     * {@code indicators} with their points.
     */
    FLOOR("broken share", "below indicators"),
    /** Vetoes; {@code vetoes} how many, {@code items} which. */
    VETO("vetoes", "items"),
    /** Place in the peer group; {@code behind} regions ranked behind it, {@code among} regions ranked in the group. */
    PLACE("behind among", "rank group"),
    /** {@code falls} periods in a row in which the score fell, up to this one; {@code fallen} points lost over them. */
    SCORE_FALL("falls fallen", "score before"),
    /**
     * The place among all units against the period before; {@code fallen} places, {@code share} the same in per cent of the
     * units, {@code beyond} places by which the earlier one is better than the best of the interval that other weights would
     * have given now.
     */
    RANK_FALL("fallen share beyond", "rank before low high draws"),
    /**
     * Spending against its schedule; {@code behind} per cent of what should be spent by now, {@code behind-two} and
     * {@code behind-three} the least of the last two and three periods of the year, 0 if it has not had so many.
     */
    SPENDING("behind behind-two behind-three", "item share target plan schedule"),
    /** Services against their progress target; measures as for spending. */
    SERVICE("behind behind-two behind-three", "item share target plan schedule"),
    /** What was due and is not done; {@code open} how many, {@code share} per cent that is done. */
    BACKLOG("open share", "item due done"),
    /**
     * The reports of the period; {@code red} and {@code yellow} how many are lit so by {@code due.yml}, {@code late} how many
     * came late.
     */
    FORMS("red yellow late", "forms"),
    /** Anomaly cases; {@code cases} how many, {@code highest} score, {@code repeated} those that happened before. */
    CASES("cases highest repeated", "values"),
    /** Data quality; {@code quality} of 100. */
    QUALITY("quality", "parts"),
    /** Duties with a day by which they are due; {@code overdue} 1 if it has passed and the duty is not done, otherwise 0. */
    DUTY("overdue", "item day");

    /** Names divided by spaces: a constant can hold no list. */
    private final String measures;

    private final String figures;

    Watch(String measures, String figures) {
        this.measures = measures;
        this.figures = figures;
    }

    /** Names of the numbers that rules compare. */
    public List<String> measures() {
        return names(measures);
    }

    /** Names of what sentences may tell besides. */
    public List<String> figures() {
        return names(figures);
    }

    private static List<String> names(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
