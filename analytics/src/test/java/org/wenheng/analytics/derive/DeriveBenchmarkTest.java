package org.wenheng.analytics.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.SparkForTests;

/** What the benchmark measures is right: the same numbers as SQL written by hand gives on the same files. */
class DeriveBenchmarkTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theStagesGiveWhatHandWrittenSqlGives() throws Exception {
        DeriveBenchmark.Results results =
                DeriveBenchmark.measure(SparkForTests.session(), folder, new NationOfFacilities(60, 6, 7), 1, false);
        assertThat(results.differences()).isZero();
        // Twelve months and two comparisons of one month: 6 counties × 20 elements with 3 own numbers and their
        // windows.
        assertThat(results.compared()).isGreaterThan(12 * 120 * 8);
    }
}
