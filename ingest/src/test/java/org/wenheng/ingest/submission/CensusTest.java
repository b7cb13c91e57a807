package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.read.MessyFiles;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogues;

/** The census of 2020 by county through its mapping; the numbers are read by eye from the file. */
class CensusTest {
    private static final Path FILE = MessyFiles.HOME.resolve("../shared/data/china/county-population-2020.csv");
    private static final Path FOLDER = MessyFiles.HOME.resolve("ingest/catalogues/china-counties");

    @Test
    void countiesOfTheCensusAreReadThroughTheirMapping() throws IOException {
        assumeTrue(Files.isRegularFile(FILE), "The census file is not here: " + FILE);
        Submission census = new Intake(
                        Catalogues.load(FOLDER),
                        SourceMappings.load(FOLDER, "census-2020"),
                        Instant.parse("2022-06-01T00:00:00Z"))
                .take(SentFile.of("county-population-2020.csv", Files.readAllBytes(FILE)), Known.NOTHING);

        assertThat(census.ledger().read()).isEqualTo(2990 * 7);
        Map<String, Integer> codes = new TreeMap<>();
        census.findings().stream().map(Finding::code).forEach(code -> codes.merge(code, 1, Integer::sum));
        assertThat(census.ledger().refused())
                .isEqualTo(codes.getOrDefault("REGION_UNKNOWN", 0) + codes.getOrDefault("REGION_NOT_IN_FORCE", 0));
        assertThat(census.ledger().accepted()).isGreaterThan(2900 * 7);
        Map<String, BigDecimal> values = new HashMap<>();
        for (Observation observation : census.observations()) {
            BigDecimal value = observation.value().value();
            if (value != null) {
                values.put(
                        observation.key().regionCode() + " " + observation.key().elementCode(), value);
            }
        }
        assertThat(values.get("220184 POP")).isEqualByComparingTo("862313");
        assertThat(values.get("220184 POP_URBAN_SHARE")).isEqualByComparingTo("0.4461");
        assertThat(values.get("110101 POP_SEX_RATIO")).isEqualByComparingTo("94.24");
        assertThat(values.get("110101 POP_ETHNIC_SHARE")).isEqualByComparingTo("0.0578");
    }
}
