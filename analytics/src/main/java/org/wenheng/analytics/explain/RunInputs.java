package org.wenheng.analytics.explain;

import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/**
 * Everything that a run is made of. Scoring it again gives the same table; what is tried out is a copy.
 *
 * @param catalogue the catalogue that the scheme was read with
 */
public record RunInputs(Scheme scheme, Catalogue catalogue, ElementPanel panel, Period period) {

    /**
     * The scores.
     *
     * @throws InputRefusedException if the scheme does not score such a period
     */
    public ScoreTable score() {
        return new Engine(scheme, catalogue).score(panel, period);
    }

    /** The same run on other values. */
    public RunInputs with(ElementPanel other) {
        return new RunInputs(scheme, catalogue, other, period);
    }

    /** The same run by another scheme. */
    public RunInputs with(Scheme other) {
        return new RunInputs(other, catalogue, panel, period);
    }
}
