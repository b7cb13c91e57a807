package org.wenheng.analytics.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.ingest.problem.InputRefusedException;

/**
 * A run beside the same run with some changes.
 *
 * @param inputs what the changed run is made of
 * @param before as it was
 * @param after with the changes
 * @param regions each result of the run before, in its order
 */
public record WhatIf(RunInputs inputs, ScoreTable before, ScoreTable after, List<Shift> regions) {

    public WhatIf {
        regions = List.copyOf(regions);
    }

    /** A region before and after: score, rank and grade stand in the results. */
    public record Shift(RegionResult before, RegionResult after) {

        /** The difference of the scores before rounding; NaN if one of them is not there. */
        public double change() {
            return after.exact() - before.exact();
        }

        /** Whether a reader of the published table would see a difference: in score, rank or grade. */
        public boolean isVisible() {
            return !same(before.score(), after.score())
                    || !Objects.equals(before.rank(), after.rank())
                    || !Objects.equals(before.peerRank(), after.peerRank())
                    || !Objects.equals(before.grade(), after.grade());
        }

        private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            if (a == null || b == null) {
                return a == null && b == null;
            }
            return a.compareTo(b) == 0;
        }
    }

    /**
     * Scores a run with changes. The run itself stays as it is.
     *
     * @throws InputRefusedException with everything that is wrong with the changes: codes that are not known, with the known
     *     ones that were probably meant; weights of 0 or less; values that are no numbers; a place changed twice
     */
    public static WhatIf of(RunInputs run, List<Change> changes) {
        ChangesCheck.check(run, changes);
        Map<Place, Cell> values = new HashMap<>();
        List<Change> ofScheme = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.OfValue value) {
                values.put(value.place(), value.cell());
            } else {
                ofScheme.add(change);
            }
        }
        RunInputs changed = values.isEmpty() ? run : run.with(run.panel().with(values));
        changed = ofScheme.isEmpty() ? changed : changed.with(ChangedScheme.of(run.scheme(), ofScheme));
        ScoreTable before = run.score();
        ScoreTable after = changed.score();
        return new WhatIf(changed, before, after, beside(before, after));
    }

    /** The regions are those of the catalogue, which no change touches: both tables have the same. */
    private static List<Shift> beside(ScoreTable before, ScoreTable after) {
        return before.results().stream()
                .map(result -> new Shift(result, Known.result(after, result.region(), result.kind())))
                .toList();
    }
}
