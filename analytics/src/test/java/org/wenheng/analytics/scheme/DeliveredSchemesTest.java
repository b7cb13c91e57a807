package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.method.Checklist;
import org.wenheng.analytics.scheme.method.Efficacy;
import org.wenheng.analytics.scheme.method.Interval;
import org.wenheng.analytics.scheme.method.Linear;
import org.wenheng.analytics.scheme.method.LinearByQuarter;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.Step;
import org.wenheng.analytics.scheme.method.Target;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

/** The schemes that come with the product, against their catalogues and against the framework they are taken from. */
class DeliveredSchemesTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FRAMEWORK = HOME.resolve("../shared/jilin/indicators.csv");

    private static Scheme scheme(String catalogue, String file) {
        return SchemeReader.read(
                HOME.resolve("analytics/schemes").resolve(file),
                Catalogues.load(HOME.resolve("ingest/catalogues").resolve(catalogue)));
    }

    private static Scheme jilin() {
        return scheme("jilin", "jilin-2026.yml");
    }

    @Test
    void jilinHasSixtyIndicatorsThatWeighAHundred() {
        Scheme scheme = jilin();
        assertThat(scheme.indicators()).hasSize(60);
        assertThat(scheme.indicators().stream().mapToDouble(Indicator::weight).sum())
                .isEqualTo(100);
        scheme.nodes().stream()
                .filter(node -> node.kind().equals("indicator"))
                .forEach(node -> assertThat(node.share()).isEqualTo(node.weight() / 100, within(1e-12)));
    }

    @Test
    void everyMethodOfJilinHasWorkedExample() {
        Set<Class<?>> used = new HashSet<>();
        Set<Class<?>> worked = new HashSet<>();
        for (Indicator indicator : jilin().indicators()) {
            used.add(indicator.method().getClass());
            if (!indicator.examples().isEmpty()) {
                worked.add(indicator.method().getClass());
            }
        }
        assertThat(worked).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void jilinIsTheFrameworkCellByCell() throws IOException {
        assumeThat(FRAMEWORK).as("the framework file is not here").exists();
        List<CSVRecord> rows;
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(FRAMEWORK, StandardCharsets.UTF_8))) {
            rows = parser.getRecords();
        }
        Scheme scheme = jilin();
        assertThat(scheme.indicators())
                .extracting(Indicator::code)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("id")).toList());
        for (int i = 0; i < rows.size(); i++) {
            compare(scheme, scheme.indicators().get(i), rows.get(i));
        }
    }

    private static void compare(Scheme scheme, Indicator indicator, CSVRecord row) {
        String id = row.get("id");
        Dimension dimension = scheme.dimensions().stream()
                .filter(each -> each.code().equals(indicator.dimension()))
                .findFirst()
                .orElseThrow();
        assertThat(dimension.code()).as(id).isEqualTo(row.get("dimension"));
        assertThat(dimension.weight()).as(id).isEqualTo(Double.parseDouble(row.get("dimension_weight")));
        assertThat(dimension.title().chinese()).as(id).isEqualTo(row.get("dimension_zh"));
        assertThat(indicator.title().chinese()).as(id).isEqualTo(row.get("name_zh"));
        assertThat(indicator.title().english()).as(id).isEqualTo(row.get("name_en"));
        assertThat(indicator.unit()).as(id).isEqualTo(row.get("unit"));
        assertThat(indicator.weight()).as(id).isEqualTo(Double.parseDouble(row.get("weight")));
        assertThat(indicator.nature().nameChinese()).as(id).isEqualTo(row.get("nature"));
        assertThat(indicator.frequency().name())
                .as(id)
                .startsWith(row.get("frequency").equals("A") ? "YEAR" : row.get("frequency"));
        assertThat(indicator.direction().name())
                .as(id)
                .startsWith(
                        switch (row.get("direction")) {
                            case "positive" -> "HIGHER";
                            case "negative" -> "LOWER";
                            default -> "WITHIN";
                        });
        assertThat(indicator.departments())
                .as(id)
                .containsExactly(row.get("source_departments").split(";"));
        assertThat(indicator.target()).as(id).isEqualTo(row.get("target"));
        assertThat(indicator.targetSource())
                .as(id)
                .isEqualTo(row.get("standard_source") + " [" + row.get("certainty") + "]");
        assertThat(elements(indicator.formulaText())).as(id).isEqualTo(elements(row.get("formula")));
        boolean sinceJanuary = row.get("scoring_params").contains("cumulative_ytd");
        assertThat(indicator.rules().scalesWithYear())
                .as(id)
                .isEqualTo(sinceJanuary && !(indicator.method() instanceof MinMax));
        assertThat(numbers(indicator.method())).as(id).isEqualTo(numbers(row));
    }

    private static Set<String> elements(String formula) {
        Matcher matcher = Pattern.compile("[A-Z][A-Z0-9_]+").matcher(formula);
        return matcher.results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The numbers of the parameters in the order of the framework file. */
    private static List<Double> numbers(CSVRecord row) {
        String parameters = row.get("scoring_params")
                .replaceAll("\"note\".*", "")
                .replaceAll("\"items\": \\[[^\\]]*\\]", "")
                .replaceAll("\"[A-Za-z_]*Q?\\d?\":", "");
        return Pattern.compile("-?\\d+(\\.\\d+)?")
                .matcher(parameters.replaceAll("\"[^\"]*\"", ""))
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
    }

    private static List<Double> numbers(Method method) {
        if (method instanceof Target target) {
            return List.of(target.target(), target.cap());
        }
        if (method instanceof Efficacy e) {
            return List.of(
                    e.unacceptable(),
                    e.satisfactory(),
                    e.base(),
                    e.span(),
                    e.clip().lowest(),
                    e.clip().highest());
        }
        if (method instanceof Linear linear) {
            return corners(linear.corners());
        }
        if (method instanceof LinearByQuarter byQuarter) {
            return byQuarter.quarters().stream()
                    .flatMap(quarter -> corners(quarter.corners()).stream())
                    .toList();
        }
        if (method instanceof Step step) {
            return corners(step.steps());
        }
        if (method instanceof MinMax minMax) {
            return List.of(minMax.lowerQuantile(), minMax.upperQuantile());
        }
        if (method instanceof Interval i) {
            return List.of(i.bestFrom(), i.bestTo(), i.zeroBelow(), i.zeroAbove());
        }
        return List.of(((Checklist) method).each());
    }

    private static List<Double> corners(List<Linear.Corner> corners) {
        return corners.stream()
                .flatMap(corner -> List.of(corner.value(), corner.points()).stream())
                .toList();
    }

    @Test
    void librariesCountOutletsFromTheYearInWhichTheirFileBegins() {
        Scheme scheme = scheme("us-public-libraries", "us-public-libraries.yml");
        assertThat(scheme.indicatorsIn(Period.ofYear(2015))).hasSize(23);
        assertThat(scheme.indicatorsIn(Period.ofYear(2014)))
                .extracting(Indicator::code)
                .hasSize(21)
                .doesNotContain("square-feet-per-resident", "hours-per-outlet-week");
    }
}
