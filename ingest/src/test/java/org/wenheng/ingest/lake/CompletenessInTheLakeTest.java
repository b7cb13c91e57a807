package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.due.ExpectedReport;
import org.wenheng.ingest.due.FormEvent;
import org.wenheng.ingest.due.FormEventKind;
import org.wenheng.ingest.due.FormEventRequest;
import org.wenheng.ingest.due.LightRules;
import org.wenheng.ingest.due.ReportState;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.SentFile;

/** From files and acts to the ledger of expected reports, through Delta. Both forms of the catalogue are due on 10 November. */
class CompletenessInTheLakeTest {
    private static final Catalogue CATALOGUE = FormFiles.catalogue();
    private static final Period OCTOBER = Period.ofMonth(2026, 10);

    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder = Path.of("");

    private Lake lake() {
        return new Lake(folder.resolve("lake"));
    }

    private Ledger collect(String received, SentFile file) throws IOException {
        Path path = Files.write(folder.resolve(file.name()), file.bytes());
        return IngestJob.run(spark, lake(), CATALOGUE, null, List.of(path), Instant.parse(received), settled -> {})
                .total();
    }

    private List<FormEvent> act(String at, FormEventKind kind, @Nullable LocalDate until, @Nullable Long withdraws) {
        boolean withdrawal = withdraws != null;
        FormEventRequest request = new FormEventRequest(
                kind,
                withdrawal ? List.of() : List.of("220102"),
                withdrawal ? List.of() : List.of("county-month"),
                withdrawal ? "" : "2026-10",
                until,
                withdraws,
                "why",
                "who");
        return FormEventLog.append(
                spark,
                lake(),
                CATALOGUE.code(),
                (earlier, first) -> request.judge(CATALOGUE, earlier, first, Instant.parse(at)));
    }

