package org.wenheng.api.score;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.region.Region;
import org.wenheng.api.scheme.SchemeNode;

/** What the value of an indicator rests on: formula, inputs, submitted cells. */
public record IndicatorEvidence(
        PublishedPeriod published, Region region, SchemeNode indicator, Got got, List<Input> inputs) {

    /** What the region got at the indicator; the parts are those of {@link RegionScore.Node}. */
    public record Got(
            String status,
            @Nullable Double value,
            @Nullable Double points,
            double weight,
            double contribution,
            String notesZh,
            String notesEn) {}

    /**
     * A value of an element that the indicator was computed from.
     *
     * @param period period of the element's own frequency
     * @param status reported, nil, not-applicable, suppressed or not-reported
     * @param value in the element's unit; null unless reported
     * @param cellCount cells known for it; {@code cells} holds the first hundred
     */
    public record Input(
            String elementCode,
            String elementNameZh,
            String elementNameEn,
            String unit,
            String departments,
            String period,
            String status,
            @Nullable Double value,
            int cellCount,
            List<Cell> cells) {}

    /**
     * A submitted cell, as it was known to the run.
     *
     * @param facilityCode empty for the region itself
     * @param value in the element's canonical unit; null unless reported
     * @param given the text in the cell
     * @param sheet empty for a CSV file
     * @param receivedAt when the file came; null if the file is not on record
     */
    public record Cell(
            String elementCode,
            String period,
            String facilityCode,
            String facilityName,
            String status,
            @Nullable BigDecimal value,
            String given,
            @Nullable String fileName,
            String sheet,
            String cell,
            String submissionId,
            String origin,
            @Nullable OffsetDateTime receivedAt,
            OffsetDateTime knownFrom,
            int cellCount) {}
}
