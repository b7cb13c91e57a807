package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.submission.CheckedFile;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Intake;

/** What is read from the lake for a small file and for a large one, which go different ways. */
class KnownQueryTest {
    private static Row row(
            String region, String facility, String period, String element, @Nullable String number, boolean replaced) {
        Timestamp received = Timestamp.from(FormFiles.RECEIVED);
        return RowFactory.create(
                "trial",
                region,
                facility,
                facility,
                period,
                element,
                number == null ? "nil" : "reported",
                number == null ? null : new BigDecimal(number),
                "s",
                "",
                "C7",
                "",
                "real",
                received,
                replaced ? received : null);
    }

    @Test
    void valuesHistoryRelativesAndPeersAreThereAndNothingElse() {
        Dataset<Row> observations = LocalSpark.session()
                .createDataFrame(
                        List.of(
                                row("220102", "", "2026-10", "FEE", "1", true),
                                row("220102", "", "2026-10", "FEE", "2", false),
                                row("220102", "", "2026-09", "FEE", "3.25", false),
                                row("220102", "", "2026-08", "FEE", null, false),
                                row("220102", "", "2023-09", "FEE", "4", false),
                                row("220000", "", "2026-10", "FEE", "100", false),
                                row("220184", "", "2026-10", "FEE", "30", false),
                                row("220184", "L1", "2026-10", "FEE", "31", false),
                                row("220184", "", "2026-09", "FEE", "12345678901234567890.5", false),
                                row("220184", "", "2026-08", "FEE", "32", false),
                                row("220102", "", "2026-10", "BOOKS", "7", false)),
                        Lake.schema(LakeTables.OBSERVATION));
        CheckedFile file = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED)
                .check(FormFiles.county("220102", "2026-10", "FEE|万元|5"));
        KnownScope scope = KnownScope.of(List.of(file), FormFiles.catalogue());
        assertThat(scope.history()).hasSize(36).contains("2023-10").doesNotContain("2023-09");
        assertThat(scope.previous()).containsExactly("2026-09");

        KnownNow known = KnownQuery.ask(observations, FormFiles.catalogue(), scope);

        assertThat(text(known, "220102", "", "2026-10")).isEqualTo("2");
        assertThat(text(known, "220000", "", "2026-10")).isEqualTo("100");
        assertThat(text(known, "220184", "", "2026-10")).isEqualTo("30");
        assertThat(text(known, "220184", "L1", "2026-10")).isEqualTo("nothing");
        assertThat(text(known, "220184", "", "2026-08")).isEqualTo("nothing");
        assertThat(known.find(new ObservationKey("220102", "", "2026-10", "BOOKS")))
                .isNull();
        ObservationKey key = new ObservationKey("220102", "", "2026-10", "FEE");
        assertThat(known.before(key))
                .extracting(past -> past.period() + " " + past.value().stripTrailingZeros())
                .containsExactly("2026-09 3.25");
        assertThat(known.peers(key))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("12345678901234567890.5"));
    }

    private static String text(KnownNow known, String region, String facility, String period) {
        ObservationKey key = new ObservationKey(region, facility, period, "FEE");
        return known.find(key) == null
                ? "nothing"
                : Objects.requireNonNull(known.find(key)).text();
    }
}
