package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.PlantedMistakesBenchmark.Outcome;

class PlantedMistakesTest {
    private static final Path CATALOGUE =
            Path.of(System.getProperty("wenheng.home")).resolve("ingest/catalogues/jilin");

    @TempDir
    private Path folder = Path.of(".");

    /** Nine months with many mistakes: 27,000 values, so that the rates mean something. */
    @Test
    void plantedMistakesAreFoundAndRightValuesAreLeftAlone() throws IOException {
        Outcome outcome =
                PlantedMistakesBenchmark.measure(CATALOGUE, 0.5, Period.ofMonth(2024, 1), 9, 7, folder.resolve("sent"));

        assertThat(outcome.slipsWithBasis()).isGreaterThan(20);
        assertThat(outcome.slipsFound()).isGreaterThanOrEqualTo((int) (0.95 * outcome.slipsWithBasis()));
        assertThat(outcome.falselyMarked()).isLessThan(outcome.cells() / 100);
        assertThat(outcome.foundByKind().get("negative"))
                .satisfies(counts -> assertThat(counts[1]).isEqualTo(counts[0]));
        assertThat(outcome.foundByKind().get("part-exceeds-whole"))
                .satisfies(counts -> assertThat(counts[1]).isEqualTo(counts[0]));
        outcome.sweep().forEach((power, counts) -> {
            double needed = Math.abs(power) == 1 ? 0.5 : 0.95;
            assertThat(counts[1]).as("10^%d of %d", power, counts[0]).isGreaterThan((int) (needed * counts[0]));
        });
    }
}
