package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;

class SchemeReaderTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final String GOOD = SmallWorld.scheme(
            indicator("D1", "D", 1, "year", "A"),
            indicator("D2", "D", 3, "month", "FILM", "valid-from: 2027"),
            indicator("E1", "E", 1, "year", "A / B * 100"));

    @Test
    void schemeListsItsNodesWithShares() {
        Scheme scheme = SchemeReader.parse("test.yml", GOOD, CATALOGUE);
        assertThat(scheme.nodes())
                .extracting(SchemeNode::code)
                .containsExactly("INDEX", "D", "D1", "D2", "E", "E1", "BONUS", "MINUS", "VETO");
        assertThat(scheme.nodes().get(2).share()).isEqualTo(0.15, within(1e-12));
        assertThat(scheme.nodes().get(3).share()).isEqualTo(0.45, within(1e-12));
        assertThat(scheme.nodes().get(2).method().chinese()).isEqualTo("目标完成率:实际值÷目标值×100,目标值100,越高越好,得分0–100");
        assertThat(scheme.nodes().get(2).direction()).isEqualTo("higher-is-better");
        assertThat(scheme.nodes().get(8).method().chinese()).isEqualTo("一票否决:发生即等次不高于不合格");
        assertThat(scheme.hash()).hasSize(64);
        assertThat(scheme.source()).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "unit-level: county | unit-levle: county | YAML_KEY_UNKNOWN | did you mean \"unit-level\"?",
                "unit-level: county | unit-level: village | SCHEME_RULE_INVALID | No region has level \"village\"",
                "catalogue: small | catalogue: large | SCHEME_CATALOGUE_OTHER | read with \"small\"",
                "direction: higher-is-better | direction: higher-is-beter | YAML_WORD_UNKNOWN | did you mean \"higher-is-better\"?",
                "method: target | method: tarket | YAML_WORD_UNKNOWN | did you mean \"target\"?",
                "target: 100, cap | target: 0, cap | SCHEME_METHOD_INVALID | target must be above 0",
                "dimension: E | dimension: F | SCHEME_PARENT_UNKNOWN | The parent \"F\" of \"E1\" does not exist",
                "code: E1 | code: D1 | SCHEME_CODE_TWICE | Code \"D1\" is used twice",
                "formula: A / B * 100 | formula: A / C * 100 | SCHEME_FORMULA_INVALID | column 5: There is no element \"C\"",
                "formula: A / B * 100 | formula: A / (B * 100 | SCHEME_FORMULA_INVALID | column 13: Expected \")\"",
                "weight: 60, title | weight: 0, title | SCHEME_WEIGHT_INVALID | above 0",
                "code: E, weight: 40, | code: E, parent: E, weight: 40, | SCHEME_TREE_CIRCLE | above itself",
                "own-share: 0.4 | own-share: 0.5 | SCHEME_RULE_INVALID | must sum to 1",
                "weighted-by: POP | weighted-by: POPU | SCHEME_ELEMENT_UNKNOWN | did you mean \"POP\"?",
                "count: 1, grade: 优秀 | count: 1, grade: 优良 | SCHEME_RULE_INVALID | There is no grade \"优良\"",
                "departments: [文化局] | departments: [文物局] | SCHEME_DEPARTMENT_UNKNOWN | did you mean \"文化局\"?",
                "attribute: group | attribute: grup | SCHEME_RULE_INVALID | No region has an attribute \"grup\"",
                "scores: [month, quarter, year] | scores: [month] | SCHEME_INDICATOR_NEVER_COUNTS | never counts",
                "minimum-share-of-parts: 0.75 | minimum-share-of-parts: 1.5 | SCHEME_RULE_INVALID | at most 1",
                "weight: 3.0 | weight: three | YAML_NUMBER_EXPECTED | is not a number"
            })
    void wrongSchemeIsRefusedWithItsPlace(String right, String wrong, String code, String message) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> SchemeReader.parse("test.yml", GOOD.replace(right, wrong), CATALOGUE))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(message)
                .hasMessageContaining("test.yml:");
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        String wrong = GOOD.replace("frequency: month", "frequency: monthly")
                .replace("formula: A\n", "formula: Z\n")
                .replace("from: 90", "from: 70");
        assertThatThrownBy(() -> SchemeReader.parse("test.yml", wrong, CATALOGUE))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        refused -> assertThat(refused.problems()).hasSize(3));
    }

    @Test
    void dimensionWithoutIndicatorIsRefused() {
        assertThatThrownBy(() -> SmallWorld.read(CATALOGUE, indicator("D1", "D", 1, "year", "A")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("There is no indicator below \"E\"");
    }

    @Test
    void exampleThatComesOutWrongIsRefused() {
        String wrong = GOOD.replace(
                "formula: A / B * 100\n", "formula: A / B * 100\n    examples: [{ value: 50, points: 51 }]\n");
        assertThatThrownBy(() -> SchemeReader.parse("test.yml", wrong, CATALOGUE))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("value 50.0 should earn 51.0 points, the method gives 50.0000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method: efficacy | { unacceptable: 4, satisfactory: 4, base: 60, span: 40, clip: [0, 100] } | must differ",
                "method: efficacy | { unacceptable: 4, satisfactory: 2, base: 60, span: 40, clip: [0, 100] } | do not go with direction",
                "method: efficacy | { unacceptable: 1, satisfactory: 2, base: 60, span: 40, clip: [0] } | Expected 2 numbers but found 1",
                "method: linear | { points: [[1, 0], [1, 100]] } | Values must rise",
                "method: linear | { points: [[1, 50], [2, 40]] } | Points do not go with direction",
                "method: linear | { points: [[1, 0]] } | At least 2 pairs",
                "method: step | { steps: [[1, 0], [2, 101]] } | Points must be 0 to 100",
                "method: interval | { best: [1, 2], zero: [0, 3] } | does not go with direction",
                "method: min-max | { winsorise: [0.9, 0.1] } | two rising numbers",
                "method: checklist | { items: [a, b], each: 60, value-counts: points } | at most 100 points"
            })
    void parametersThatMakeNoSenseAreRefused(String method, String parameters, String message) {
        assertThatThrownBy(() -> SmallWorld.read(
                        CATALOGUE,
                        indicator("D1", "D", 1, "year", "A", method, "parameters: " + parameters),
                        indicator("E1", "E", 1, "year", "A")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("SCHEME_METHOD_INVALID")
                .hasMessageContaining(message);
    }
}
