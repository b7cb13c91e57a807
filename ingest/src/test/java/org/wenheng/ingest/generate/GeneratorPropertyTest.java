package org.wenheng.ingest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

final class GeneratorPropertyTest {
    private static final Path FOLDER = Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues", "jilin");
    private static final Catalogue JILIN = Catalogues.load(FOLDER);
    private static final GenerateSettings SETTINGS = GenerateSettingsReader.read(FOLDER.resolve("generate.yml"), JILIN);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valuesKeepTheRulesOfTheirElements(long seed) {
        Generator generator = new Generator(JILIN, SETTINGS, seed);
        for (Region region : generator.reporters().subList(0, 20)) {
            for (Report report : generator.reports(region, Period.ofMonth(2024, 1), 12)) {
                if (report.planted().isEmpty()) {
                    report.sheets().forEach(GeneratorPropertyTest::checkSheet);
                }
            }
        }
    }

    private static void checkSheet(Sheet sheet) {
        for (SheetRow row : sheet.rows()) {
            Map<String, BigDecimal> values = new HashMap<>();
            for (int i = 0; i < row.given().size(); i++) {
                if (SheetWriter.isNumber(row.given().get(i))) {
                    values.put(
                            sheet.form().elements().get(i),
                            new BigDecimal(row.given().get(i)));
                }
            }
            values.forEach((code, value) -> {
                Element element = Objects.requireNonNull(JILIN.elements().get(code));
                if (element.minimum() != null) {
                    assertThat(value).as(code).isGreaterThanOrEqualTo(element.minimum());
                }
                if (element.maximum() != null) {
                    assertThat(value).as(code).isLessThanOrEqualTo(element.maximum());
                }
                if (element.atMost() != null && values.containsKey(element.atMost())) {
                    assertThat(value)
                            .as("%s of %s", code, row.name())
                            .isLessThanOrEqualTo(values.getOrDefault(element.atMost(), value));
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void monthsAskedForDoNotChangeWhatAMonthHolds(long seed) {
        Generator generator = new Generator(JILIN, SETTINGS, seed);
        Region region = generator.reporters().get(30);

        List<Report> year = generator.reports(region, Period.ofMonth(2024, 1), 12);
        List<Report> june = generator.reports(region, Period.ofMonth(2024, 6), 1);

        assertThat(year.get(5)).isEqualTo(june.get(0));
    }

    @Test
    void formGoesOutWithTheLastMonthOfItsPeriodAndBaseDataWithTheFirst() {
        Form quarterly = JILIN.forms().getOrDefault("library-quarter", anyForm());
        Form base = JILIN.forms().getOrDefault("base-year", anyForm());

        assertThat(Generator.isSentWith(quarterly, Period.ofMonth(2024, 3))).isTrue();
        assertThat(Generator.isSentWith(quarterly, Period.ofMonth(2024, 2))).isFalse();
        assertThat(Generator.isSentWith(base, Period.ofMonth(2024, 1))).isTrue();
        assertThat(Generator.isSentWith(base, Period.ofMonth(2024, 12))).isFalse();
    }

    private static Form anyForm() {
        return JILIN.forms().values().iterator().next();
    }
}
