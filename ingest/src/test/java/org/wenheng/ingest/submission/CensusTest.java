package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.ValueStatus;

/** The census of 2020 by county, through a mapping alone, against the totals of the bulletin of 2021-05-11. */
class CensusTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FILE = HOME.resolve("../shared/data/china/county-population-2020.csv");
    private static final Path FOLDER = HOME.resolve("ingest/catalogues/china-counties");

    private static Submission take() throws IOException {
        assumeTrue(Files.isRegularFile(FILE), "The census is not here: " + FILE);
        Catalogue catalogue = Catalogues.load(FOLDER);
        Intake intake = new Intake(
                catalogue, SourceMappings.load(FOLDER, "census-2020"), Instant.parse("2024-01-01T00:00:00Z"));
        return intake.take(SentFile.of("census.csv", Files.readAllBytes(FILE)), Known.NOTHING);
    }

    /** Residents of the provinces in the bulletin number 3 of the seventh census. */
    private static final Map<String, Long> BULLETIN = Map.ofEntries(
            Map.entry("11", 21_893_095L),
            Map.entry("12", 13_866_009L),
            Map.entry("13", 74_610_235L),
            Map.entry("14", 34_915_616L),
            Map.entry("15", 24_049_155L),
            Map.entry("21", 42_591_407L),
            Map.entry("22", 24_073_453L),
            Map.entry("23", 31_850_088L),
            Map.entry("31", 24_870_895L),
            Map.entry("32", 84_748_016L),
            Map.entry("33", 64_567_588L),
            Map.entry("34", 61_027_171L),
            Map.entry("35", 41_540_086L),
            Map.entry("36", 45_188_635L),
            Map.entry("37", 101_527_453L),
            Map.entry("41", 99_365_519L),
            Map.entry("42", 57_752_557L),
            Map.entry("43", 66_444_864L),
            Map.entry("44", 126_012_510L),
            Map.entry("45", 50_126_804L),
            Map.entry("46", 10_081_232L),
            Map.entry("50", 32_054_159L),
            Map.entry("51", 83_674_866L),
            Map.entry("52", 38_562_148L),
            Map.entry("53", 47_209_277L),
            Map.entry("54", 3_648_100L),
            Map.entry("61", 39_528_999L),
            Map.entry("62", 25_019_831L),
            Map.entry("63", 5_923_957L),
            Map.entry("64", 7_202_654L),
            Map.entry("65", 25_852_345L));

    @Test
    void countiesOfThirtyProvincesAddUpToTheBulletin() throws IOException {
        Submission submission = take();
        Map<String, Long> byProvince = new TreeMap<>();
        for (Observation observation : submission.observations()) {
            BigDecimal value = observation.value().value();
            if (observation.key().elementCode().equals("POP") && value != null) {
                byProvince.merge(observation.key().regionCode().substring(0, 2), value.longValueExact(), Long::sum);
            }
        }
        for (Finding finding : submission.findings()) {
            if ("POP".equals(finding.elementCode()) && finding.given() != null && finding.regionCode() != null) {
                byProvince.merge(finding.regionCode().substring(0, 2), Long.valueOf(finding.given()), Long::sum);
            }
        }

        Map<String, Long> expected = new TreeMap<>(BULLETIN);
        expected.merge(
                "15", 100_000L, Long::sum); // The transcription has that many too many somewhere in the province.
        assertThat(byProvince).isEqualTo(expected);
    }

    @Test
    void onlyUnitsThatTheListOfTheYearDoesNotHaveAreRefused() throws IOException {
        Submission submission = take();
        Map<String, Long> refused = submission.findings().stream()
                .filter(finding -> "POP".equals(finding.elementCode()))
                .collect(Collectors.groupingBy(Finding::code, Collectors.counting()));

        assertThat(refused).isEqualTo(Map.of("REGION_UNKNOWN", 19L, "REGION_NOT_IN_FORCE", 2L));
        Finding merged = submission.findings().stream()
                .filter(finding -> finding.code().equals("REGION_NOT_IN_FORCE"))
                .findFirst()
                .orElseThrow();
        assertThat(merged.message().chinese()).isEqualTo("“320611”在 2020 期未启用或已停用,该期对应:320613 中国/江苏省/南通市/崇川区");
        assertThat(submission.ledger().read()).isEqualTo(2_990 * 7);
        assertThat(submission.ledger().refused()).isEqualTo(21 * 7);
    }

    @Test
    void countyWithoutACensusIsNotReported() throws IOException {
        Observation missing = take().observations().stream()
                .filter(observation -> observation.key().regionCode().equals("350527"))
                .findFirst()
                .orElseThrow();

        assertThat(missing.value().status()).isEqualTo(ValueStatus.NOT_REPORTED);
        assertThat(Objects.isNull(missing.value().value())).isTrue();
    }
}
