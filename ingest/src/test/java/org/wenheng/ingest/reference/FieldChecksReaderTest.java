package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.submission.FormFiles;

class FieldChecksReaderTest {
    @TempDir
    private Path folder = Path.of(".");

    private FieldChecks read(String text, Problems problems) throws IOException {
        Path file = folder.resolve("checks.yml");
        Files.writeString(file, text);
        return FieldChecksReader.read(file, FormFiles.catalogue().elements(), problems);
    }

    @Test
    void everyKindOfCheckIsRead() throws IOException {
        Problems problems = new Problems();

        FieldChecks checks = read("""
                sums: [{ parts: [BOOKS, NEW_BOOKS], whole: BOOKS, tolerance: 0.5 }]
                limits: [{ parts: [NEW_BOOKS], wholes: [BOOKS] }]
                ratios: [{ of: FEE, per: BOOKS, at-most: 2 }]
                implications: [{ if: VISITS, then: BOOKS }]
                running-totals: [FEE]
                steady: [BOOKS]
                uncompared: [RATE]
                allowed: { RATE: [0, 50] }
                """, problems);

        assertThat(problems.found()).isEmpty();
        assertThat(checks.relations())
                .containsExactly(
                        new Relation.Sum(List.of("BOOKS", "NEW_BOOKS"), "BOOKS", new BigDecimal("0.5")),
                        new Relation.Limit(List.of("NEW_BOOKS"), List.of("BOOKS")),
                        new Relation.Ratio("FEE", "BOOKS", null, BigDecimal.valueOf(2)),
                        new Relation.Implication("VISITS", "BOOKS"));
        assertThat(checks.runningTotals()).containsExactly("FEE");
        assertThat(checks.steady()).containsExactly("BOOKS");
        assertThat(checks.uncompared()).containsExactly("RATE");
        assertThat(checks.allowed()).isEqualTo(Map.of("RATE", List.of(BigDecimal.ZERO, new BigDecimal("50"))));
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsLine() throws IOException {
        Problems problems = new Problems();

        read("""
                sums:
                  - { parts: [BOOKS], whole: FEE, tolerance: -1 }
                limits:
                  - { parts: [BOKS], wholes: [BOOKS] }
                ratios:
                  - { of: FEE, per: BOOKS }
                  - { of: FEE, per: BOOKS, at-least: 3, at-most: 2 }
                stedy: [BOOKS]
                allowed: { MAGIC: [1] }
                """, problems);

        assertThat(problems.found().stream().map(Problem::toString))
                .containsExactlyInAnyOrder(
                        "checks.yml:8 [YAML_KEY_UNKNOWN] 未知的键 \"stedy\" (did you mean \"steady\"?),可用的键: sums, limits, ratios,"
                                + " implications, running-totals, steady, uncompared, allowed / Unknown key \"stedy\" (did you mean"
                                + " \"steady\"?); expected one of: sums, limits, ratios, implications, running-totals, steady,"
                                + " uncompared, allowed",
                        "checks.yml:2 [CHECK_ELEMENTS_TOO_FEW] parts 至少应有 2 个数据元 / parts needs at least 2 element(s)",
                        "checks.yml:2 [CHECK_UNITS_DIFFER] 部分与总量的单位应一致,现有 [册, 万元] / Parts and wholes must have one unit,"
                                + " found [册, 万元]",
                        "checks.yml:2 [CHECK_TOLERANCE_NEGATIVE] tolerance 不能为负 / tolerance must not be negative",
                        "checks.yml:4 [CHECK_ELEMENT_UNKNOWN] 没有数据元 \"BOKS\" (did you mean \"BOOKS\"?) / There is no element"
                                + " \"BOKS\" (did you mean \"BOOKS\"?)",
                        "checks.yml:6 [CHECK_BOUNDS_UNCLEAR] 应有 at-least 或 at-most,且前者不大于后者 / Needs at-least or at-most, the"
                                + " first not above the second",
                        "checks.yml:7 [CHECK_BOUNDS_UNCLEAR] 应有 at-least 或 at-most,且前者不大于后者 / Needs at-least or at-most, the"
                                + " first not above the second",
                        "checks.yml:9 [CHECK_ELEMENT_UNKNOWN] 没有数据元 \"MAGIC\" / There is no element \"MAGIC\"");
    }

    @Test
    void catalogueWithoutTheFileHasNoChecks() {
        assertThat(FieldChecksReader.read(folder.resolve("none.yml"), Map.of(), new Problems()))
                .isEqualTo(FieldChecks.NONE);
        assertThat(FormFiles.catalogue().relations())
                .containsExactly(new Relation.Limit(List.of("NEW_BOOKS"), List.of("BOOKS")));
    }
}
