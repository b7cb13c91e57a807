package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

/** A real file through the lake: half a million cells. */
class SurveyInTheLakeTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FILE = HOME.resolve("../shared/data/imls-pls/PLS_FY2015_AE_pupld15a.csv");

    @Test
    void acceptedValuesAddUpInTheLakeAsInTheFile(@TempDir Path folder) {
        assumeTrue(Files.isRegularFile(FILE), "The files of the survey are not here: " + FILE);
        Path reference = HOME.resolve("ingest/catalogues/us-public-libraries");
        Catalogue catalogue = Catalogues.load(reference);
        Lake lake = new Lake(folder);

        IngestReport report = IngestJob.run(
                LocalSpark.session(),
                lake,
                catalogue,
                SourceMappings.load(reference, "systems-2015"),
                List.of(FILE),
                Instant.parse("2017-08-01T00:00:00Z"),
                settled -> {});

        assertThat(report.total().accepted()).isEqualTo(9251 * 57L);
        BigDecimal visits = lake.read(LocalSpark.session(), LakeTables.OBSERVATION)
                .where(col("element_code")
                        .equalTo("VISITS")
                        .and(col("region_code").startsWith("02")))
                .agg(sum("value"))
                .first()
                .getDecimal(0);
        // The State file gives 3,120,386 visits for Alaska.
        assertThat(visits).isEqualByComparingTo("3120386");
    }
}
