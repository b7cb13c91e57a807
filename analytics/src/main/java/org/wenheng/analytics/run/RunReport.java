package org.wenheng.analytics.run;

import java.util.List;
import java.util.Set;
import org.wenheng.analytics.mart.Publisher.ScoredRun;

/**
 * What a run command did, or what a dry run would do.
 *
 * @param runs the runs, in the order of their periods
 * @param changed ids of those that differ from what is published; the others had the same inputs
 * @param publishes whether those that changed are published, or would be
 */
public record RunReport(List<ScoredRun> runs, Set<String> changed, boolean publishes) {
    public RunReport {
        runs = List.copyOf(runs);
        changed = Set.copyOf(changed);
    }

    /** How many were published. */
    public int published() {
        return publishes ? changed.size() : 0;
    }
}
