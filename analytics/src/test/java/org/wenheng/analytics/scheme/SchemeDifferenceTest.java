package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Indicator.Rules;
import org.wenheng.analytics.scheme.SchemeChange.Group;
import org.wenheng.analytics.scheme.ScoringRules.Adjustment;
import org.wenheng.analytics.scheme.ScoringRules.Adjustments;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;

class SchemeDifferenceTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final String BEFORE = SmallWorld.scheme(
            indicator("D1", "D", 1, "year", "A / B * 100", "examples: [{ value: 50, points: 50 }]"),
            indicator("D2", "D", 3, "month", "FILM", "valid-from: 2020", "target: 100"),
            indicator("E1", "E", 1, "year", "A"));

    private static Scheme read(String text) {
        return SchemeReader.parse("test.yml", text, CATALOGUE);
    }

    /** The sign ⏎ stands for a new line. */
    private static SchemeDifference change(String from, String to) {
        assertThat(BEFORE).contains(from);
        return SchemeDifference.between(read(BEFORE), read(BEFORE.replace(from, to.replace("⏎", "\n"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "valid-from: 2020 | valid-from: 2021 | METHODS | D2 指标D2,起用年份:2020 → 2021 | D2 Indicator D2, valid from: 2020 → 2021",
                "frequency: month | frequency: quarter | METHODS | D2 指标D2,频率:月 → 季 | D2 Indicator D2, frequency: month → quarter",
                "formula: FILM | formula: mean(FILM, 12) | FORMULAS | D2 指标D2,公式:FILM → mean(FILM, 12) | D2 Indicator D2, formula: FILM → mean(FILM, 12)",
                "from: 90 | from: 85 | GRADES | 等次:优秀≥90、良好≥80、合格≥60、不合格≥0 → 优秀≥85、良好≥80、合格≥60、不合格≥0 | grades: Excellent≥90, Good≥80, Pass≥60, Fail≥0 → Excellent≥85, Good≥80, Pass≥60, Fail≥0",
                "below: 60 | below: 50 | GRADES | 底线:低于60分:1项不得评优秀、2项不得评良好(年) → 低于50分:1项不得评优秀、2项不得评良好(年) | floors: below 60: 1 block Excellent, 2 block Good (year) → below 50: 1 block Excellent, 2 block Good (year)",
                "peer-groups: { attribute: group } | peer-groups: { element: POP, bands: [{ title: small, from: 0 }] } | COMPARISON | 分组:按属性 group → 按 POP 分档:small≥0 | peer groups: by attribute group → by POP: small≥0",
                "basis: management, managed-by: managed-by | basis: code | COMPARISON | 上级地区:市(city):60%下辖、40%本级,按 POP 加权,按管理关系 (managed-by) → 市(city):60%下辖、40%本级,按 POP 加权,按行政区划 | regions above the units: 市 (city): 60% units, 40% own level, weighted by POP, by management (managed-by) → 市 (city): 60% units, 40% own level, weighted by POP, by code",
                "bonus: { at-most: 5 | bonus: { at-most: 4 | ADJUSTMENTS | 上限:加分至多5、扣分至多5 → 加分至多4、扣分至多5 | caps: bonus at most 5, deduction at most 5 → bonus at most 4, deduction at most 5",
                "element: BLAME, points-each: 2 | element: BLAME, points-each: 1 | ADJUSTMENTS | MINUS 批评,每项分值:2 → 1 | MINUS Blame, points of a case: 2 → 1",
                "grade: 不合格, items | grade: 合格, items | ADJUSTMENTS | 否决后的等次:不合格 → 合格 | grade after a veto: Fail → Pass",
                "decimals: 2 | decimals: 1 | SCHEME | 公布小数位:2 → 1 | decimals: 2 → 1",
                "minimum-share-of-parts: 0.75 | minimum-share-of-parts: 0.5 | METHODS | 较长的期至少应有的份额:0.75 → 0.5 | least share of the parts of a longer period: 0.75 → 0.5",
                "minimum-share-of-parts: 0.75 | minimum-share-of-parts: 0.75⏎  missing-indicator: left-out | METHODS | 缺报的指标:计0分 → 不计,权重由同组指标分担 | missing indicator: 0 points → left out, its weight goes to its siblings",
                "floors: { below | quota: { grade: 优秀, at-most: 0.3, of: peer-group, ties: [D] }⏎floors: { below | GRADES | 最高等次的名额:(无) → 各同类组的30%,同分依次比较:D | quota of the best grade: (none) → 30% of each peer group, ties by D",
                "zh: 甲, en: D } | zh: 甲, en: D }, aggregation: minimum | METHODS | D 甲,汇总:加权算术平均 → 最小值 | D D, combination: Weighted arithmetic mean → Minimum",
                "valid-from: 2020 | valid-from: 2020⏎    valid-to: 2030 | METHODS | D2 指标D2,止用年份:一直 → 2030 | D2 Indicator D2, valid to: always → 2030",
                "valid-from: 2020 | valid-from: 2020⏎    imputation: median | METHODS | D2 指标D2,补值与离群值:不填补;不处理 → 以本指标全部地区的中位数填补;不处理 | D2 Indicator D2, filling in and outliers: Not imputed; Not treated → Filled in with the median of all regions; Not treated",
                "scores: [month, quarter, year] | scores: [quarter, year] | SCHEME | 计分的期:月、季、年 → 季、年 | periods scored: month, quarter, year → quarter, year"
            })
    void changeThatCanMoveNumbersIsMarked(String from, String to, Group group, String chinese, String english) {
        SchemeDifference difference = change(from, to);
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.group()).isEqualTo(group);
            assertThat(change.movesNumbers()).isTrue();
            assertThat(change.sentence().chinese()).isEqualTo(chinese);
            assertThat(change.sentence().english()).isEqualTo(english);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "zh: 指标D2 | zh: 电影 | NODES | D2 指标D2,改名:指标D2 → 电影",
                "zh: 甲, | zh: 丙, | NODES | D 甲,改名:甲 → 丙",
                "code: D2 | code: D3 | NODES | 指标D2,换了代码,以往结果仍在原代码下:D2 → D3",
                "weight: 1.0 | weight: 1.00 | TEXTS | 只有注释、说明(note)、顺序或排版不同",
                "formula: A / B * 100 | formula: (A ÷ B) × 100 | TEXTS | D1 指标D1,公式写法,意思不变:A / B * 100 → (A ÷ B) × 100",
                "~    target: 100~ | ~    target: 95~ | TARGETS | D2 指标D2,目标值:100 → 95",
                "value: 50, points: 50 | value: 40, points: 40 | EXAMPLES | D1 指标D1,算例:50得50分 → 40得40分",
                "zh: 优秀, en: Excellent | zh: 优秀, en: Outstanding | GRADES | 等次改名:优秀≥90、良好≥80、合格≥60、不合格≥0 → 优秀≥90、良好≥80、合格≥60、不合格≥0",
                "2026.1 | 2026.2 | SCHEME | 版本:2026.1 → 2026.2",
                "valid-from: 2026 | valid-from: 2025 | SCHEME | 施行年份:2026 → 2025",
                "zh: 表彰, en: Prize | zh: 奖励, en: Prize | ADJUSTMENTS | BONUS 表彰,改名:表彰 → 奖励"
            })
    void changeOfTextMovesNothing(String from, String to, Group group, String chinese) {
        SchemeDifference difference = change(from, to);
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.group()).isEqualTo(group);
            assertThat(change.movesNumbers()).isFalse();
            assertThat(change.sentence().chinese()).isEqualTo(chinese);
        });
        assertThat(scores(read(BEFORE.replace(from, to)))).isEqualTo(scores(read(BEFORE)));
    }

    /** Every region's score, grade by points and rank in a year of made-up values. */
    private static List<String> scores(Scheme scheme) {
        SplittableRandom random = new SplittableRandom(5);
        Period year = Period.ofYear(2026);
        ElementPanel.Builder panel = ElementPanel.builder();
        CATALOGUE.regions().keySet().forEach(region -> {
            for (Element element : CATALOGUE.elements().values()) {
                year.parts(element.frequency())
                        .forEach(part -> panel.put(region, part, element.code(), random.nextInt(1, 100)));
            }
        });
        return new Engine(scheme, CATALOGUE)
                .score(panel.build(), year).results().stream()
                        .map(SchemeDifferenceTest::written)
                        .toList();
    }

    private static String written(RegionResult result) {
        return "%s %s %s %s".formatted(result.region(), result.kind(), result.exact(), result.rank());
    }

    @Test
    void weightsAreToldAsSharesOfTheWhole() {
        assertThat(change("weight: 3.0", "weight: 1.0").changes())
                .extracting(SchemeChange::toString)
                .containsExactly(
                        "! D1 指标D1,权重:15% → 30% / D1 Indicator D1, weight: 15% → 30%",
                        "! D2 指标D2,权重:45% → 30% / D2 Indicator D2, weight: 45% → 30%");
    }

    @Test
    void weightsThatSayTheSameMoveNothing() {
        String smaller = BEFORE.replace("weight: 60", "weight: 6").replace("weight: 40", "weight: 4");
        assertThat(SchemeDifference.between(read(BEFORE), read(smaller)).changes())
                .extracting(SchemeChange::toString)
                .containsExactly(
                        "· D 甲,权重写法,占总分不变:60 → 6 / D D, weight as written, its share is the same: 60 → 6",
                        "· E 乙,权重写法,占总分不变:40 → 4 / E E, weight as written, its share is the same: 40 → 4");
    }

    @Test
    void indicatorsComeAndGoWithTheirShares() {
        String more = BEFORE + indicator("E2", "E", 3, "year", "B");
        assertThat(SchemeDifference.between(read(BEFORE), read(more)).changes())
                .extracting(SchemeChange::toString)
                .containsExactly(
                        "! 新增指标 E2 指标E2(占总分30%) / indicator added E2 Indicator E2 (30% of the whole)",
                        "! E1 指标E1,权重:40% → 10% / E1 Indicator E1, weight: 40% → 10%");
        assertThat(SchemeDifference.between(read(more), read(BEFORE)).changes())
                .extracting(SchemeChange::toString)
                .contains("! 删除指标 E2 指标E2(占总分30%) / indicator removed E2 Indicator E2 (30% of the whole)");
    }

    @Test
    void targetsOfSomeRegionsMoveNumbersAndTheirSourcesDoNot() {
        String target =
                "    valid-from: 2020\n    regional-targets: [{ regions: [X1], parameters: { target: 50, cap: 100 },"
                        + " target: 50, target-source: here }]\n";
        String with = BEFORE.replace("    valid-from: 2020\n", target);
        assertThat(SchemeDifference.between(read(with), read(with.replace("target: 50, cap", "target: 40, cap")))
                        .changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.movesNumbers()).isTrue();
                    assertThat(change.sentence().chinese()).startsWith("D2 指标D2,分地区的标准:X1:目标完成率");
                });
        assertThat(SchemeDifference.between(
                                read(with), read(with.replace("target-source: here", "target-source: there")))
                        .changes())
                .extracting(SchemeChange::toString)
                .containsExactly("· D2 指标D2,分地区的目标与出处:50 here → 50 there"
                        + " / D2 Indicator D2, targets of some regions and their sources: 50 here → 50 there");
    }

    @Test
    void methodsAreToldWithTheirParameters() {
        String other = BEFORE.replace(
                "method: target\n    parameters: { target: 100, cap: 100 }\n    nature: expected\n    examples",
                "method: step\n    parameters: { steps: [[50, 50]] }\n    nature: binding\n    examples");
        assertThat(SchemeDifference.between(read(BEFORE), read(other)).changes())
                .extracting(SchemeChange::toString)
                .containsExactly(
                        "! D1 指标D1,性质:预期性 → 约束性 / D1 Indicator D1, nature: expected → binding",
                        "! D1 指标D1,方法:目标完成率:实际值÷目标值×100,目标值100,越高越好,得分0–100 → 分档计分:≥50得50分,其余0分,越高越好,得分0–50"
                                + " / D1 Indicator D1, method: Share of target: value / target x 100, target 100, higher is better, points 0–100"
                                + " → Steps: at least 50 earns 50, otherwise 0, higher is better, points 0–50");
    }

    @Test
    void examplesOfTheSchemeAreToldByTheirTitle() {
        String with = BEFORE + """
                examples:
                  - { title: { zh: 一年, en: A year }, period: 2026, values: { X1: { A: 1 } }, expected: { X1: { score: 40.2 } } }
                """;
        assertThat(SchemeDifference.between(read(BEFORE), read(with)).changes())
                .extracting(SchemeChange::toString)
                .containsExactly("· 新增方案算例:一年 / example added: A year");
        assertThat(SchemeDifference.between(read(with), read("\n" + with.replace("40.2", "41")))
                        .changes())
                .extracting(SchemeChange::toString)
                .containsExactly("· 改动方案算例:一年 / example changed: A year");
        assertThat(SchemeDifference.between(read(with), read("\n" + with)).changes())
                .extracting(change -> change.sentence().chinese())
                .containsExactly("只有注释、说明(note)、顺序或排版不同");
    }

    @Test
    void whatMovesNumbersStandsFirstAndAsksForNewVersion() {
        SchemeDifference difference = SchemeDifference.between(
                read(BEFORE), read(BEFORE.replace("from: 90", "from: 85").replace("zh: 甲", "zh: 丙")));
        assertThat(difference.lines())
                .containsExactly(
                        "test 2026.1 → test 2026.1",
                        "可能改变公布数字的改动:1 / Changes that can move published numbers: 1",
                        "  等次与底线 / Grades and floors",
                        "    ! 等次:优秀≥90、良好≥80、合格≥60、不合格≥0 → 优秀≥85、良好≥80、合格≥60、不合格≥0"
                                + " / grades: Excellent≥90, Good≥80, Pass≥60, Fail≥0 → Excellent≥85, Good≥80, Pass≥60, Fail≥0",
                        "不影响数字的改动:1 / Changes that move no number: 1",
                        "  指标与维度的增减、改名、改属 / Indicators and dimensions added, removed, renamed, moved",
                        "    · D 甲,改名:甲 → 丙 / D D, renamed: D → D",
                        "注意:数字可能改变而版本号未变;发布过的版本不能改,请换版本号"
                                + " / Numbers can move and the version is the same: a published version cannot be changed, give it a new one");
    }

    @Test
    void sameSchemesHaveNoDifference() {
        SchemeDifference difference = SchemeDifference.between(read(BEFORE), read(BEFORE));
        assertThat(difference.isNone()).isTrue();
        assertThat(difference.lines()).containsExactly("test 2026.1 → test 2026.1", "没有差别 / No difference");
    }

    /** The components of the records that the tree and the examples are compared with, beside those in the tables. */
    static Stream<Arguments> records() {
        return Stream.of(
                known(
                        Scheme.class,
                        SchemeDifference.SCHEME,
                        "rules",
                        "dimensions",
                        "indicators",
                        "examples",
                        "source",
                        "hash"),
                known(Dimension.class, NodeDifference.DIMENSION, "code", "weight"),
                known(Indicator.class, NodeDifference.INDICATOR, "code", "weight", "formulaText", "rules"),
                known(Rules.class, NodeDifference.RULES),
                known(ScoringRules.class, RulesDifference.RULES, "adjustments"),
                known(Adjustments.class, RulesDifference.ADJUSTMENTS, "items"),
                known(Adjustment.class, RulesDifference.ADJUSTMENT, "code"));
    }

    private static <T> Arguments known(Class<?> type, List<DifferingPart<T>> parts, String... others) {
        Set<String> names = new TreeSet<>(List.of(others));
        parts.forEach(part -> names.add(part.component()));
        return Arguments.of(type, names);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyComponentOfSchemeIsCompared(Class<?> type, Set<String> names) {
        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .as("components of %s that the difference of schemes tells", type.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(names);
    }
}
