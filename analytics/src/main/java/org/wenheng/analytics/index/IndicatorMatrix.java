package org.wenheng.analytics.index;

import java.util.List;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.ingest.reference.Region;

/**
 * Regions × indicators.
 *
 * @param regions the rows
 * @param groups the peer group of each row; empty for none
 * @param indicators the columns
 * @param cells by row and column
 */
record IndicatorMatrix(
        List<Region> regions, List<String> groups, List<Indicator> indicators, List<List<IndicatorValue>> cells) {

    static IndicatorMatrix of(
            List<Region> regions, List<String> groups, List<Indicator> indicators, IndicatorValues values) {
        List<List<IndicatorValue>> cells = regions.stream()
                .map(region -> indicators.stream()
                        .map(indicator -> values.of(region, indicator))
                        .toList())
                .toList();
        return new IndicatorMatrix(regions, groups, indicators, cells);
    }

    /** The values of a column by row; NaN where there is none. */
    double[] values(int indicator) {
        return cells.stream().mapToDouble(row -> row.get(indicator).value()).toArray();
    }
}
