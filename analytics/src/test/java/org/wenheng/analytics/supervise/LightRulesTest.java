package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.supervise.LightRow.Actor;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

class LightRulesTest {
    private static final LightRules RULES = LightRules.parse("lights.yml", Shipped.text("lights.yml"));
    private static final Period YEAR = Period.ofYear(2025);

    private static LightRow light(String code, Watch watch, Map<String, Double> measures, Map<String, Title> figures) {
        return RULES.lights(YEAR, List.of(Fact.of(watch, "X1", measures, figures)), Map.of()).stream()
                .filter(light -> light.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"59.99, RED", "60, YELLOW", "69.99, YELLOW", "70, GREEN", "100, GREEN", "NaN, NO_DATA"})
    void aScoreIsRedBelowSixtyAndYellowBelowSeventy(double score, Colour colour) {
        assertThat(light("low-score", Watch.SCORE, Map.of("score", score), Map.of())
                        .colour())
                .isEqualTo(colour);
    }

    /** The conditions of lights.yml, each at its limit and just short of it. */
    static Stream<Object[]> limits() {
        return Stream.of(
                of("floor-broken", Watch.FLOOR, Map.of("broken", 1.0, "share", 90.0), Colour.GREEN),
                of("floor-broken", Watch.FLOOR, Map.of("broken", 2.0, "share", 15.0), Colour.YELLOW),
                of("floor-broken", Watch.FLOOR, Map.of("broken", 3.0, "share", 51.0), Colour.RED),
                of("veto", Watch.VETO, Map.of("vetoes", 0.0), Colour.GREEN),
                of("veto", Watch.VETO, Map.of("vetoes", 1.0), Colour.RED),
                of("last-in-group", Watch.PLACE, Map.of("behind", 0.0, "among", 4.0), Colour.GREEN),
                of("last-in-group", Watch.PLACE, Map.of("behind", 0.0, "among", 5.0), Colour.YELLOW),
                of("last-in-group", Watch.PLACE, Map.of("behind", 1.0, "among", 5.0), Colour.GREEN),
                of("score-falling", Watch.SCORE_FALL, Map.of("falls", 2.0, "fallen", 4.9), Colour.GREEN),
                of("score-falling", Watch.SCORE_FALL, Map.of("falls", 2.0, "fallen", 12.0), Colour.YELLOW),
                of("score-falling", Watch.SCORE_FALL, Map.of("falls", 3.0, "fallen", 10.0), Colour.RED),
                of("rank-fall", Watch.RANK_FALL, Map.of("fallen", 9.0, "share", 15.0, "beyond", 0.0), Colour.GREEN),
                of("rank-fall", Watch.RANK_FALL, Map.of("fallen", 9.0, "share", 15.0, "beyond", 1.0), Colour.YELLOW),
                of("spending-behind", Watch.SPENDING, Map.of("behind", 14.9), Colour.GREEN),
                of("spending-behind", Watch.SPENDING, Map.of("behind", 15.0), Colour.YELLOW),
                of("spending-behind", Watch.SPENDING, Map.of("behind", 25.0), Colour.RED),
                of("service-behind", Watch.SERVICE, Map.of("behind-two", 9.0, "behind-three", 9.0), Colour.GREEN),
                of("service-behind", Watch.SERVICE, Map.of("behind-two", 10.0, "behind-three", 0.0), Colour.YELLOW),
                of("service-behind", Watch.SERVICE, Map.of("behind-two", 30.0, "behind-three", 20.0), Colour.RED),
                of("backlog", Watch.BACKLOG, Map.of("open", 0.0, "share", 100.0), Colour.GREEN),
                of("backlog", Watch.BACKLOG, Map.of("open", 3.0, "share", 79.0), Colour.YELLOW),
                of("backlog", Watch.BACKLOG, Map.of("open", 3.0, "share", 59.0), Colour.RED),
                of("reports-missing", Watch.FORMS, Map.of("red", 0.0, "yellow", 1.0, "late", 0.0), Colour.YELLOW),
                of("reports-missing", Watch.FORMS, Map.of("red", 1.0, "yellow", 0.0, "late", 0.0), Colour.RED),
                of("reports-late", Watch.FORMS, Map.of("red", 0.0, "yellow", 0.0, "late", 2.0), Colour.YELLOW),
                of("unusual-values", Watch.CASES, Map.of("highest", 0.74), Colour.GREEN),
                of("unusual-values", Watch.CASES, Map.of("highest", 0.75), Colour.YELLOW),
                of("unusual-values", Watch.CASES, Map.of("highest", 0.9), Colour.RED),
                of("poor-data", Watch.QUALITY, Map.of("quality", 80.0), Colour.GREEN),
                of("poor-data", Watch.QUALITY, Map.of("quality", 79.9), Colour.YELLOW),
                of("poor-data", Watch.QUALITY, Map.of("quality", 59.9), Colour.RED),
                of("duty-overdue", Watch.DUTY, Map.of("overdue", 0.0), Colour.GREEN),
                of("duty-overdue", Watch.DUTY, Map.of("overdue", 1.0), Colour.RED));
    }

