package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.method.Clip;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.Efficacy;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;

/** The words of the methods and of what regions are held against. */
class MethodReaderTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();

    private static Indicator read(String direction, String... lines) {
        String text = SmallWorld.scheme(
                indicator("D1", "D", 1, "year", "A", lines).replace("higher-is-better", direction),
                indicator("E1", "E", 1, "year", "A"));
        return SchemeReader.parse("test.yml", text, CATALOGUE).indicators().get(0);
    }

    /** Every example is worked by the reader: were it wrong, the scheme would be refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "higher-is-better | efficacy | { unacceptable: 6, satisfactory: 12, base: 60, span: 40, below-unacceptable: proportional, clip: [0, 100] } | { value: 3, points: 30 }",
                "lower-is-better | efficacy | { unacceptable: 20, satisfactory: 10, base: 60, span: 40, clip: keep } | { value: 40, points: -20 }",
                "higher-is-better | banded-efficacy | { standards: [12, 9, 6, 3, 1] } | { value: 10.5, points: 90 }",
                "lower-is-better | banded-efficacy | { standards: [1, 3], coefficients: [1, 0.5] } | { value: 2, points: 75 }",
                "higher-is-better | increments | { standard: 90, base: 80, unit: 1, each: 0.5, counting: whole-steps, clip: [60, 100] } | { value: 92.5, points: 81 }",
                "lower-is-better | deduction | { full: 100, each: 5 } | { value: 3, points: 85 }",
                "higher-is-better | goalposts | { posts: [20, 85] } | { value: 52.5, points: 50 }",
                "lower-is-better | goalposts | { posts: [20, 85], range: [0, 10], beyond: keep } | { value: 150, points: -10 }",
                "higher-is-better | goalposts | { posts: [100, 10000], spacing: logarithmic } | { value: 1000, points: 50 }",
                "higher-is-better | min-max | { range: [1, 100] } | { value: 2, among: [1, 3], points: 50.5 }",
                "higher-is-better | z-score | { mean: 50, standard-deviation: 10, clip: [0, 100] } | { value: 3, among: [1, 2, 3], points: 60 }",
                "lower-is-better | rank | { ties: mean } | { value: 2, among: [1, 2, 2, 4], points: 2.5 }",
                "higher-is-better | borda | {} | { value: 4, among: [1, 2, 2, 4], points: 3 }",
                "lower-is-better | percentile-rank | { ties: highest, range: [0, 1] } | { value: 2, among: [1, 2, 2, 4, 5], points: 0.75 }",
                "higher-is-better | distance | { to: best } | { value: 2, among: [1, 5], points: 25 }",
                "higher-is-better | distance | { to: { quantile: 0.5 }, beyond: keep } | { value: 5, among: [1, 2, 5], points: 400 }",
                "lower-is-better | distance | { to: { value: 2 } } | { value: 4, among: [4, 6, 10], points: 75 }",
                "lower-is-better | fraction-of-best | { cap: 100 } | { value: 4, among: [2, 4], points: 50 }"
            })
    void methodIsReadAndItsExampleComesOut(String direction, String method, String parameters, String example) {
        Indicator indicator =
                read(direction, "method: " + method, "parameters: " + parameters, "examples: [" + example + "]");
        assertThat(indicator.method().description().chinese())
                .contains(indicator.direction().nameChinese());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "efficacy | { unacceptable: 0, satisfactory: 2, base: 60, span: 40, below-unacceptable: proportional, clip: keep } | must be above 0 for a proportion",
                "efficacy | { unacceptable: 1, satisfactory: 2, base: 60, span: 40, clip: [100, 0] } | clip must be two rising numbers",
                "efficacy | { unacceptable: 1, satisfactory: 2, base: 60, span: 40, clip: kept } | did you mean \"keep\"?",
                "banded-efficacy | { standards: [12, 9, 6] } | as many as coefficients",
                "banded-efficacy | { standards: [1, 3, 6, 9, 12] } | Standards do not go with direction higher-is-better",
                "banded-efficacy | { standards: [12, 9], coefficients: [0.8, 1] } | Coefficients must fall",
                "increments | { standard: 90, base: 80, unit: 0, each: 0.5, counting: proportional, clip: keep } | unit must be above 0",
                "increments | { standard: 90, base: 80, unit: 1, each: 0.5, clip: keep } | counting is missing",
                "deduction | { full: 100, each: 5 } | Method deduction does not go with direction higher-is-better",
                "goalposts | { posts: [85, 20] } | posts must be two rising numbers",
                "goalposts | { posts: [0, 20], spacing: logarithmic } | needs posts above 0",
                "goalposts | { posts: [20, 85], range: [100, 0] } | range must be two rising numbers",
                "goalposts | { posts: [20, 85], beyond: cut } | expected one of: clip, keep",
                "min-max | { winsorise: [0.9, 0.1] } | two rising numbers between 0 and 1",
                "min-max | { scope: all } | Unknown key \"scope\"",
                "z-score | { mean: 50, standard-deviation: -1, clip: keep } | standard-deviation must be above 0",
                "rank | { ties: average } | expected one of: lowest, mean, highest",
                "borda | { ties: mean } | Unknown key \"ties\"",
                "percentile-rank | {} | ties is missing",
                "distance | { to: worst } | unknown word \"worst\"",
                "distance | { to: { quantile: 0.9, value: 3 } } | to takes best, quantile or value",
                "distance | { to: { quantile: 90 } } | quantile must be 0 to 1",
                "fraction-of-best | { cap: 90 } | The cap must be 100 to 150"
            })
    void parametersThatMakeNoSenseAreRefusedAtTheirLine(String method, String parameters, String message) {
        assertThatThrownBy(() -> read("higher-is-better", "method: " + method, "parameters: " + parameters))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("test.yml:");
    }

    @Test
    void comparingMethodDoesNotGoWithBestRange() {
        assertThatThrownBy(() -> read(
                        "within-range",
                        "method: z-score",
                        "parameters: { mean: 1, standard-deviation: 1, clip: keep }"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("Method z-score does not go with direction within-range");
    }

    @Test
    void exampleOfComparingMethodNeedsItsColumn() {
        assertThatThrownBy(() -> read("higher-is-better", "method: borda", "examples: [{ value: 1, points: 0 }]"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("The example of D1 has no among");
    }

    @Test
    void methodsWithoutThresholdsAreNotScaledWithTheYear() {
        assertThatThrownBy(() -> read("higher-is-better", "method: borda", "scale-target-with-year: true"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no thresholds that could be scaled");
    }

    @Test
    void keptEfficacyHasNoBounds() {
        Efficacy efficacy = (Efficacy) read(
                        "higher-is-better",
                        "method: efficacy",
                        "parameters: { unacceptable: 1, satisfactory: 2, base: 60, span: 40, clip: keep }")
                .method();
        assertThat(efficacy.clip()).isEqualTo(Clip.KEEP);
        assertThat(efficacy.below()).isEqualTo(Efficacy.Below.STRAIGHT_LINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ of: all-regions } | 与全部地区比较",
                "{ of: peer-group, at-least: 5 } | 与同类组比较,有效值不足5个时改与本期全部地区比较",
                "{ of: pooled-periods, periods: 3, at-least: 5 } | 与近3年同期全部地区比较,有效值不足5个时改与本期全部地区比较",
                "{ of: base-period, period: 2024, at-least: 5 } | 与基期2024年同期全部地区比较,有效值不足5个时改与本期全部地区比较",
                "{ of: region, region: X1 } | 与地区X1比较,该地区无值时改与全部地区比较"
            })
    void referenceIsReadAndSaid(String reference, String said) {
        Indicator indicator = read("higher-is-better", "method: min-max", "reference: " + reference);
        assertThat(indicator.rules().reference().description().chinese()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ of: peers, at-least: 5 } | YAML_WORD_UNKNOWN | expected one of: all-regions, peer-group",
                "{ of: all-regions, at-least: 5 } | YAML_KEY_UNKNOWN | Unknown key \"at-least\"",
                "{ of: peer-group } | YAML_VALUE_MISSING | at-least is missing",
                "{ of: peer-group, at-least: 1 } | SCHEME_REFERENCE_INVALID | at-least must be 2 or more but is 1",
                "{ of: pooled-periods, periods: 1, at-least: 5 } | SCHEME_REFERENCE_INVALID | periods must be 2 or more but is 1",
                "{ of: base-period, period: 24, at-least: 5 } | SCHEME_REFERENCE_INVALID | must be a year, such as 2024, but is 24",
                "{ of: region, region: X99 } | SCHEME_REFERENCE_INVALID | The catalogue has no region \"X99\""
            })
    void referenceThatMakesNoSenseIsRefused(String reference, String code, String message) {
        assertThatThrownBy(() -> read("higher-is-better", "method: min-max", "reference: " + reference))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        refused -> assertThat(refused.problems()).hasSize(1))
                .hasMessageContaining(code)
                .hasMessageContaining(message);
    }

    @Test
    void schemeKnowsTheYearsThatItsReferencesLookAt() {
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                indicator(
                        "D1",
                        "D",
                        1,
                        "year",
                        "A",
                        "method: borda",
                        "reference: { of: base-period, period: 2019, at-least: 2 }"),
                indicator(
                        "D2",
                        "D",
                        1,
                        "year",
                        "A",
                        "method: borda",
                        "reference: { of: pooled-periods, periods: 3, at-least: 2 }"),
                indicator("E1", "E", 1, "year", "A"));
        assertThat(scheme.yearsLookedAt(2026).distinct().sorted()).containsExactly(2019, 2024, 2025, 2026);
    }

    @Test
    void methodThatComparesWithNobodyTakesNoReference() {
        assertThatThrownBy(() -> read("higher-is-better", "reference: { of: all-regions }"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("takes no reference");
    }

    @Test
    void schemeHasDefaultReferenceThatAnIndicatorMayReplace() {
        String text = SmallWorld.scheme(
                        indicator("D1", "D", 1, "year", "A", "method: borda"),
                        indicator("D2", "D", 1, "year", "A", "method: borda", "reference: { of: all-regions }"),
                        indicator("E1", "E", 1, "year", "A"))
                .replace("defaults:\n", "defaults:\n  reference: { of: peer-group, at-least: 4 }\n");
        Scheme scheme = SchemeReader.parse("test.yml", text, CATALOGUE);
        assertThat(scheme.indicators())
                .extracting(indicator -> indicator.rules().reference())
                .containsExactly(
                        new ReferenceValues.PeerGroup(4),
                        new ReferenceValues.AllRegions(),
                        new ReferenceValues.PeerGroup(4));
        assertThat(scheme.indicators().get(0).method()).isInstanceOf(ComparingMethod.class);
        assertThat(scheme.nodes().get(2).method().chinese()).endsWith(";与同类组比较,有效值不足4个时改与本期全部地区比较");
        assertThat(scheme.nodes().get(5).method().chinese()).doesNotContain("比较");
    }
}
