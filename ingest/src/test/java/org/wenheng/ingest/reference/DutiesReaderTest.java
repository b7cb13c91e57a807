package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;

class DutiesReaderTest {
    @Test
    void aDutyMayHaveADayByWhichItIsDueAndThatMustBeOne() {
        Problems problems = new Problems();
        Duties duties = DutiesReader.read(
                YamlFile.parse("duties.yml", """
                        scheme: test
                        source: { zh: 文件, en: Document }
                        duties:
                          - { code: a-1, department: a, title: { zh: 甲, en: A }, source: art. 1, indicators: [I], due: 2026-03-31 }
                          - { code: a-2, department: a, title: { zh: 乙, en: B }, source: art. 2, indicators: [I], due: 2026-03-31, done: true }
                          - { code: a-3, department: a, title: { zh: 丙, en: C }, source: art. 3, indicators: [I], due: March }
                        contradictions: []
                        """, problems), List.of("a"));
        assertThat(duties.duties().get(0).due()).contains(LocalDate.of(2026, 3, 31));
        assertThat(duties.duties().get(0).done()).isFalse();
        assertThat(duties.duties().get(1).done()).isTrue();
        assertThat(problems.found())
                .extracting(Problem::where, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("duties.yml:6", "DUTY_DUE_MALFORMED"));
    }
}
