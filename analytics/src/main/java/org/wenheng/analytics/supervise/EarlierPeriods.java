package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/**
 * What earlier periods give on the data of this one: scores and cases are computed again from the panel, not taken from what
 * happens to be published, so that a run done again sees the same. What is asked twice is computed once.
 */
public final class EarlierPeriods {
    private final Scheme scheme;
    private final ElementPanel panel;
    private final int firstYear;
    private final Engine engine;
    private final CaseFinder finder;
    private final Map<Period, Optional<ScoreTable>> scores = new HashMap<>();
    private final Map<Period, List<AnomalyCase>> cases = new HashMap<>();

    /**
     * @param panel what is looked at, not more: values of other years would show in baselines
     * @param firstYear that the panel holds
     */
    public EarlierPeriods(Scheme scheme, Catalogue catalogue, ElementPanel panel, int firstYear, CaseFinder finder) {
        this.scheme = scheme;
        this.panel = panel;
        this.firstYear = firstYear;
        this.engine = new Engine(scheme, catalogue);
        this.finder = finder;
    }

    /** The panel. */
    public ElementPanel panel() {
        return panel;
    }

    CaseFinder finder() {
        return finder;
    }

    /**
     * The scores of a period, or nothing if the panel does not hold all they rest on: a score that lacks what the published
     * one had would be seen as a fall.
     */
    Optional<ScoreTable> scores(Period period) {
        return scores.computeIfAbsent(
                period, asked -> holds(asked) ? Optional.of(engine.score(panel, asked)) : Optional.empty());
    }

    private boolean holds(Period period) {
        boolean looksBack = scheme.indicatorsIn(period).stream()
                .flatMap(indicator -> indicator.formula().occurrences())
                .map(occurrence -> occurrence.reach().kind())
                .anyMatch(kind -> kind == Reach.Kind.PREVIOUS || kind == Reach.Kind.MEAN_OF_LAST);
        int earliest = scheme.yearsLookedAt(period.year()).min().orElse(period.year()) - (looksBack ? 1 : 0);
        return earliest >= firstYear && !scheme.indicatorsIn(period).isEmpty();
    }

    /** The cases of the periods before one, those a case may be linked to. */
    List<AnomalyCase> casesBefore(Period period, int periods) {
        return Stream.iterate(period.previous(), Period::previous)
                .limit(periods)
                .filter(earlier -> earlier.year() >= firstYear)
                .flatMap(earlier ->
                        cases
                                .computeIfAbsent(earlier, one -> new ArrayList<>(finder.cases(panel, one, List.of())))
                                .stream())
                .toList();
    }
}
