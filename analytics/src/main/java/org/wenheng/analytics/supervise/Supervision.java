package org.wenheng.analytics.supervise;

import java.util.List;
import java.util.Optional;

/**
 * What supervision of a run says.
 *
 * @param lights the most urgent first
 * @param cases by region and element
 * @param qualities one for each region with a result, in the order of the results
 * @param spotCheck the units to be visited; empty without units
 */
public record Supervision(
        List<LightRow> lights, List<AnomalyCase> cases, List<RegionQuality> qualities, Optional<SpotCheck> spotCheck) {
    public Supervision {
        lights = List.copyOf(lights);
        cases = List.copyOf(cases);
        qualities = List.copyOf(qualities);
    }

    /** The data quality of a region beside what it was counted from. */
    public record RegionQuality(DataQuality quality, QualityCounts counts) {}
}
