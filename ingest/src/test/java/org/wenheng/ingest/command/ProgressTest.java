package org.wenheng.ingest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void aStageIsOnePlainLineAndGivesWhatItGives() {
        int given = new Progress(new PrintWriter(printed), false).stage("读取 / read", () -> 7);
        assertThat(given).isEqualTo(7);
        assertThat(printed.toString()).matches("\\s+\\d+\\.\\d s  读取 / read\\R");
    }

    @Test
    void aStageThatFailsIsToldAndFails() {
        Progress progress = new Progress(new PrintWriter(printed), true);
        assertThatThrownBy(() -> progress.stage("写入 / write", () -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(printed.toString()).contains("写入 / write");
    }
}
