package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.due.Administrative;
import org.wenheng.ingest.due.Completeness;
import org.wenheng.ingest.due.ReportProgress;
import org.wenheng.ingest.due.Timeliness;
import org.wenheng.ingest.reference.Period;

class DataQualityTest {
    private static final Period MONTH = Period.ofMonth(2026, 10);

    @Test
    void theTotalIsTheWeightedMeanOfFourParts() {
        QualityCounts counts = new QualityCounts(200, 180, 4, 2, 1, 10, 1, 50, 5);
        DataQuality quality = DataQuality.of("220102", MONTH, counts, Shipped.settings());
        assertThat(quality.parts()).extracting(DataQuality.Part::points).containsExactly(90.0, 62.5, 90.0, 90.0);
        // 0.30 × 90 + 0.25 × 62.5 + 0.25 × 90 + 0.20 × 90.
        assertThat(quality.total()).isCloseTo(83.125, within(1e-12));
    }

    @Test
    void aPartWithNothingToCountIsLeftOutAndTheOthersShareItsWeight() {
        DataQuality quality =
                DataQuality.of("220102", MONTH, new QualityCounts(10, 5, 0, 0, 0, 0, 0, 0, 0), Shipped.settings());
        assertThat(quality.parts().get(1).points()).isNaN();
        assertThat(quality.total()).isEqualTo(50);
        assertThat(DataQuality.of("220102", MONTH, new QualityCounts(0, 0, 0, 0, 0, 0, 0, 0, 0), Shipped.settings())
                        .total())
                .isNaN();
    }

    @Test
    void formsThatAreNotDueOrExemptDoNotCountAndLatenessOnlyWhereItIsJudged() {
        List<ReportProgress> reports = List.of(
                report(10, 10, Timeliness.ON_TIME, Administrative.NORMAL),
                report(10, 10, Timeliness.LATE, Administrative.NORMAL),
                report(10, 4, Timeliness.OVERDUE, Administrative.NORMAL),
                report(10, 0, Timeliness.NOT_DUE, Administrative.NORMAL),
                report(10, 0, Timeliness.OVERDUE, Administrative.EXEMPT));
        assertThat(QualityCounts.of(reports, reports, 8, 1, 20, 2))
                .isEqualTo(new QualityCounts(30, 24, 3, 1, 1, 8, 1, 20, 2));
        // Without the late one: its cells are answered all the same.
        List<ReportProgress> judged = List.of(reports.get(0), reports.get(2));
        assertThat(QualityCounts.of(reports, judged, 8, 9, 20, 2))
                .isEqualTo(new QualityCounts(30, 24, 2, 1, 0, 8, 8, 20, 2));
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new QualityCounts(5, 6, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("answered is 6, expected 0 to 5 (expected)");
    }

    private static ReportProgress report(int expected, int answered, Timeliness time, Administrative decision) {
        return new ReportProgress(
                expected,
                answered,
                0,
                null,
                null,
                null,
                answered == expected ? Completeness.COMPLETE : Completeness.PARTIAL,
                time,
                decision);
    }
}