    private static Object[] of(String code, Watch watch, Map<String, Double> measures, Colour colour) {
        return new Object[] {code, watch, measures, colour};
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLightIsLitFromItsLimitOn(String code, Watch watch, Map<String, Double> measures, Colour colour) {
        LightRow light = light(code, watch, measures, Map.of());
        assertThat(light.colour()).isEqualTo(colour);
        assertThat(light.acts() == Actor.NOBODY).isEqualTo(colour == Colour.GREEN);
    }

    @Test
    void aLightSaysWhyInBothLanguagesWithTheNumbers() {
        LightRow light = light("low-score", Watch.SCORE, Map.of("score", 57.4), Map.of());
        assertThat(light.reason()).isEqualTo(new Title("得分 57.4,低于 60", "score 57.4, below 60"));
        assertThat(light.advice().chinese()).isNotEmpty();
        assertThat(light.source()).contains("below 60");
    }

    @Test
    void whatNobodyCanBeJudgedInIsSaidOnceWithItsReason() {
        Title why = new Title("方案没有规定底线", "the scheme has no floors");
        assertThat(RULES.lights(YEAR, List.of(), Map.of(Watch.FLOOR, why)))
                .singleElement()
                .satisfies(light -> {
                    assertThat(light.code()).isEqualTo("floor-broken");
                    assertThat(light.colour()).isEqualTo(Colour.NO_DATA);
                    assertThat(light.region()).isEmpty();
                    assertThat(light.reason()).isEqualTo(why);
                });
    }

    @Test
    void aRuleForYearsIsNotLookedAtInAMonth() {
        Fact veto = Fact.of(Watch.VETO, "X1", Map.of("vetoes", 1.0), Map.of());
        assertThat(RULES.lights(Period.ofMonth(2025, 3), List.of(veto), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfFactsDoesNotShowAndWhatIsTakenAwayMakesNothingGreen(long seed) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (Watch watch : Watch.values()) {
            for (int region = 0; region < 20; region++) {
                Map<String, Double> measures = new HashMap<>();
                watch.measures().forEach(name -> measures.put(name, (double) random.nextInt(120)));
                facts.add(Fact.of(watch, "X" + region, measures, Map.of()));
            }
        }
        List<LightRow> lights = RULES.lights(YEAR, facts, Map.of());
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        assertThat(RULES.lights(YEAR, shuffled, Map.of())).isEqualTo(lights);

        Map<String, Colour> before = colours(lights);
        assertThat(before.values()).contains(Colour.RED, Colour.YELLOW, Colour.GREEN);
        List<Fact> poorer = facts.stream()
                .map(fact -> {
                    Map<String, Double> left = new HashMap<>(fact.measures());
                    left.keySet().removeIf(name -> random.nextBoolean());
                    return Fact.of(fact.watch(), fact.region(), left, Map.of());
                })
                .toList();
        Map<String, Colour> after = colours(RULES.lights(YEAR, poorer, Map.of()));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((place, colour) -> {
            if (colour == Colour.GREEN) {
                assertThat(before.get(place)).as(place).isEqualTo(Colour.GREEN);
            }
        });
    }

    private static Map<String, Colour> colours(List<LightRow> lights) {
        Map<String, Colour> colours = new HashMap<>();
        lights.forEach(light -> colours.put(light.code() + " " + light.region(), light.colour()));
        return colours;
    }

    @Test
    void everythingThatIsWrongWithRulesIsSaidAtOnce() {
        String rules = """
                lights:
                  - code: low
                    watch: score
                    title: { zh: 低, en: Low }
                    red: { score: { below: 60, from: 1 } }
                    reason: { zh: "{points}", en: "{score}" }
                    calm: { zh: 好, en: fine }
                    advice: { zh: 做, en: do }
                    acts: region
                    source: P
                  - code: low
                    watch: scores
                    title: { zh: 低, en: Low }
                    reason: { zh: 低, en: low }
                    calm: { zh: 好, en: fine }
                    advice: { zh: 做, en: do }
                    acts: someone
                    source: P
                """;
        assertThatThrownBy(() -> LightRules.parse("lights.yml", rules))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("lights.yml:5 [LIGHT_CONDITION_UNCLEAR]")
                .hasMessageContaining("lights.yml:6 [LIGHT_FIGURE_UNKNOWN] {points} 不是这类事项的数")
                .hasMessageContaining("lights.yml:11 [LIGHT_REPEATED]")
                .hasMessageContaining("unknown word \"scores\" (did you mean \"score\"?)")
                .hasMessageContaining("[LIGHT_NEVER_LIT]")
                .hasMessageContaining("unknown word \"someone\"");
    }
}
