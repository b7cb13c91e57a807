package org.wenheng.ingest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter printed = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

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

    @Test
    void whatIsLeftComesFromAnEarlierTimeAndIsNotSaidWhereNothingIsKnown() {
        Progress progress = new Progress(new PrintWriter(printed), false, clock::get);
        progress.stage("推导 / derive", new Progress.Expected(3, 20), () -> 5000L, Long::longValue);
        progress.stage("计分 / score", Progress.Expected.NOTHING, () -> 7L, any -> -1);
        assertThat(printed.toString().lines().toList())
                .containsExactly(
                        "     0.0 s  推导 / derive  5,000 行 / rows  约剩 / about 20 s left", "     0.0 s  计分 / score");
    }

    @Test
    void stepsAreLoggedEveryTenSecondsWithWhatIsLeftByThoseThatAreOver() {
        Progress progress = new Progress(new PrintWriter(printed), false, clock::get);
        progress.stage("计分 / score", () -> {
            for (int month = 1; month <= 6; month++) {
                progress.step(month - 1, 6, "2026-0" + month);
                clock.addAndGet(6_000_000_000L);
            }
        });
        // Seconds 0 and 6 are before the first line, 12 is two of six, 18 too soon, 24 four of six, 30 too soon.
        assertThat(printed.toString().lines().toList())
                .containsExactly(
                        "    12.0 s  计分 / score 3/6 2026-03  约剩 / about 24 s left",
                        "    24.0 s  计分 / score 5/6 2026-05  约剩 / about 12 s left",
                        "    36.0 s  计分 / score");
    }

    @Test
    void onATerminalTheRunningStageIsOneLineAndAnOverdueOneSaysNothingOfWhatIsLeft() {
        Progress progress = new Progress(new PrintWriter(printed), true, clock::get);
        progress.stage(
                "推导 / derive",
                new Progress.Expected(10, Double.NaN),
                () -> {
                    clock.addAndGet(4_000_000_000L);
                    progress.tick();
                    clock.addAndGet(8_000_000_000L);
                    progress.tick();
                    return 1;
                },
                any -> -1);
        assertThat(printed.toString())
                .isEqualTo("\r… 推导 / derive  约剩 / about 6 s left 4 s\u001b[K\r… 推导 / derive 12 s\u001b[K"
                        + "\r\u001b[K    12.0 s  推导 / derive\n");
    }
}
