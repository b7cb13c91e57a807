package org.wenheng.ingest.generate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How synthetic data of a catalogue is made.
 *
 * @param baseYear year to which levels refer
 * @param qualityMean mean of the quality of the regions
 * @param qualitySpread its standard deviation
 * @param note free text of the third row of a sheet
 * @param filledBy line that ends a table
 * @param notGenerated codes of forms that are not made
 * @param missing share of reports that are not sent
 * @param late share of reports sent after they were due
 * @param twice share of reports sent twice
 * @param csvReporters share of regions that send the long form instead of workbooks
 * @param mistakeShare share of reports with a planted mistake
 */
record GenerateSettings(
        int baseYear,
        double qualityMean,
        double qualitySpread,
        String note,
        String filledBy,
        Set<String> notGenerated,
        double missing,
        double late,
        double twice,
        double csvReporters,
        double mistakeShare,
        List<MistakeRule> mistakes,
        Map<String, FacilityRule> facilities,
        Map<String, ValueRule> values) {}
