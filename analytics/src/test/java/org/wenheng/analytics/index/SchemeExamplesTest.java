package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

class SchemeExamplesTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final String TREE = SmallWorld.scheme(
            indicator("D1", "D", 1, "year", "A"),
            indicator("D2", "D", 3, "month", "FILM / VISIT", "method: min-max", "parameters: { winsorise: [0, 1] }"),
            indicator("E1", "E", 1, "year", "STOCK - previous(A)"));

    /**
     * A year of three counties, worked by hand. D1 weighs 60 × 1/4 = 15, D2 45, E1 40.
     *
     * <ul>
     *   <li>X1: A = 80; films 12 × 1 of visits 4: 3, the most: 100; stock 50 less 30 of the year before = 20;
     *       12 + 45 + 8 = 65, and a prize: 67.
     *   <li>X2: A = 40; visits 0: D2 is not applicable and D1 takes the 60; no stock: E1 is missing; 24 + 0 = 24.
     *   <li>X3: A is 0; films 4 of 4: 1, the fewest: 0; stock 100 less nil; 0 + 0 + 40 = 40.
     * </ul>
     *
     * Then a month of X1, in which films of 2, 2 and 3 are nothing without visits; D2 alone counts.
     */
    private static final String EXAMPLES = """
            examples:
              - title: { zh: 三个县的一年, en: A year of three counties }
                period: 2026
                values:
                  X1: { A: { 2026: 80, 2025: 30 }, FILM: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], VISIT: [1, 1, 1, 1], STOCK: { 2026Q4: 50, 2026Q3: 1, 2026Q2: 1 }, PRIZE: 1 }
                  X2: { A: 40, FILM: [1, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil], VISIT: [0, 0, 0, 0] }
                  X3:
                    A: { 2026: 0, 2025: nil }
                    FILM: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
                    VISIT: [1, 1, 1, 1]
                    STOCK: [100, 100, 100, 100]
                expected:
                  X1: { score: 67.00, grade: 合格, points: { D1: 80, D2: 100, E1: 20, D: 95, E: 20, INDEX: 65, BONUS: 2 } }
                  X2: { score: 24, grade: 不合格, points: { D1: 40, D2: not-applicable, E1: 0, D: 40 } }
                  X3:
                    score: 40
                    points:
                      D2: 0
                      E1: 100
              - title: { zh: 一个县的三月, en: A county in March }
                period: 2026-03
                values:
                  X1: { FILM: [2, 2, 3] }
                expected:
                  X1: { score: 0, points: { D2: 0 } }
            """;

    private static Scheme read(String examples) {
        return SchemeReader.parse("test.yml", TREE + examples, CATALOGUE);
    }

    private static List<Problem> worked(Scheme scheme) {
        Problems problems = new Problems();
        SchemeExamples.check(scheme, CATALOGUE, problems);
        return problems.found();
    }

    @Test
    void examplesWorkedByHandHold() {
        Scheme scheme = read(EXAMPLES);
        assertThat(scheme.examples()).hasSize(2);
        assertThat(scheme.examples().get(0).given()).hasSize(2 + 12 + 4 + 3 + 1 + 1 + 12 + 4 + 2 + 12 + 4 + 4);
        assertThat(worked(scheme)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "score: 67.00 | score: 66.00 | X1: { score | 算例:X1 应得66.00分,实得67.00分 | Example: X1 should score 66.00 but scores 67.00",
                "grade: 合格 | grade: 良好 | X1: { score | 算例:X1 应为良好,实为合格 | Example: X1 should be graded 良好 but is 合格",
                "E1: 100 | E1: 99.9999 | E1: 99.9999 | 算例:X3 的 E1 应得99.9999分,实得100分 | Example: E1 of X3 should earn 99.9999, the scheme gives 100",
                "D2: not-applicable | D2: 0 | X2: { score | 算例:X2 的 D2 应得0分,实得不适用(无分) | Example: D2 of X2 should earn 0, the scheme gives nothing (not applicable)",
                "D1: 40 | D1: not-applicable | X2: { score | 算例:X2 的 D1 应得不适用(无分),实得40分 | Example: D1 of X2 should earn nothing (not applicable), the scheme gives 40",
                "      X1: { score: 0, | ~      Y: { score: 0,~ | Y: { score | 算例:Y 应得0分,实没有得分 | Example: Y should score 0 but scores nothing",
                "      X1: { score: 0, | ~      P: { score: 0,~ | P: { score | 算例:方案不对地区 P 计分 | Example: the scheme does not score region P"
            })
    void exampleThatComesOutOtherwiseIsSaidWithItsLine(
            String right, String wrong, String line, String chinese, String english) {
        assertThat(EXAMPLES).contains(right);
        String examples = EXAMPLES.replace(right, wrong);
        List<Problem> problems = worked(read(examples));
        assertThat(problems)
                .filteredOn(problem -> problem.chinese().equals(chinese))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.english()).isEqualTo(english);
                    assertThat(problem.code()).isEqualTo("SCHEME_EXAMPLE_WRONG");
                    assertThat(problem.where()).isEqualTo("test.yml:" + lineOf(TREE + examples, line));
                });
    }

    /** The line of a piece of text that does not begin its line. */
    private static long lineOf(String text, String piece) {
        return text.substring(0, text.indexOf(piece)).lines().count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "period: 2026-03 | period: 2026-13 | Invalid period",
                "values: | value: | did you mean \"values\"?",
                "X2: { A: 40 | X22: { A: 40 | The catalogue has no region \"X22\" (did you mean \"X2\"?)",
                "VISIT: [0, 0, 0, 0] | VISITS: [0, 0, 0, 0] | There is no element \"VISITS\" (did you mean \"VISIT\"?)",
                "VISIT: [0, 0, 0, 0] | VISIT: [0, 0, 0] | VISIT needs the 4 values from 1 January to 2026 but has 3",
                "VISIT: [0, 0, 0, 0] | VISIT: 0 | VISIT needs the 4 values from 1 January to 2026 but has 1",
                "2026Q4: 50 | 2026-12: 50 | \"2026-12\" is no period of STOCK (quarter)",
                "[1, nil, | [1, nill, | \"nill\" is not a number",
                "grade: 合格 | grade: 及格 | There is no grade \"及格\"",
                "BONUS: 2 | BONUSES: 2 | The scheme has no node \"BONUSES\" (did you mean \"BONUS\"?)",
                "D2: not-applicable | D2: none | \"none\" is not a number"
            })
    void exampleThatCannotBeReadIsRefused(String right, String wrong, String message) {
        assertThat(EXAMPLES).contains(right);
        assertThatThrownBy(() -> read(EXAMPLES.replace(right, wrong)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void exampleOfPeriodWithoutIndicatorsIsRefusedAndNotScored() {
        Scheme scheme = SchemeReader.parse(
                "test.yml",
                SmallWorld.scheme(indicator("D1", "D", 1, "year", "A"), indicator("E1", "E", 1, "year", "B")) + """
                        examples:
                          - title: { zh: 三月, en: March }
                            period: 2026-03
                            expected: { X1: { score: 0 } }
                        """,
                CATALOGUE);
        assertThat(worked(scheme))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("PERIOD_NOT_SCORED"));
    }

    @Test
    void examplesOfJilinHold() {
        Path home = Path.of(System.getProperty("wenheng.home"));
        Catalogue catalogue = Catalogues.load(home.resolve("ingest/catalogues/jilin"));
        Scheme scheme = SchemeReader.read(home.resolve("analytics/schemes/jilin-2026.yml"), catalogue);
        Problems problems = new Problems();
        SchemeExamples.check(scheme, catalogue, problems);
        assertThat(scheme.examples()).isNotEmpty();
        assertThat(problems.found()).isEmpty();
    }
}
