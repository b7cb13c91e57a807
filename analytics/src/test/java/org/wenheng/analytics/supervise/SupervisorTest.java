package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.supervise.CaseFinder.Related;
import org.wenheng.analytics.supervise.SupervisedField.Progress;
import org.wenheng.analytics.supervise.Supervisor.Circumstances;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Duties;
import org.wenheng.ingest.reference.Duty;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

class SupervisorTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(6);
    private static final Scheme SCHEME = SmallWorld.read(
            CATALOGUE,
            SmallWorld.indicator("D1", "D", 1, "month", "FILM"),
            SmallWorld.indicator("E1", "E", 1, "month", "HOURS"));
    private static final Period TESTED = Period.ofMonth(2026, 12);
    private static final SupervisionRules RULES = new SupervisionRules(
            Shipped.settings(),
            LightRules.parse("lights.yml", Shipped.text("lights.yml")),
            org.wenheng.ingest.due.LightRules.NONE,
            new SupervisedField(
                    Optional.of("POP"),
                    List.of(new Related("FILM", "HOURS")),
                    List.of(new Progress(
                            "films", new Title("电影", "Films"), Watch.SERVICE, "FILM", Optional.empty(), List.of())),
                    List.of()),
            new Duties(
                    "test",
                    new Title("文件", "Document"),
                    List.of(duty("dated", Optional.of(LocalDate.parse("2026-11-30"))), duty("open", Optional.empty())),
                    List.of()));

    private static Duty duty(String code, Optional<LocalDate> due) {
        return new Duty(
                code, "culture", new Title("职责", "Duty"), "art. 1", List.of("D1"), due, false, Optional.empty());
    }

    /** Two years of films and hours; X1 triples in October and December. */
    private static List<Value> values() {
        Random random = new Random(5);
        List<Value> values = new ArrayList<>();
        for (int region = 1; region <= 6; region++) {
            values.add(new Value("X" + region, Period.ofYear(2026), "POP", 1000 * region));
            for (Period period = Period.ofMonth(2025, 1); period.year() < 2027; period = period.next()) {
                boolean tripled =
                        region == 1 && period.year() == 2026 && (period.index() == 10 || period.index() == 12);
                double films = 20 + 5 * period.index() % 12 + random.nextInt(4);
                values.add(new Value("X" + region, period, "FILM", tripled ? 3 * films : films));
                values.add(new Value("X" + region, period, "HOURS", 40 + random.nextInt(9)));
            }
        }
        return values;
    }

    private record Value(String region, Period period, String element, double value) {}

    private static Supervision supervised(List<Value> values, long seed) {
        ElementPanel.Builder builder = ElementPanel.builder();
        values.forEach(one -> builder.put(one.region(), one.period(), one.element(), one.value()));
        ElementPanel panel = builder.build();
        Supervisor supervisor = new Supervisor(SCHEME, CATALOGUE, RULES);
        return supervisor.supervise(
                new Engine(SCHEME, CATALOGUE).score(panel, TESTED),
                supervisor.earlier(panel, 2025),
                new Circumstances(
                        List.of(),
                        Optional.of(new Title("没有催报规则", "no rules for reports")),
                        Map.of(),
                        LocalDate.parse("2026-12-31"),
                        seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderInWhichValuesComeDoesNotShow(long seed) {
        List<Value> shuffled = values();
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(supervised(shuffled, 7)).isEqualTo(supervised(values(), 7));
    }

    @Test
    void aCaseThatHappenedBeforeIsLinkedAndMakesItsRegionRiskier() {
        Supervision supervision = supervised(values(), 7);
        assertThat(supervision.cases())
                .filteredOn(one -> one.region().equals("X1") && one.element().equals("FILM"))
                .singleElement()
                .satisfies(one -> assertThat(one.earlier()).contains("X1/2026-10/FILM"));
        SpotCheck check = supervision.spotCheck().orElseThrow();
        assertThat(check.drawn()).as("a tenth of eight units, rounded up").hasSize(1);
        assertThat(check.units())
                .filteredOn(unit -> unit.risk().region().equals("X1"))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.risk().cases()).isGreaterThan(0.5);
                    assertThat(unit.risk().size()).isEqualTo(1000 / 6000.0);
                });
        assertThat(check.seed()).isEqualTo(7);
    }

    @Test
    void aDutyThatIsOverdueIsRedAndThoseWithoutADayAreSaidToBeSo() {
        List<LightRow> duties = supervised(values(), 7).lights().stream()
                .filter(light -> light.code().equals("duty-overdue"))
                .toList();
        assertThat(duties).hasSize(2);
        assertThat(duties.get(0).colour()).isEqualTo(Colour.RED);
        assertThat(duties.get(0).subject()).isEqualTo("dated");
        assertThat(duties.get(0).reason().chinese()).contains("2026-11-30");
        assertThat(duties.get(0).departments()).containsExactly("文化局");
        assertThat(duties.get(1).colour()).isEqualTo(Colour.NO_DATA);
        assertThat(duties.get(1).reason().english()).isEqualTo("1 of 2 duties have no day by which they are due");
    }

    @Test
    void whatCannotBeJudgedOfAnybodyIsSaidAndNothingFails() {
        assertThat(supervised(values(), 7).lights())
                .filteredOn(light -> light.region().isEmpty() && light.colour() == Colour.NO_DATA)
                .extracting(LightRow::code)
                .containsExactlyInAnyOrder("reports-missing", "reports-late", "duty-overdue");
        assertThat(supervised(List.of(), 7).lights())
                .filteredOn(light -> light.colour() == Colour.GREEN)
                .isEmpty();
    }

    @Test
    void aRegionWithoutValuesHasNoGreenLight() {
        assertThat(supervised(values(), 7).lights())
                .filteredOn(light -> light.region().equals("Y1"))
                .isNotEmpty()
                .allSatisfy(light -> assertThat(light.colour()).isEqualTo(Colour.NO_DATA));
    }
}
