package org.wenheng.analytics.run;

import java.util.List;
import org.wenheng.analytics.mart.Publisher.ScoredRun;

/**
 * What a run command did.
 *
 * @param runs the runs, in the order of their periods
 * @param published how many of them were new and were published; the others had the same inputs as what is published
 */
public record RunReport(List<ScoredRun> runs, int published) {
    public RunReport {
        runs = List.copyOf(runs);
    }
}
