package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.submission.FormFiles;
import picocli.CommandLine;

class ObservationsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void thePastIsReadAsItWasKnown() throws IOException {
        Lake lake = new Lake(folder);
        collect(lake, FormFiles.RECEIVED, "FEE|万元|1", "BOOKS|册|7");
        collect(lake, FormFiles.RECEIVED.plus(Duration.ofDays(3)), "FEE|万元|2.50", "BOOKS|册|无");

        // Received on the 5th and the 8th of November at midnight UTC.
        assertThat(csv(lake, FormFiles.RECEIVED.minusNanos(1000))).isEmpty();
        assertThat(csv(lake, FormFiles.RECEIVED))
                .containsExactly(
                        "trial,220102,,,2026-10,BOOKS,reported,7,表一,D6,7,2026-11-05T08:00:00+08:00,2026-11-08T08:00:00+08:00",
                        "trial,220102,,,2026-10,FEE,reported,1,表一,D5,1,2026-11-05T08:00:00+08:00,2026-11-08T08:00:00+08:00");
        assertThat(csv(lake, FormFiles.RECEIVED.plus(Duration.ofDays(3))))
                .containsExactly(
                        "trial,220102,,,2026-10,BOOKS,nil,,表一,D6,无,2026-11-08T08:00:00+08:00,",
                        "trial,220102,,,2026-10,FEE,reported,2.5,表一,D5,2.50,2026-11-08T08:00:00+08:00,");
    }

    private void collect(Lake lake, Instant received, String... lines) throws IOException {
        Path file = Files.write(
                folder.resolve("sent.xlsx"),
                FormFiles.county("220102", "2026-10", lines).bytes());
        IngestJob.run(LocalSpark.session(), lake, FormFiles.catalogue(), null, List.of(file), received, settled -> {});
    }

    /** The rows without number of the submission and origin. */
    private static List<String> csv(Lake lake, Instant moment) throws IOException {
        StringWriter text = new StringWriter();
        long count = new ObservationsCsv(ZoneId.of("Asia/Shanghai"))
                .write(
                        new AsKnown(moment)
                                .apply(lake.read(LocalSpark.session(), LakeTables.OBSERVATION))
                                .orderBy("element_code"),
                        text);
        List<String> lines = text.toString().lines().toList();
        assertThat(lines.get(0)).startsWith("目录 / catalogue,行政区 / region code,机构 / facility code");
        assertThat(lines).hasSize((int) count + 1);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.replaceFirst(",[0-9a-f]{16},", ",").replace(",synthetic,", ","))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-05, UTC, 2026-11-05T23:59:59.999999Z",
        "2026-11-05, Asia/Shanghai, 2026-11-05T15:59:59.999999Z",
        "2026-11-05T08:00:00Z, Asia/Shanghai, 2026-11-05T08:00:00Z"
    })
    void aDateIsItsWholeDayInItsZone(String text, ZoneId zone, Instant expected) {
        assertThat(ObservationsCommand.moment(text, zone)).isEqualTo(expected);
    }

    @Test
    void whatIsNoMomentIsRefused() {
        assertThatThrownBy(() -> ObservationsCommand.moment("2026年11月", ZoneOffset.UTC))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("[MOMENT_MALFORMED] “2026年11月”既不是日期也不是时刻");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1, '=1+1", "@SUM(A1), '@SUM(A1)", "-3, -3", "+3.5, +3.5", "-3+A1, '-3+A1", "甲, 甲", "-, '-"})
    void textsThatASpreadsheetWouldTakeForFormulasAreNeutral(String text, String expected) {
        assertThat(ObservationsCsv.neutral(text)).isEqualTo(expected);
    }

    @Test
    void everythingUnknownIsNamedAtOnce() {
        CommandLine line = new CommandLine(new ObservationsCommand(Clock.systemUTC()))
                .setExecutionExceptionHandler(new FailureExit());
        StringWriter errors = new StringWriter();
        line.setErr(new PrintWriter(errors, true));

        int exit = line.execute(
                "--catalogue", "jilin", "--region", "220102,999999", "--period", "2026-13", "--element", "NONE");

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString())
                .contains("REGION_UNKNOWN", "999999", "PERIOD_MALFORMED", "2026-13", "ELEMENT_UNKNOWN", "NONE");
    }
}
