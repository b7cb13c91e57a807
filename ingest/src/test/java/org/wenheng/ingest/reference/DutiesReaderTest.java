package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;

class DutiesReaderTest {
    private static final String DUTIES = """
            scheme: test
            source: { zh: 文件, en: document }
            duties:
              - code: culture-1
                department: culture
                title: { zh: 甲, en: one }
                source: part 6
                indicators: [A01, A02]
                due: 2026-03-31
                done: true
              - code: culture-2
                department: culture
                title: { zh: 乙, en: two }
                source: part 6
                gap: { zh: 没有, en: none }
            contradictions:
              - code: seat
                title: { zh: 办公室, en: office }
                one: { zh: 此, en: here }
                other: { zh: 彼, en: there }
            """;

    @Test
    void dutiesAreReadInTheirOrderWithIndicatorsOrGap() {
        Problems problems = new Problems();
        Duties duties = DutiesReader.read(YamlFile.parse("duties.yml", DUTIES, problems), Set.of("culture"));
        assertThat(problems.found()).isEmpty();
        assertThat(duties.duties())
                .containsExactly(
                        new Duty(
                                "culture-1",
                                "culture",
                                new Title("甲", "one"),
                                "part 6",
                                List.of("A01", "A02"),
                                Optional.of(LocalDate.of(2026, 3, 31)),
                                true,
                                Optional.empty()),
                        new Duty(
                                "culture-2",
                                "culture",
                                new Title("乙", "two"),
                                "part 6",
                                List.of(),
                                Optional.empty(),
                                false,
                                Optional.of(new Title("没有", "none"))));
        assertThat(duties.contradictions())
                .containsExactly(new Contradiction(
                        "seat", new Title("办公室", "office"), new Title("此", "here"), new Title("彼", "there")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: test | schema: test | YAML_KEY_UNKNOWN | 1",
                "department: culture | department: cultur | DUTY_DEPARTMENT_UNKNOWN | 5",
                "due: 2026-03-31 | due: 2026-02-30 | DUTY_DUE_MALFORMED | 9",
                "code: culture-2 | code: culture-1 | DUTY_CODE_INVALID | 11",
                "code: culture-2 | code: Culture 2 | DUTY_CODE_INVALID | 11",
                "code: seat | code: Seat | DUTY_CODE_INVALID | 17",
                "indicators: [A01, A02] | indicators: [] | DUTY_WITHOUT_INDICATOR_OR_GAP | 4",
                "gap: { zh: 没有, en: none } | gap: { zh: 没有 } | YAML_VALUE_MISSING | 15",
                "one: { zh: 此, en: here } | on: { zh: 此, en: here } | YAML_KEY_UNKNOWN | 19",
                "title: { zh: 乙, en: two } | title: 乙 | YAML_MAPPING_EXPECTED | 13"
            })
    void whatIsWrongIsSaidAtItsLine(String right, String wrong, String code, int line) {
        assertThat(DUTIES).contains(right);
        assertThat(problems(DUTIES.replace(right, wrong)))
                .extracting(Problem::code, Problem::where)
                .contains(tuple(code, "duties.yml:" + line));
    }

    @Test
    void everythingIsSaidAtOnceAndTheDepartmentAsItWasGiven() {
        List<Problem> problems = problems(DUTIES.replace("department: culture", "department: sports")
                .replace("gap: { zh: 没有, en: none }", "indicators: []"));
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "DUTY_DEPARTMENT_UNKNOWN", "DUTY_DEPARTMENT_UNKNOWN", "DUTY_WITHOUT_INDICATOR_OR_GAP");
        assertThat(problems.get(0).chinese()).isEqualTo("departments.csv 里没有 \"sports\"");
        assertThat(problems.get(0).english()).isEqualTo("departments.csv has no \"sports\"");
    }

    private static List<Problem> problems(String text) {
        Problems problems = new Problems();
        DutiesReader.read(YamlFile.parse("duties.yml", text, problems), Set.of("culture"));
        return problems.found();
    }
}
