package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.lake.IngestJob;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

/**
 * The real Public Libraries Survey through the same programs as any other field: two years of systems and one of outlets in
 * seven states, collected, rolled up to counties, scored and published. What is expected is counted from the files themselves.
 */
class PublicLibrariesRunTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FILES = HOME.resolve("../shared/data/imls-pls");
    private static final Path FOLDER = HOME.resolve("ingest/catalogues/us-public-libraries");
    private static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

    /** States of every kind: many systems and one, with outlets abroad, with systems whose population is not known. */
    private static final Set<String> STATES = Set.of("OH", "DE", "GU", "HI", "ND", "NV", "SC");

    /** Cuyahoga County, Ohio: nine systems, Cleveland's among them. */
    private static final String CUYAHOGA = "39035";

    @TempDir
    private Path work;

    @Test
    void twoYearsOfTheSurveyAreScoredByCountyAndEveryValueLeadsBackToItsSystems() throws Exception {
        assumeThat(FILES).as("the files of the survey beside the checkout").exists();
        Catalogue catalogue = Catalogues.load(FOLDER);
        Lake lake = new Lake(work.resolve("lake"));
        collect(lake, catalogue, "systems-2014", "pls_fy2014_pupld14a.csv");
        collect(lake, catalogue, "systems-2015", "PLS_FY2015_AE_pupld15a.csv");
        collect(lake, catalogue, "outlets-2015", "PLS_FY2015_Outlet_puout15a.csv");
        RunJob job = job(lake, MartForTests.empty(), catalogue);
        List<Period> years = List.of(Period.ofYear(2014), Period.ofYear(2015));
        assertThat(job.run(RunOrder.of(years, "test"), work.resolve("runs")).published())
                .isEqualTo(2);
        assertThat(job.run(RunOrder.of(years, "test"), work.resolve("runs")).published())
                .isZero();

        List<CSVRecord> systems = systems();
        Set<String> seats = systems.stream()
                .filter(system -> !system.get("POPU_LSA").startsWith("-"))
                .map(PublicLibrariesRunTest::county)
                .collect(Collectors.toSet());
        assertThat(MartForTests.query(
                        "SELECT region_code FROM mart.published_result WHERE period = '2015' AND score IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(seats);
        assertThat(MartForTests.query("""
                        SELECT count(*) FROM mart.result r JOIN (
                            SELECT run_id, region_code, sum(contribution::numeric) AS total FROM mart.score
                            WHERE node_code NOT IN (SELECT node_code FROM mart.node WHERE kind IN ('index', 'dimension'))
                            GROUP BY run_id, region_code) s USING (run_id, region_code)
                        WHERE abs(r.score_exact::numeric - s.total) > 1e-9
                        """)).containsExactly("0");
        BigDecimal visits = sum(systems, "VISITS");
        BigDecimal people = sum(systems, "POPU_LSA");
        assertThat(MartForTests.query(inputsOf("visits-per-resident")))
                .containsExactly("POPU_LSA " + people.toPlainString(), "VISITS " + visits.toPlainString());
        assertThat(MartForTests.query("SELECT file_name || ' ' || count(*) FROM mart.observation JOIN mart.submission"
                        + " USING (catalogue, submission_id) WHERE mart.observation.period = '2015'"
                        + " AND mart.observation.region_code = '39035' AND element_code = 'VISITS' GROUP BY file_name"))
                .containsExactly(
                        "PLS_FY2015_AE_pupld15a.csv " + ofCuyahoga(systems).size());
    }

    private void collect(Lake lake, Catalogue catalogue, String mapping, String file) throws IOException {
        IngestJob.run(
                SparkForTests.session(),
                lake,
                catalogue,
                SourceMappings.load(FOLDER, mapping),
                List.of(partOf(file)),
                RECEIVED,
                settled -> {});
    }

    /** The file with the rows of {@link #STATES} alone, every character of them as published. */
    private Path partOf(String file) throws IOException {
        List<String> lines = Files.readAllLines(FILES.resolve(file), StandardCharsets.ISO_8859_1);
        List<String> part = IntStream.range(0, lines.size())
                .filter(line -> line == 0 || STATES.contains(lines.get(line).substring(0, 2)))
                .mapToObj(lines::get)
                .toList();
        return Files.write(work.resolve(file), part, StandardCharsets.ISO_8859_1);
    }

    private static RunJob job(Lake lake, MartDatabase mart, Catalogue catalogue) {
        Scheme scheme = SchemeReader.read(HOME.resolve("analytics/schemes/us-public-libraries.yml"), catalogue);
        return new RunJob(
                SparkForTests.session(),
                lake,
                new Publisher(mart),
                catalogue,
                scheme,
                SupervisionFiles.shipped(),
                Clock.fixed(RECEIVED.plusSeconds(60), ZoneOffset.UTC),
                new Progress(new PrintWriter(Writer.nullWriter()), false));
    }

    private static String inputsOf(String indicator) {
        return """
                SELECT i.element_code || ' ' || i.value::bigint FROM mart.input i
                JOIN mart.publication p ON p.run_id = i.run_id AND p.period = '2015'
                WHERE i.region_code = '%s' AND i.indicator_code = '%s' ORDER BY 1
                """.formatted(CUYAHOGA, indicator);
    }

    private List<CSVRecord> systems() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.parse(work.resolve("PLS_FY2015_AE_pupld15a.csv"), StandardCharsets.ISO_8859_1, format)) {
            return parser.getRecords();
        }
    }

    private static String county(CSVRecord system) {
        return system.get("INCITSST") + system.get("INCITSCO");
    }

    private static List<CSVRecord> ofCuyahoga(List<CSVRecord> systems) {
        return systems.stream()
                .filter(system -> county(system).equals(CUYAHOGA))
                .toList();
    }

    private static BigDecimal sum(List<CSVRecord> systems, String column) {
        return ofCuyahoga(systems).stream()
                .map(system -> new BigDecimal(system.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
