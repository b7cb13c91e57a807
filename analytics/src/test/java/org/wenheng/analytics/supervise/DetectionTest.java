package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.ingest.generate.bulk.BulkOrder;
import org.wenheng.ingest.reference.Period;

/** {@link DetectionBenchmark} in small: 30 counties with three facilities each. */
class DetectionTest {
    private static final Period FIRST = Period.ofMonth(2023, 1);

    @Test
    void plainAnomaliesOfCountiesAreFound() {
        Detections detections =
                Detections.of(SparkForTests.session(), new BulkOrder("100000", 30, 90, FIRST, 36, 7), 0.3, 8);
        Map<String, Detections.OfKind> kinds = detections.ofKinds();

        assertThat(kinds.values().stream().mapToInt(Detections.OfKind::planted).sum())
                .isGreaterThan(30);
        for (String kind : new String[] {"times-ten", "times-hundred", "copied"}) {
            Detections.OfKind of = kinds.getOrDefault(kind, new Detections.OfKind(0, 0, Map.of()));
            assertThat(of.planted()).as(kind).isGreaterThan(2);
            assertThat(of.recall()).as("%s: %s", kind, of).isGreaterThanOrEqualTo(0.9);
        }
        assertThat(detections.falseCases()).isLessThan(20);
    }
}