    private ExpectedReport report(String region, String form, String now) {
        return CompletenessCommand.ledger(
                        spark, lake(), CATALOGUE, LightRules.NONE, List.of(OCTOBER), Instant.parse(now))
                .rows(OCTOBER)
                .stream()
                .filter(row ->
                        row.region().code().equals(region) && row.form().code().equals(form))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> cells(ExpectedReport row) {
        return List.of(
                row.progress().expected(),
                row.progress().answered(),
                row.progress().nil());
    }

    @Test
    void reasonIsAnAnswerAnEmptyCellIsNoneAndALateCorrectionIsNotLate() throws IOException {
        assertThat(cells(report("220102", "county-month", "2026-11-02T00:00:00Z")))
                .containsExactly(4, 0, 0);

        collect(
                "2026-11-03T00:00:00Z",
                FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|无", "NEW_BOOKS|册|—", "RATE|%|"));
        ExpectedReport partial = report("220102", "county-month", "2026-11-04T00:00:00Z");
        assertThat(cells(partial)).containsExactly(4, 3, 1);
        assertThat(partial.state()).isEqualTo(ReportState.PARTIAL);

        collect("2026-11-05T00:00:00Z", FormFiles.county("220102", "2026-10", "RATE|%|90"));
        collect("2026-11-20T00:00:00Z", FormFiles.county("220102", "2026-10", "FEE|万元|2"));
        ExpectedReport corrected = report("220102", "county-month", "2026-11-21T00:00:00Z");
        assertThat(cells(corrected)).containsExactly(4, 4, 1);
        assertThat(corrected.state()).isEqualTo(ReportState.COMPLETE);
        assertThat(corrected.progress().completeSince()).isEqualTo(Instant.parse("2026-11-05T00:00:00Z"));
        assertThat(corrected.progress().lastReceived()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));

        assertThat(report("220102", "county-month", "2026-11-04T00:00:00Z").progress())
                .as("what was known then is still known")
                .isEqualTo(partial.progress());
        assertThat(report("220184", "county-month", "2026-11-21T00:00:00Z").state())
                .isEqualTo(ReportState.OVERDUE);
    }

    @Test
    void librariesNamedBeforeAreExpectedAndAllNilIsANilReport() throws IOException {
        collect("2026-10-03T00:00:00Z", FormFiles.libraries("220102", "2026-09", "L1|1|10", "L2|1|10"));
        assertThat(cells(report("220102", "library-month", "2026-11-02T00:00:00Z")))
                .containsExactly(4, 0, 0);

        collect("2026-11-03T00:00:00Z", FormFiles.libraries("220102", "2026-10", "L1|无|无"));
        assertThat(report("220102", "library-month", "2026-11-04T00:00:00Z").state())
                .isEqualTo(ReportState.PARTIAL);

        collect("2026-11-05T00:00:00Z", FormFiles.libraries("220102", "2026-10", "L2|无|无"));
        assertThat(report("220102", "library-month", "2026-11-06T00:00:00Z").state())
                .isEqualTo(ReportState.NIL_REPORT);
        assertThat(cells(report("220184", "library-month", "2026-11-06T00:00:00Z")))
                .containsExactly(2, 0, 0);
    }

    @Test
    void lockRefusesFilesUntilAReturnAndTheAnswerCompletesTheReportAgain() throws IOException {
        SentFile first = FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|9", "NEW_BOOKS|册|1", "RATE|%|5");
        assertThat(collect("2026-11-03T00:00:00Z", first).accepted()).isEqualTo(4);
        assertThat(act("2026-11-04T00:00:00Z", FormEventKind.APPROVE, null, null))
                .extracting(FormEvent::number)
                .containsExactly(1L);

        SentFile correction = FormFiles.county("220102", "2026-10", "FEE|万元|2");
        assertThat(collect("2026-11-05T00:00:00Z", correction)).isEqualTo(new Ledger(1, 0, 1, 0));

        act("2026-11-06T00:00:00Z", FormEventKind.RETURN, LocalDate.of(2026, 11, 20), null);
        assertThat(report("220102", "county-month", "2026-11-07T00:00:00Z").state())
                .isEqualTo(ReportState.RETURNED);
        assertThat(collect("2026-11-18T00:00:00Z", correction)).isEqualTo(new Ledger(1, 1, 0, 0));
        assertThat(report("220102", "county-month", "2026-11-19T00:00:00Z").state())
                .isEqualTo(ReportState.COMPLETE);
    }

    @Test
    void actsAreReadBackAsWrittenAndARefusedOneLeavesNothing() {
        act("2026-11-04T00:00:00.123456Z", FormEventKind.EXTEND, LocalDate.of(2026, 11, 20), null);
        act("2026-11-05T00:00:00Z", FormEventKind.WITHDRAW, null, 1L);
        long version = lake().version(FormEventLog.TABLE);

        assertThatThrownBy(() -> act("2026-11-04T00:00:00Z", FormEventKind.APPROVE, null, null))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("EVENT_BEFORE_KNOWN");
        assertThat(lake().version(FormEventLog.TABLE)).isEqualTo(version);
        List<FormEvent> read = FormEventLog.read(spark, lake(), CATALOGUE.code());
        assertThat(read).extracting(FormEvent::number).containsExactly(1L, 2L);
        assertThat(read.get(0).at()).isEqualTo(Instant.parse("2026-11-04T00:00:00.123456Z"));
        assertThat(read.get(0).until()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(read.get(1).withdraws()).isEqualTo(1L);
        assertThat(FormEventLog.read(spark, lake(), "other")).isEmpty();
    }

    @Test
    void facilitiesAreLookedForInTwelveMonthsOfEveryKindOfPeriod() {
        assertThat(ReportedCounts.memory(OCTOBER))
                .hasSize(13 + 4 + 1)
                .contains(Period.ofMonth(2025, 10), Period.ofQuarter(2025, 4), Period.ofYear(2025))
                .doesNotContain(Period.ofMonth(2025, 9), Period.ofQuarter(2025, 3), Period.ofYear(2026));
    }
}
