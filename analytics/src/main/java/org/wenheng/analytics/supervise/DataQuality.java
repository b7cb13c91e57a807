package org.wenheng.analytics.supervise;

import java.util.List;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * How good the data of a region for a period are: four parts of 0 to 100 points and their weighted mean.
 *
 * @param parts completeness, timeliness, consistency, plausibility, in this order
 * @param total mean of the parts that have something to be counted, by their weights; NaN if none has
 */
public record DataQuality(String region, Period period, List<Part> parts, double total) {
    public DataQuality {
        parts = List.copyOf(parts);
    }

    /**
     * A part with what it was computed from.
     *
     * @param name what is measured
     * @param formula in words
     * @param good what counts as good; a late form counts in part
     * @param of what was looked at
     * @param points 100 × good / of; NaN if nothing was looked at
     * @param weight as in the settings
     */
    public record Part(Title name, Title formula, double good, int of, double points, double weight) {}

    /** The quality that counts give. */
    public static DataQuality of(String region, Period period, QualityCounts counts, Settings settings) {
        double credit = settings.value(Setting.QUALITY_LATE_CREDIT);
        List<Part> parts = List.of(
                part(
                        new Title("完整性", "completeness"),
                        new Title("已答单元格 / 应报单元格", "cells answered / cells expected"),
                        counts.answered(),
                        counts.expected(),
                        settings.value(Setting.QUALITY_COMPLETENESS)),
                part(
                        new Title("及时性", "timeliness"),
                        new Title(
                                "(按时 + %s × 迟报) / 应报报表".formatted(Figures.of(credit)),
                                "(forms in time + %s × late) / forms due".formatted(Figures.of(credit))),
                        counts.inTime() + credit * counts.late(),
                        counts.formsDue(),
                        settings.value(Setting.QUALITY_TIMELINESS)),
                part(
                        new Title("一致性", "consistency"),
                        new Title("相符的关系 / 检查的关系", "relations that hold / relations checked"),
                        counts.relations() - counts.broken(),
                        counts.relations(),
                        settings.value(Setting.QUALITY_CONSISTENCY)),
                part(
                        new Title("合理性", "plausibility"),
                        new Title("未立案的数值 / 检验的数值", "values without a case / values tested"),
                        counts.tested() - counts.suspect(),
                        counts.tested(),
                        settings.value(Setting.QUALITY_PLAUSIBILITY)));
        double sum = 0;
        double weights = 0;
        for (Part part : parts) {
            if (part.of() > 0) {
                sum += part.weight() * part.points();
                weights += part.weight();
            }
        }
        return new DataQuality(region, period, parts, weights == 0 ? Double.NaN : sum / weights);
    }

    private static Part part(Title name, Title formula, double good, int of, double weight) {
        return new Part(name, formula, good, of, of == 0 ? Double.NaN : 100 * good / of, weight);
    }
}
