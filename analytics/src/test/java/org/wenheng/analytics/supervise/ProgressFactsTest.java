package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.supervise.SupervisedField.Backlog;
import org.wenheng.analytics.supervise.SupervisedField.Progress;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

class ProgressFactsTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(6);
    private static final Progress SPENDING = new Progress(
            "funds",
            new Title("专项资金", "Funds"),
            Watch.SPENDING,
            "VISIT",
            Optional.of("STOCK"),
            List.of(20.0, 50.0, 75.0, 95.0));
    private static final Progress SERVICE =
            new Progress("films", new Title("电影", "Films"), Watch.SERVICE, "FILM", Optional.empty(), List.of());

    private static Fact of(ElementPanel panel, Progress item, Period period) {
        return new ProgressFacts(panel, CATALOGUE, regions())
                .progress(item, period)
                .get(0);
    }

    private static List<String> regions() {
        return List.of("X1", "X2", "X3", "X4", "X5", "X6");
    }

    @Test
    void spendingIsHeldAgainstTheScheduleOfTheQuarters() {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", Period.ofQuarter(2025, 1), "STOCK", 100)
                .put("X1", Period.ofQuarter(2025, 2), "STOCK", 200)
                .put("X1", Period.ofQuarter(2025, 1), "VISIT", 10)
                .put("X1", Period.ofQuarter(2025, 2), "VISIT", 70)
                .build();
        // First quarter: 10 of 100 where 20 are due. Second: 80 of 200 is 40 per cent where 50 are due.
        Fact first = of(panel, SPENDING, Period.ofQuarter(2025, 1));
        Fact second = of(panel, SPENDING, Period.ofQuarter(2025, 2));
        assertThat(first.measure("behind")).isCloseTo(50, within(1e-9));
        assertThat(first.measure("behind-two")).as("a year of one quarter").isZero();
        assertThat(second.measure("behind")).isCloseTo(20, within(1e-9));
        assertThat(second.measure("behind-two")).isCloseTo(20, within(1e-9));
        assertThat(second.measure("behind-three")).isZero();
        assertThat(second.figure("share")).isEqualTo(new Title("40", "40"));
        assertThat(second.figure("target")).isEqualTo(new Title("50", "50"));
        assertThat(second.departments()).containsExactly("文化局");
    }

    @Test
    void servicesAreHeldAgainstTheSeasonOfTheYearBefore() {
        // The year before: 10 in January, 30 in February, 6 in each other month, 100 together.
        Fact fact = of(films(6, 5, 15), SERVICE, Period.ofMonth(2025, 2));
        // 20 of 100 where the season has 40: half is lacking, in January too.
        assertThat(fact.measure("behind")).isCloseTo(50, within(1e-9));
        assertThat(fact.measure("behind-two")).isCloseTo(50, within(1e-9));
        assertThat(fact.figure("schedule").chinese()).isEqualTo("按上年同期季节份额");
    }

    @Test
    void withoutEnoughRegionsToCompareTheYearIsTakenEvenlyAndThatIsSaid() {
        Fact fact = of(films(4, 5, 15), SERVICE, Period.ofMonth(2025, 2));
        // 20 of 100 where two months of twelve are 16.67: ahead.
        assertThat(fact.measure("behind")).isCloseTo(100 * (1 - 20 / (200 / 12.0)), within(1e-9));
        assertThat(fact.figure("schedule").english()).startsWith("evenly");
    }

    @Test
    void aMissingMonthIsLeftOutOnBothSidesAndTooManyMakeTheFactUnknown() {
        // March is missing: 5 + 15 + 3 of the season's 10 + 30 + 6.
        Fact gap = of(films(6, 5, 15, Double.NaN, 3), SERVICE, Period.ofMonth(2025, 4));
        assertThat(gap.measure("behind")).isCloseTo(50, within(1e-9));
        assertThat(gap.figure("schedule").english()).endsWith("1 missing");
        Fact gaps = of(films(6, 5, 15, Double.NaN), SERVICE, Period.ofMonth(2025, 3));
        assertThat(gaps.measure("behind")).as("two of three months").isNaN();
        assertThat(gaps.missing().chinese()).contains("电影");
    }

    @Test
    void withoutAYearBeforeThereIsNoPlan() {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", Period.ofMonth(2025, 1), "FILM", 5)
                .build();
        assertThat(of(panel, SERVICE, Period.ofMonth(2025, 1)).measure("behind"))
                .isNaN();
    }

    @Test
    void whatIsReportedByQuarterIsNotLookedAtInAMonth() {
        assertThat(new ProgressFacts(films(6, 1), CATALOGUE, regions()).progress(SPENDING, Period.ofMonth(2025, 1)))
                .isEmpty();
    }

    @Test
    void aBacklogIsWhatWasDueAndIsNotDone() {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", Period.ofMonth(2025, 1), "CASES", 6)
                .put("X1", Period.ofMonth(2025, 2), "CASES", 4)
                .put("X1", Period.ofMonth(2025, 1), "DONE", 6)
                .put("X1", Period.ofMonth(2025, 2), "DONE", 1)
                .build();
        Backlog item = new Backlog("cases", new Title("事项", "Cases"), "CASES", "DONE");
        List<Fact> facts = new ProgressFacts(panel, CATALOGUE, regions()).backlog(item, Period.ofMonth(2025, 2));
        assertThat(facts.get(0).measure("open")).isEqualTo(3);
        assertThat(facts.get(0).measure("share")).isEqualTo(70);
        assertThat(facts.get(1).measure("open"))
                .as("a region that said nothing")
                .isNaN();
    }

    @Test
    void anElementThatDoesNotAddUpOrDoesNotExistIsRefused() {
        String field = """
                size: PEOPLE
                spending: [{ code: a, title: { zh: 甲, en: A }, of: STOCK, by-quarter: [20, 10, 50, 90] }]
                """;
        assertThatThrownBy(() -> SupervisedField.parse("supervision.yml", field, CATALOGUE.elements()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("supervision.yml:1 [SUPERVISED_ELEMENT_UNKNOWN]")
                .hasMessageContaining("supervision.yml:2 [SUPERVISED_ELEMENT_NO_FLOW]")
                .hasMessageContaining("[SCHEDULE_MALFORMED]");
    }

    /** The year before of so many regions, and the months of this year of each. */
    private static ElementPanel films(int regions, double... months) {
        ElementPanel.Builder panel = ElementPanel.builder();
        for (String region : regions().subList(0, regions)) {
            for (int month = 1; month <= 12; month++) {
                panel.put(region, Period.ofMonth(2024, month), "FILM", month == 1 ? 10 : month == 2 ? 30 : 6);
            }
            for (int month = 1; month <= months.length; month++) {
                if (!Double.isNaN(months[month - 1])) {
                    panel.put(region, Period.ofMonth(2025, month), "FILM", months[month - 1]);
                }
            }
        }
        return panel.build();
    }
}
