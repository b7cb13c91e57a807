package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.due.Light;
import org.wenheng.ingest.due.LightRule;
import org.wenheng.ingest.due.ReportChange;
import org.wenheng.ingest.due.ReportKey;
import org.wenheng.ingest.due.ReportLedger;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/** A monthly form of two cells, due on the tenth of the next month; looked at on 25 April. */
class FormFactsTest {
    private static final Period MARCH = Period.ofMonth(2026, 3);
    private static final Catalogue SMALL = SmallWorld.catalogue(4);
    private static final Catalogue CATALOGUE = Catalogue.of(
            "small",
            SMALL.title(),
            List.copyOf(SMALL.regions().values()),
            List.copyOf(SMALL.elements().values()),
            List.copyOf(SMALL.departments().values()),
            List.of(new Form(
                    "month",
                    new Title("月报", "Monthly"),
                    Frequency.MONTH,
                    "culture",
                    null,
                    List.of("county"),
                    List.of("FILM", "HOURS"),
                    10)));

    private final Map<ReportKey, List<ReportChange>> sent = new HashMap<>();

    private void sent(String region, int cells, String day) {
        sent.put(
                new ReportKey(region, "month", "2026-03"),
                List.of(new ReportChange(Instant.parse(day + "T08:00:00Z"), cells, 0, cells, 0)));
    }

    private FormFacts facts() {
        var rules = new org.wenheng.ingest.due.LightRules(
                null,
                List.of(
                        new LightRule(Light.RED, null, 10, null, 50, false),
                        new LightRule(Light.YELLOW, null, 0, null, null, false)));
        return new FormFacts(
                new ReportLedger(CATALOGUE, rules, sent, Map.of(), Instant.parse("2026-04-25T00:00:00Z")).rows(MARCH),
                CATALOGUE.departments());
    }

    @Test
    void theLedgersLightsAreCountedAndTheDayItWasDueIsTold() {
        sent("X1", 2, "2026-04-05");
        sent("X2", 2, "2026-04-20");
        sent("X3", 1, "2026-04-20");
        FormFacts facts = facts();
        assertThat(facts.fact("X1").measures()).isEqualTo(Map.of("red", 0.0, "yellow", 0.0, "late", 0.0));
        assertThat(facts.fact("X2").measures()).isEqualTo(Map.of("red", 0.0, "yellow", 0.0, "late", 1.0));
        assertThat(facts.fact("X2").figure("forms").chinese()).isEqualTo("月报 迟报(2026-04-10 截止)");
        assertThat(facts.fact("X3").measures()).isEqualTo(Map.of("red", 0.0, "yellow", 1.0, "late", 0.0));
        assertThat(facts.fact("X3").figure("forms").english()).isEqualTo("Monthly 50 % complete (due 2026-04-10)");
        assertThat(facts.fact("X4").measures()).isEqualTo(Map.of("red", 1.0, "yellow", 0.0, "late", 0.0));
        assertThat(facts.fact("X4").departments()).containsExactly("文化局");
        assertThat(facts.fact("P").measure("red"))
                .as("nothing is due from a province")
                .isNaN();
    }

    @Test
    void whatNobodySentInTimeWasLoadedAfterwardsAndIsHeldAgainstNobody() {
        sent("X1", 2, "2026-04-20");
        sent("X2", 2, "2026-04-21");
        FormFacts facts = facts();
        assertThat(facts.fact("X1").measure("late")).isZero();
        assertThat(facts.judgedInTime("X1")).isEmpty();
        assertThat(facts.due("X1")).hasSize(1);
        assertThat(facts.judgedInTime("X3")).isEmpty();
        assertThat(facts.fact("X3").measure("red"))
                .as("what never came is missing all the same")
                .isEqualTo(1);
    }

    @Test
    void aFormThatNobodySentWasNotCollectedAndIsNamed() {
        FormFacts facts = facts();
        assertThat(facts.uncollected()).containsExactly(new Title("月报", "Monthly"));
        assertThat(facts.due("X1")).isEmpty();
        assertThat(facts.fact("X1").measure("red")).isNaN();
    }
}
