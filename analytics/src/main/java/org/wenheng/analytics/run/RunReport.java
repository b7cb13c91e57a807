package org.wenheng.analytics.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenheng.analytics.mart.PublicationMove;
import org.wenheng.analytics.mart.Publisher.ScoredRun;

/**
 * What a run command did, or what a dry run would do.
 *
 * @param runs the runs, in the order of their periods
 * @param changed ids of those that differ from what is published; the others had the same inputs
 * @param publishes whether those that changed are published, or would be
 * @param withheld runs that a person took from the readers, by id: they are scored again and not published again
 */
public record RunReport(
        List<ScoredRun> runs, Set<String> changed, boolean publishes, Map<String, PublicationMove> withheld) {
    public RunReport {
        runs = List.copyOf(runs);
        changed = Set.copyOf(changed);
        withheld = Map.copyOf(withheld);
    }

    /** How many were published. */
    public int published() {
        return publishes ? changed.size() : 0;
    }
}
