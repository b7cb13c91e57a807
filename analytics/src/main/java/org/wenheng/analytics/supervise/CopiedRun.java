package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.wenheng.analytics.supervise.Detection.Detector;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * A value carried forward: equal to that of the period before, and the one before that. How unlikely this is depends on the
 * series, since opening hours may stay for years and visits never do. The chance of one repetition is taken from the values
 * before the run by Laplace's rule of succession, (equal neighbours + 1) / (neighbours + 2); that of the run is its power.
 *
 * @param repeats periods in a row that repeat the value before them, the tested one being the last
 * @param chance of one repetition
 */
record CopiedRun(int repeats, double chance) {
    /** Neighbours before the run that say how often a value repeats; of a series that never changed nothing can be said. */
    private static final int FEWEST = 6;

    /**
     * The run that ends at a period.
     *
     * @return empty if there is no value for the period or none for the one just before, or too little before the run
     */
    static Optional<CopiedRun> of(SortedMap<Period, Double> series, Period tested) {
        if (!series.containsKey(tested) || !series.containsKey(tested.previous())) {
            return Optional.empty();
        }
        int repeats = 0;
        Period first = tested;
        while (equalToPrevious(series, first)) {
            first = first.previous();
            repeats++;
        }
        List<Period> before = new ArrayList<>(series.headMap(first).keySet());
        int neighbours = 0;
        int equal = 0;
        for (Period period : before) {
            if (series.containsKey(period.previous())) {
                neighbours++;
                equal += equalToPrevious(series, period) ? 1 : 0;
            }
        }
        return neighbours < FEWEST
                ? Optional.empty()
                : Optional.of(new CopiedRun(repeats, (equal + 1.0) / (neighbours + 2.0)));
    }

    private static boolean equalToPrevious(SortedMap<Period, Double> series, Period period) {
        Double value = series.get(period);
        return value != null && value.equals(series.get(period.previous()));
    }

    Detection detection(Settings settings) {
        double rarity = -repeats * Math.log10(chance);
        double limit = settings.value(Setting.COPIED_RARITY);
        return new Detection(
                Detector.COPIED,
                Detection.score(Math.max(0, rarity), limit),
                new Title(
                        "连续 %s 期与上期完全相同(以往每期相同的概率约 %s);偶然概率 10^-%s,界限 10^-%s"
                                .formatted(repeats, Figures.of(chance, 3), Figures.of(rarity, 1), Figures.of(limit, 1)),
                        "%s period(s) in a row equal the one before (chance of one by its history %s); chance 10^-%s, limit 10^-%s"
                                .formatted(
                                        repeats, Figures.of(chance, 3), Figures.of(rarity, 1), Figures.of(limit, 1))));
    }
}
