package org.wenheng.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.reference.Catalogues;

class RuleBookTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Pattern FACT = Pattern.compile("\\{([^}]*)}");

    private static List<String> facts(String sentence) {
        Matcher matcher = FACT.matcher(sentence);
        return matcher.results()
                .map(result -> result.group(1).replace("-en", ""))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void bothLanguagesNameTheSameFacts() {
        assertThat(RuleBook.standard().rules())
                .allSatisfy(rule -> assertThat(facts(rule.message().chinese()))
                        .as(rule.code())
                        .isEqualTo(facts(rule.message().english())));
    }

    @Test
    void parameterThatTheCheckDoesNotReadIsRefused() {
        String rule = "HISTORY_OUTLIER: { severity: note, message: { zh: a, en: b }, advice: { zh: a, en: b },"
                + " parameters: { magic: { value: 1, zh: a, en: b } } }";

        assertThatThrownBy(() -> RuleBook.parse("r.yml", rule))
                .hasMessageContaining("r.yml:1 [RULE_PARAMETERS_WRONG]")
                .hasMessageContaining("HISTORY_OUTLIER needs the parameters"
                        + " [constant-factor, count-score, factor, fewest, score, short-factor], found [magic]");
    }

    @Test
    void parameterKeepsItsValueUnderAnotherSeverity() {
        RuleBook rules = RuleBook.standard().with(java.util.Map.of("HISTORY_OUTLIER", "note"));

        assertThat(rules.rule(CellCode.HISTORY_OUTLIER).parameter("score")).isEqualTo(3.5);
    }

    @Test
    void listShowsEveryRuleItsThresholdsAndTheRelationsOfTheCatalogue() {
        List<String> lines = new CheckList(
                        RuleBook.standard(), Catalogues.load(HOME.resolve("ingest/catalogues/us-public-libraries")))
                .lines();

        assertThat(lines)
                .containsAll(
                        RuleBook.standard().rules().stream().map(Rule::code).toList());
        assertThat(lines)
                .contains(
                        "    SUM_NOT_WHOLE  馆员总数(全时当量)(LIBRARIA) + 其他受薪人员(全时当量)(OTHPAID) = 受薪人员总数(全时当量)(TOTSTAFF) ± 0.01")
                .contains("    POSITIVE_WITHOUT_BASIS  到馆人次(VISITS) > 0 → 全部服务点年开放小时(HRS_OPEN) > 0")
                .anyMatch(line -> line.startsWith("    score = 3.5  修正 z 值"));
    }
}
