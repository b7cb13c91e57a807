package org.wenheng.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

class FundingReaderTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));

    private static final String PLAN = """
            scheme: test
            title: { zh: 经费, en: Funding }
            population: { element: POP, basis: { zh: 常住, en: resident }, year: same }
            measures:
              - { code: head, title: { zh: 人均, en: per head }, amount: [YEARLY], per: population, source: test }
              - { code: share, title: { zh: 占比, en: share }, amount: [MONTHLY], share-of: [YEARLY], source: test }
            progress:
              - { code: spending, title: { zh: 进度, en: progress }, spent: [SPENT], budget: [BUDGET], schedule: { quarters: [20, 50, 75, 95] }, source: test }
            matching:
              - code: norm
                title: { zh: 定额, en: norm }
                whole: [{ element: HALLS, each: 5万元 }, { element: YEARLY }]
                levels:
                  - { code: central, title: { zh: 中央, en: central }, share: 60 }
                  - { code: local, title: { zh: 地方, en: local }, share: 40, paid: [PAID] }
                elsewhere: [{ within: [Y], shares: { central: 80, local: 20 }, source: test }]
                source: test
            unit-costs:
              - { code: visit, title: { zh: 每人次, en: per visit }, amount: [YEARLY], output: [VISITS], source: test }
            efficiency:
              title: { zh: 效率, en: efficiency }
              orientation: output
              returns: variable
              inputs: [{ title: { zh: 钱, en: money }, elements: [YEARLY] }]
              outputs: [{ title: { zh: 人次, en: visits }, elements: [VISITS] }]
              source: test
            reward:
              title: { zh: 奖励, en: reward }
              grades:
                - { grade: 优秀, amount: 60万元 }
                - { grade: 良好, amount: 40万元 }
                - { grade: 合格, amount: 20万元 }
                - { grade: 不合格, amount: none }
              improvement: { points: 3, amount: 10万元, least-covered: 0.9 }
              population: [{ from: 0, factor: 0.8 }, { from: 200000, factor: 1 }]
              limits: { floor: 10万元, ceiling: 80万元 }
              veto: nothing
              source: test
            """;

    @Test
    void everyPartOfAPlanIsRead() {
        FundingPlan plan = read(PLAN);
        assertThat(plan.measures().get(0).unit()).isEqualTo("元/人");
        assertThat(plan.measures().get(1).per()).isEqualTo(RatioRule.Per.MONEY);
        assertThat(plan.progress().get(0).schedule().due(6)).isEqualByComparingTo("50");
        MatchingRule matching = plan.matching().get(0);
        assertThat(matching.whole().get(0).each()).isEqualByComparingTo("50000");
        assertThat(matching.whole().get(1).each()).isNull();
        assertThat(matching.elsewhere().get(0).shares()).containsExactly(new BigDecimal("80"), new BigDecimal("20"));
        assertThat(plan.costs().get(0).unit()).isEqualTo("元/人次");
        RewardRule reward = plan.reward().orElseThrow();
        assertThat(reward.grades().get(0).fen()).contains(60_000_000L);
        assertThat(reward.grades().get(0).clause()).isEqualTo("plan.yml:30");
        assertThat(reward.grades().get(3).fen()).isEmpty();
        assertThat(reward.limits()).isEqualTo(new RewardRule.Limits(10_000_000, 80_000_000, "plan.yml:36"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: test | scheme: other | FUNDING_SCHEME_OTHER | 1",
                "element: POP | element: POPS | FUNDING_ELEMENT_UNKNOWN | 3",
                "year: same | year: next | YAML_WORD_UNKNOWN | 3",
                "code: share | code: head | FUNDING_CODE_INVALID | 6",
                "code: share | code: A B | FUNDING_CODE_INVALID | 6",
                "share-of: [YEARLY] | share-of: [VISITS] | FUNDING_NOT_MONEY | 6",
                "spent: [SPENT] | spent: [YEARLY] | FUNDING_PROGRESS_YEARLY | 8",
                "[20, 50, 75, 95] | [20, 50, 75] | FUNDING_SCHEDULE_INVALID | 8",
                "[20, 50, 75, 95] | [20, 50, 40, 95] | FUNDING_SCHEDULE_INVALID | 8",
                "[20, 50, 75, 95] | [20, 50, 75, 195] | FUNDING_NUMBER_OUT_OF_RANGE | 8",
                "schedule: { quarters: [20, 50, 75, 95] } | schedule: even | FUNDING_SCHEDULE_INVALID | 8",
                "each: 5万元 | each: 5 | FUNDING_AMOUNT_INVALID | 12",
                "{ element: YEARLY } | { element: HALLS } | FUNDING_NOT_MONEY | 12",
                "share: 40 | share: 30 | FUNDING_SHARES_NOT_100 | 13",
                "share: 40, | due: [YEARLY], | FUNDING_DUE_UNCLEAR | 15",
                "within: [Y] | within: [Z] | FUNDING_REGION_UNKNOWN | 16",
                "local: 20 | local: 10 | FUNDING_SHARES_NOT_100 | 16",
                "local: 20 | locl: 20 | YAML_KEY_UNKNOWN | 16",
                "grade: 良好 | grade: 中等 | FUNDING_GRADES_DIFFER | 29",
                "amount: 40万元 | amount: 70万元 | FUNDING_AMOUNTS_RISE | 31",
                "amount: 40万元 | amount: 40 | FUNDING_AMOUNT_INVALID | 31",
                "from: 0, | from: 10, | FUNDING_BANDS_INVALID | 35",
                "from: 200000 | from: 0 | FUNDING_BANDS_INVALID | 35",
                "floor: 10万元 | floor: 90万元 | FUNDING_LIMITS_CROSSED | 36",
                "least-covered: 0.9 | least-covered: 90 | FUNDING_NUMBER_OUT_OF_RANGE | 34",
                "veto: nothing | veto: half | FUNDING_VETO_INVALID | 37"
            })
    void whatIsWrongIsSaidAtItsLine(String right, String wrong, String code, int line) {
        assertThat(PLAN).contains(right);
        assertThat(problems(PLAN.replace(right, wrong)))
                .extracting(Problem::code, Problem::where)
                .contains(org.assertj.core.groups.Tuple.tuple(code, "plan.yml:" + line));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceInBothLanguages() {
        List<Problem> problems = problems(PLAN.replace("amount: [YEARLY], output", "amount: [YEARLX], output")
                .replace("veto: nothing", "veto: half")
                .replace("code: visit", "cod: visit"));
        assertThat(problems)
                .extracting(Problem::code)
                .contains("FUNDING_ELEMENT_UNKNOWN", "FUNDING_VETO_INVALID", "YAML_KEY_UNKNOWN", "YAML_VALUE_MISSING");
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("FUNDING_ELEMENT_UNKNOWN"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.chinese()).contains("目录里没有数据元 \"YEARLX\"");
                    assertThat(problem.english()).contains("did you mean \"YEARLY\"?");
                });
    }

    @Test
    void thePlanThatIsDeliveredFitsItsCatalogueAndScheme() throws IOException {
        Catalogue jilin = Catalogues.load(HOME.resolve("ingest/catalogues/jilin"));
        Scheme scheme = SchemeReader.read(HOME.resolve("analytics/schemes/jilin-2026.yml"), jilin);
        FundingPlan plan = FundingReader.parse(
                "jilin-2026.yml",
                Files.readString(HOME.resolve("analytics/funding/jilin-2026.yml")),
                scheme.code(),
                scheme.rules().grades().stream().map(grade -> grade.title()).toList(),
                jilin);
        assertThat(plan.measures()).hasSize(6);
        assertThat(plan.reward().orElseThrow().improvement())
                .map(RewardRule.Improvement::fen)
                .contains(10_000_000L);
        assertThat(plan.efficiency()).map(EfficiencyRule::returns).contains(Returns.VARIABLE);
    }

    private static FundingPlan read(String text) {
        return FundingReader.parse("plan.yml", text, "test", SmallTown.GRADES, SmallTown.CATALOGUE);
    }

    private static List<Problem> problems(String text) {
        return Optional.ofNullable(catchThrowableOfType(InputRefusedException.class, () -> read(text)))
                .map(InputRefusedException::problems)
                .orElse(List.of());
    }
}
