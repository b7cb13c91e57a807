package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.command.Progress.Expected;

class StageTimesTest {
    @TempDir
    private Path reports = Path.of("");

    @Test
    void theNextRunOfAsManyPeriodsIsExpectedToTakeWhatTheLastOneTook() {
        StageTimes.write(
                reports,
                "jilin-2026",
                1,
                List.of(
                        new RunStages.Stage("derive", 3.25, 10),
                        new RunStages.Stage("score", 0.5, 10),
                        new RunStages.Stage("publish", 2, 1)));
        StageTimes last = StageTimes.read(reports, "jilin-2026", 1);
        assertThat(last.of("derive")).isEqualTo(new Expected(3.25, 2.5));
        assertThat(last.of("publish")).isEqualTo(new Expected(2, 0));
        assertThat(last.of("supervise")).isEqualTo(Expected.NOTHING);
        assertThat(StageTimes.read(reports, "jilin-2026", 12).of("derive")).isEqualTo(Expected.NOTHING);
    }

    @Test
    void aFileThatSomebodyWroteIntoIsNoReasonToFail() throws Exception {
        Files.writeString(reports.resolve("last-jilin-2026-1.txt"), "seconds?\n1.5 derive\n\n-3 score\n");
        StageTimes last = StageTimes.read(reports, "jilin-2026", 1);
        assertThat(last.of("derive")).isEqualTo(new Expected(1.5, 0));
        assertThat(last.of("score")).isEqualTo(Expected.NOTHING);
    }
}
