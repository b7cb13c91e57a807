package org.wenheng.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 亿元, 万元, 10000",
        "1, 元, 万元, 0.0001",
        "2.5, 千册, 册, 2500",
        "3, 万人次, 人次, 30000",
        "0.5, 万平方米, 平方米, 5000",
        "1000, square foot, 平方米, 92.90304",
        "7, 点次, 点次, 7",
        "1, 册（件）, 册, 1"
    })
    void convertsExactly(BigDecimal value, String from, String to, BigDecimal converted) {
        assertThat(Units.standard().convert(value, from, to).orElseThrow()).isEqualByComparingTo(converted);
    }

    @Test
    void doesNotConvertWhatMeasuresSomethingElse() {
        assertThat(Units.standard().convert(BigDecimal.ONE, "人", "人次")).isEmpty();
        assertThat(Units.standard().convert(BigDecimal.ONE, "块", "元")).isEmpty();
    }

    @Test
    void unitStandsInOneGroupOnly() {
        assertThatThrownBy(() -> Units.parse("u.yml", "a: { x: 1 }\nb: { X: 2 }\n"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("u.yml:2 [UNIT_REPEATED]");
    }

    @Test
    void ruleBookNamesMissingAndUnknownRules() {
        assertThatThrownBy(() -> RuleBook.parse(
                        "r.yml", "MAGIC: { severity: note, message: { zh: a, en: b }, advice: { zh: a, en: b } }"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("unknown rules: [MAGIC]")
                .hasMessageContaining("REGION_UNKNOWN");
    }

    @Test
    void sourceMayNeedAnotherSeverity() {
        RuleBook rules = RuleBook.standard().with(Map.of("VALUE_NOT_WHOLE", "explain"));

        assertThat(rules.rule(CellCode.VALUE_NOT_WHOLE).severity()).isEqualTo(Severity.EXPLAIN);
        assertThatThrownBy(() -> RuleBook.standard().with(Map.of("VALUE_NOT_WHOLE", "ignore")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("Unknown rule \"VALUE_NOT_WHOLE\" or severity \"ignore\"");
    }
}
