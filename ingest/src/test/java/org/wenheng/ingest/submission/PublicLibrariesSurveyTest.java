package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.ValueStatus;

/** The real files of the survey, against the totals that the survey itself publishes. */
class PublicLibrariesSurveyTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FILES = HOME.resolve("../shared/data/imls-pls");
    private static final Path FOLDER = HOME.resolve("ingest/catalogues/us-public-libraries");
    private static final Instant RECEIVED = Instant.parse("2017-08-01T00:00:00Z");

    @BeforeAll
    static void needsTheFiles() {
        assumeTrue(Files.isDirectory(FILES), "The files of the survey are not here: " + FILES);
    }

    private static Submission take(String file, String mapping) throws IOException {
        Catalogue catalogue = Catalogues.load(FOLDER);
        Intake intake = new Intake(catalogue, SourceMappings.load(FOLDER, mapping), RECEIVED);
        return intake.take(SentFile.of(file, Files.readAllBytes(FILES.resolve(file))), Known.NOTHING);
    }

    private static Map<String, Integer> codes(Submission submission) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding finding : submission.findings()) {
            counts.merge(finding.code(), 1, Integer::sum);
        }
        return counts;
    }

    private static Map<ValueStatus, Integer> statuses(Submission submission, String element) {
        Map<ValueStatus, Integer> counts = new TreeMap<>();
        for (Observation observation : submission.observations()) {
            if (observation.key().elementCode().equals(element)) {
                counts.merge(observation.value().status(), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void sumOfTheSystemsIsThePublishedStateTotal() throws IOException {
        Submission systems = take("PLS_FY2015_AE_pupld15a.csv", "systems-2015");

        assertThat(systems.ledger()).isEqualTo(new Ledger(9251 * 57L, 9251 * 57L, 0, 0));
        assertThat(systems.encoding()).isEqualTo("windows-1252: declared by the source");
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Observation observation : systems.observations()) {
            BigDecimal value = observation.value().value();
            if (value != null) {
                String state = observation.key().facilityCode().substring(0, 2);
                sums.merge(state + " " + observation.key().elementCode(), value, BigDecimal::add);
            }
        }
        List<Difference> differences = differences(sums);
        assertThat(differences)
                .extracting(Difference::element)
                .isSubsetOf("SALARIES", "BENEFIT", "STAFFEXP", "OTHOPEXP", "POPU_UND");
        // Undivided populations of overlapping areas are shared out and rounded: Kansas differs by 19 persons, 8 in a
        // million.
        assertThat(differences)
                .filteredOn(difference -> difference.element().equals("POPU_UND"))
                .allSatisfy(difference -> assertThat(difference.value().abs()).isLessThanOrEqualTo(new BigDecimal(19)));
    }

    /** What the systems add up to, less the published total. */
    private record Difference(String state, String element, BigDecimal value) {}

    /** All differences: wherever the published total is another one. */
    private static List<Difference> differences(Map<String, BigDecimal> sums) throws IOException {
        byte[] bytes = Files.readAllBytes(FILES.resolve("PLS_FY2015_State_pusum15a.csv"));
        List<SheetRow> rows =
                Content.of("states.csv", bytes, null).sheets().get(0).rows();
        SheetRow header = rows.get(0);
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> compared = new TreeSet<>();
        for (SheetRow row : rows.subList(1, rows.size())) {
            for (int column = 1; column < header.texts().size(); column++) {
                String element = header.text(column);
                BigDecimal sum = sums.get(row.text(0) + " " + element);
                if (sum != null && !row.text(column).startsWith("-")) {
                    compared.add(element);
                    BigDecimal difference = sum.subtract(new BigDecimal(row.text(column)));
                    if (difference.signum() != 0) {
                        differences.add(new Difference(row.text(0), element, difference));
                    }
                }
            }
        }
        assertThat(rows).hasSize(54);
        assertThat(compared).hasSize(57);
        return differences;
    }

    /** The rows that break a relation, counted in the file by hand: 7 totals, 1 subset, 1 and 12 pairs of subsets, 4 impossible. */
    @Test
    void relationsOfTheSurveyFailInFewRows() throws IOException {
        Map<String, Integer> codes = codes(take("PLS_FY2015_AE_pupld15a.csv", "systems-2015"));

        assertThat(codes)
                .containsEntry("SUM_NOT_WHOLE", 7)
                .containsEntry("PART_ABOVE_WHOLE", 1)
                .containsEntry("PARTS_ABOVE_WHOLE", 13)
                .containsEntry("POSITIVE_WITHOUT_BASIS", 4);
        assertThat(codes.keySet())
                .containsExactlyInAnyOrder(
                        "SUM_NOT_WHOLE",
                        "PART_ABOVE_WHOLE",
                        "PARTS_ABOVE_WHOLE",
                        "POSITIVE_WITHOUT_BASIS",
                        "FACILITY_NAME_REPEATED",
                        "ROUNDED_VALUES",
                        "DIGITS_HEAPED");
    }

    @Test
    void missingCodesStayReasons() throws IOException {
        Submission systems = take("PLS_FY2015_AE_pupld15a.csv", "systems-2015");

        assertThat(statuses(systems, "SALARIES"))
                .isEqualTo(Map.of(
                        ValueStatus.SUPPRESSED, 3273,
                        ValueStatus.NOT_APPLICABLE, 20,
                        ValueStatus.NOT_REPORTED, 2,
                        ValueStatus.REPORTED, 9251 - 3273 - 20 - 2));
    }

    @Test
    void emptySalariesOfTheYearBeforeAreSuppressedUnlessTheSystemIsClosed() throws IOException {
        Submission systems = take("pls_fy2014_pupld14a.csv", "systems-2014");

        assertThat(systems.encoding()).isEqualTo("UTF-8: valid UTF-8");
        assertThat(systems.ledger().refused()).isZero();
        assertThat(codes(systems))
                .isEqualTo(Map.of(
                        "VALUE_NOT_WHOLE", 81,
                        "POSITIVE_WITHOUT_BASIS", 1,
                        "FACILITY_NAME_REPEATED", 1,
                        "ROUNDED_VALUES", 29,
                        "DIGITS_HEAPED", 28));
        assertThat(statuses(systems, "SALARIES"))
                .containsEntry(ValueStatus.SUPPRESSED, 3312)
                .containsEntry(ValueStatus.NOT_APPLICABLE, 10);
    }

    @Test
    void publishedStateTotalsAreReadForTheStates() throws IOException {
        Submission states = take("PLS_FY2015_State_pusum15a.csv", "states-2015");

        assertThat(states.ledger()).isEqualTo(new Ledger(53 * 58L, 53 * 58L, 0, 0));
        // The published totals are rounded and left out state by state: they do not all add up, which has to be
        // explained.
        assertThat(states.findings()).extracting(Finding::code).containsOnly("SUM_NOT_WHOLE", "PARTS_ABOVE_WHOLE");
        assertThat(statuses(states, "ELMATCIR")).containsEntry(ValueStatus.NOT_REPORTED, 2);
        assertThat(states.observations())
                .filteredOn(observation -> observation.key().regionCode().equals("02"))
                .extracting(
                        observation -> observation.key().elementCode(),
                        observation -> observation.value().text())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("VISITS", "3120386"),
                        org.assertj.core.groups.Tuple.tuple("POPU_ST", "737625"),
                        org.assertj.core.groups.Tuple.tuple("TOTSTAFF", "311.4"));
    }

    @Test
    void filesOfTheSurveyFindTheirMappingsByName() throws IOException {
        List<org.wenheng.ingest.read.SourceMapping> all =
                SourceMappings.loadAll(FOLDER, "systems-2014,systems-2015,outlets-2015,states-2015");

        for (String[] pair : new String[][] {
            {"pls_fy2014_pupld14a.csv", "systems-2014"},
            {"PLS_FY2015_AE_pupld15a.csv", "systems-2015"},
            {"PLS_FY2015_Outlet_puout15a.csv", "outlets-2015"},
            {"PLS_FY2015_State_pusum15a.csv", "states-2015"}
        }) {
            assertThat(SourceMappings.choose(all, pair[0], Files.readAllBytes(FILES.resolve(pair[0])))
                            .mappings())
                    .extracting(org.wenheng.ingest.read.SourceMapping::code)
                    .containsExactly(pair[1]);
        }
    }

    @Test
    void outletsWithMalformedCountiesAreRefusedAtTheirCells() throws IOException {
        Submission outlets = take("PLS_FY2015_Outlet_puout15a.csv", "outlets-2015");

        assertThat(outlets.verdict()).isEqualTo(Verdict.PARTLY_ACCEPTED);
        assertThat(codes(outlets)).isEqualTo(Map.of("REGION_UNKNOWN", 30 * 4, "FACILITY_NAME_REPEATED", 142));
        assertThat(outlets.ledger()).isEqualTo(new Ledger(17_408 * 4, (17_408 - 30) * 4, 30 * 4, 0));
        assertThat(outlets.findings().stream()
                        .filter(finding -> finding.code().equals("REGION_UNKNOWN"))
                        .map(Finding::message)
                        .map(title -> title.english())
                        .distinct())
                .containsExactlyInAnyOrder("Unknown region \"12M\"", "Unknown region \"2921\"");
        assertThat(statuses(outlets, "OUTLETS")).containsEntry(ValueStatus.NOT_APPLICABLE, 72);
    }
}
