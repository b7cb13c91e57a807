package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.read.MessyFiles;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** The census of 2020 by county through its mapping; the numbers are read by eye from the file. */
class CensusTest {
    private static final Path FILE = MessyFiles.HOME.resolve("../shared/data/china/county-population-2020.csv");
    private static final Path FOLDER = MessyFiles.HOME.resolve("ingest/catalogues/china-counties");

    private static Region region(String code, @Nullable String parent) {
        return new Region(code, new Title(code, code), "county", parent, Map.of(), List.of(), null, null);
    }

    private static Element element(String code, String unit) {
        return new Element(
                code,
                new Title(code, code),
                unit,
                Frequency.YEAR,
                Accumulation.LAST,
                RollUp.SUM,
                false,
                BigDecimal.ZERO,
                null,
                null,
                "",
                "");
    }

    @Test
    void countiesOfTheCensusAreReadWithTheirSharesInPerCent() throws IOException {
        assumeTrue(Files.isRegularFile(FILE), "The census file is not here: " + FILE);
        Catalogue catalogue = Catalogue.of(
                "china-counties",
                new Title("县", "Counties"),
                List.of(region("100000", null), region("110101", "100000"), region("220184", "100000")),
                Stream.of(
                                "ETHNIC_SHARE",
                                "URBAN_SHARE",
                                "MOVED_COUNTY_SHARE",
                                "MOVED_PROVINCE_SHARE",
                                "MOVED_OTHER_SHARE")
                        .map(code -> element(code, "%"))
                        .collect(java.util.stream.Collectors.collectingAndThen(
                                java.util.stream.Collectors.toList(), shares -> {
                                    shares.add(element("POP", "人"));
                                    shares.add(element("SEX_RATIO", "女=100"));
                                    return shares;
                                })),
                List.of(),
                List.of());

        Submission census = new Intake(
                        catalogue, SourceMappings.load(FOLDER, "census-2020"), Instant.parse("2022-06-01T00:00:00Z"))
                .take(SentFile.of("county-population-2020.csv", Files.readAllBytes(FILE)), Known.NOTHING);

        assertThat(census.ledger()).isEqualTo(new Ledger(2990 * 7, 2 * 7, 2988 * 7, 0));
        Map<String, BigDecimal> values = new HashMap<>();
        for (Observation observation : census.observations()) {
            BigDecimal value = observation.value().value();
            if (value != null) {
                values.put(
                        observation.key().regionCode() + " " + observation.key().elementCode(), value);
            }
        }
        assertThat(values.get("220184 POP")).isEqualByComparingTo("862313");
        assertThat(values.get("220184 URBAN_SHARE")).isEqualByComparingTo("44.61");
        assertThat(values.get("220184 MOVED_OTHER_SHARE")).isEqualByComparingTo("1.62");
        assertThat(values.get("110101 SEX_RATIO")).isEqualByComparingTo("94.24");
        assertThat(values.get("110101 URBAN_SHARE")).isEqualByComparingTo("100");
        assertThat(values.get("110101 ETHNIC_SHARE")).isEqualByComparingTo("5.78");
    }
}
