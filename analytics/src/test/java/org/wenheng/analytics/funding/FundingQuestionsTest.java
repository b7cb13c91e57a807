package org.wenheng.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.funding.FundingPlan.Population;
import org.wenheng.analytics.funding.FundingPlan.PopulationYear;
import org.wenheng.analytics.funding.MatchingRule.Elsewhere;
import org.wenheng.analytics.funding.MatchingRule.Item;
import org.wenheng.analytics.funding.MatchingRule.Level;
import org.wenheng.analytics.funding.ProgressRule.Calendar;
import org.wenheng.analytics.funding.ProgressRule.Schedule;
import org.wenheng.analytics.funding.ProgressRule.Season;
import org.wenheng.analytics.funding.RatioRule.Per;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Numbers that can be worked out by eye. */
class FundingQuestionsTest {
    private static final Title TITLE = new Title("题", "title");
    private static final Period YEAR = Period.ofYear(2025);
    private static final Population THIS_YEAR = new Population(SmallTown.POP, TITLE, PopulationYear.SAME);
    private static final List<String> REGIONS = List.of("X1", "Y1");

    @Test
    void anAmountPerHeadIsInYuanByTheYearOfThePopulationAsked() {
        Ledger ledger = new SmallTown()
                .put("X1", "2025", SmallTown.YEARLY, "908")
                .put("X1", "2025", SmallTown.POP, "100000")
                .put("X1", "2024", SmallTown.POP, "200000")
                .put("Y1", "2025", SmallTown.YEARLY, "1")
                .ledger();
        RatioRule rule = ratio(Per.POPULATION, SmallTown.YEARLY, SmallTown.POP);
        List<Ratio> same = Ratio.of(rule, THIS_YEAR, ledger, REGIONS, YEAR);
        assertThat(same.get(0).quotient().value()).isEqualByComparingTo("90.8");
        assertThat(same.get(1).quotient().status()).isEqualTo(FigureStatus.NOT_REPORTED);
        Population before = new Population(SmallTown.POP, TITLE, PopulationYear.PREVIOUS);
        Ratio earlier = Ratio.of(rule, before, ledger, REGIONS, YEAR).get(0);
        assertThat(earlier.quotient().value()).isEqualByComparingTo("45.4");
        assertThat(earlier.belowPeriod()).isEqualTo(Period.ofYear(2024));
    }

    @Test
    void aYearWithoutOneMonthIsNoYearAndAYearlyAmountIsThatOfTheYear() {
        SmallTown town = new SmallTown();
        for (Period month : YEAR.parts(SmallTown.MONTHLY.frequency())) {
            town.put("X1", month.code(), SmallTown.MONTHLY, "0.1");
            if (month.index() != 7) {
                town.put("Y1", month.code(), SmallTown.MONTHLY, "0.1");
            }
        }
        town.put("X1", "2025", SmallTown.YEARLY, "24");
        Ledger ledger = town.ledger();
        assertThat(ledger.over(YEAR, "X1", List.of(SmallTown.MONTHLY)).value()).isEqualByComparingTo("12000");
        assertThat(ledger.over(YEAR, "Y1", List.of(SmallTown.MONTHLY)).status()).isEqualTo(FigureStatus.NOT_REPORTED);
        RatioRule share = ratio(Per.MONEY, SmallTown.MONTHLY, SmallTown.YEARLY);
        Ratio asked = Ratio.of(share, THIS_YEAR, ledger, REGIONS, Period.ofQuarter(2025, 2))
                .get(0);
        assertThat(asked.period()).isEqualTo(YEAR);
        assertThat(asked.quotient().value()).isEqualByComparingTo("5");
    }

    @Test
    void aShareAboveAHundredAndTenTimesTheMedianAreDoubtedAndZeroIsNot() {
        SmallTown town = new SmallTown();
        List<String> regions = List.of("a", "b", "c", "d", "e");
        List<String> amounts = List.of("1", "1.1", "1.2", "0", "10000");
        for (int i = 0; i < regions.size(); i++) {
            town.put(regions.get(i), "2025", SmallTown.YEARLY, amounts.get(i));
            town.put(regions.get(i), "2025", SmallTown.VISITS, "1000");
        }
        RatioRule rule = ratio(Per.OUTPUT, SmallTown.YEARLY, SmallTown.VISITS);
        List<Ratio> ratios = Ratio.of(rule, THIS_YEAR, town.ledger(), regions, YEAR);
        assertThat(Ratio.doubts(rule, ratios)).containsOnlyKeys("e");
        assertThat(Ratio.together("", rule, ratios.subList(0, 4)).quotient().value())
                .isEqualByComparingTo("8.25");
        RatioRule share = ratio(Per.MONEY, SmallTown.YEARLY, SmallTown.PAID);
        SmallTown odd = new SmallTown().put("X1", "2025", SmallTown.YEARLY, "1.01");
        YEAR.parts(SmallTown.PAID.frequency())
                .forEach(quarter -> odd.put("X1", quarter.code(), SmallTown.PAID, "2500"));
        List<Ratio> one = Ratio.of(share, THIS_YEAR, odd.ledger(), List.of("X1"), YEAR);
        assertThat(Ratio.doubts(share, one)).containsEntry("X1", new Title("占比超过100%", "a share above 100 %"));
    }

    @Test
    void progressIsAheadOrBehindTheSeasonOrTheCalendar() {
        Ledger ledger = new SmallTown()
                .put("X1", "2025Q1", SmallTown.SPENT, "10")
                .put("X1", "2025Q2", SmallTown.SPENT, "30")
                .put("X1", "2025Q2", SmallTown.BUDGET, "100")
                .put("Y1", "2025Q1", SmallTown.SPENT, "60")
                .put("Y1", "2025Q2", SmallTown.SPENT, ValueStatus.NIL)
                .put("Y1", "2025Q2", SmallTown.BUDGET, "100")
                .ledger();
        Season season = new Season(List.of(number("20"), number("50"), number("75"), number("95")));
        // August counts two quarters.
        List<Progress> progress = Progress.of(progress(season), ledger, REGIONS, Period.ofMonth(2025, 8));
        assertThat(progress.get(0).months()).isEqualTo(6);
        assertThat(progress.get(0).share().value()).isEqualByComparingTo("40");
        assertThat(progress.get(0).lead().value()).isEqualByComparingTo("-10");
        assertThat(progress.get(0).behind().value()).isEqualByComparingTo("100000");
        assertThat(progress.get(1).lead().value()).isEqualByComparingTo("10");
        assertThat(progress.get(1).behind().value()).isEqualByComparingTo("0");
        List<Progress> even = Progress.of(progress(new Calendar()), ledger, REGIONS, Period.ofQuarter(2025, 2));
        assertThat(even.get(0).due()).isEqualByComparingTo("50");
    }

    @Test
    void progressBeforeTheFirstQuarterIsNotDueAndWithoutMoneyHasNoShare() {
        ProgressRule rule = progress(new Calendar());
        Ledger ledger = new SmallTown()
                .put("X1", "2025Q1", SmallTown.SPENT, ValueStatus.NIL)
                .put("X1", "2025Q1", SmallTown.BUDGET, "0")
                .ledger();
        assertThat(Progress.of(rule, ledger, REGIONS, Period.ofMonth(2025, 2)))
                .allSatisfy(line -> assertThat(line.share().status()).isEqualTo(FigureStatus.NOT_DUE));
        Progress none =
                Progress.of(rule, ledger, REGIONS, Period.ofQuarter(2025, 1)).get(0);
        assertThat(none.share().status()).isEqualTo(FigureStatus.ZERO_DENOMINATOR);
        assertThat(none.behind().status()).isEqualTo(FigureStatus.ZERO_DENOMINATOR);
    }

    @Test
    void levelsOweTheirSharesOfTheNormAndAnAreaMayHaveOtherShares() {
        SmallTown town = new SmallTown();
        for (String region : REGIONS) {
            town.put(region, "2025", SmallTown.HALLS, "10");
            YEAR.parts(SmallTown.PAID.frequency())
                    .forEach(quarter -> town.put(region, quarter.code(), SmallTown.PAID, "50000"));
        }
        MatchingRule rule = new MatchingRule(
                "m",
                TITLE,
                List.of(new Item(SmallTown.HALLS, number("50000"))),
                List.of(
                        new Level("central", TITLE, Optional.of(number("60")), List.of(), List.of()),
                        new Level("local", TITLE, Optional.of(number("40")), List.of(), List.of(SmallTown.PAID))),
                List.of(new Elsewhere(List.of("Y"), List.of(number("80"), number("20")), "")),
                "");
        List<Matching> lines =
                Matching.of(rule, town.ledger(), REGIONS, YEAR, code -> List.of(code, code.substring(0, 1)));
        // 10 halls of 5万元 each are 500,000 yuan: 40 % are 200,000, of which 200,000 are paid.
        Matching local = lines.get(1);
        assertThat(local.due().value()).isEqualByComparingTo("200000");
        assertThat(local.shortfall().value()).isEqualByComparingTo("0");
        assertThat(local.actualShare().value()).isEqualByComparingTo("40");
        assertThat(lines.get(3).due().value()).isEqualByComparingTo("100000");
        assertThat(lines.get(3).reached().value()).isEqualByComparingTo("200");
        assertThat(lines.get(0).due().value()).isEqualByComparingTo("300000");
        assertThat(lines.get(0).paid().status()).isEqualTo(FigureStatus.NOT_COLLECTED);
        assertThat(lines.get(0).shortfall().status()).isEqualTo(FigureStatus.NOT_COLLECTED);
    }

    @Test
    void aStatedNothingIsShortOfAllAndAMissingPaymentIsUnknown() {
        SmallTown town =
                new SmallTown().put("X1", "2025", SmallTown.YEARLY, "3").put("Y1", "2025", SmallTown.YEARLY, "3");
        YEAR.parts(SmallTown.PAID.frequency())
                .forEach(quarter -> town.put("X1", quarter.code(), SmallTown.PAID, ValueStatus.NIL));
        MatchingRule rule = new MatchingRule(
                "m",
                TITLE,
                List.of(),
                List.of(new Level(
                        "local", TITLE, Optional.empty(), List.of(SmallTown.YEARLY), List.of(SmallTown.PAID))),
                List.of(),
                "");
        List<Matching> lines = Matching.of(rule, town.ledger(), REGIONS, YEAR, List::of);
        assertThat(lines.get(0).shortfall().value()).isEqualByComparingTo("30000");
        assertThat(lines.get(0).reached().status()).isEqualTo(FigureStatus.NIL);
        assertThat(lines.get(1).shortfall().status()).isEqualTo(FigureStatus.NOT_REPORTED);
    }

    @Test
    void theUnitOfTheFrontierOnWhichOthersLeanIsFoundByLeavingItOut() {
        // B makes most of its staff; without it E is the best, at 0.8 instead of 1 for each of the staff.
        List<DecisionUnit> units = List.of(unit("A", 2, 1), unit("B", 3, 3), unit("E", 5, 4));
        EnvelopmentAnalysis analysis = new EnvelopmentAnalysis(Orientation.INPUT, Returns.CONSTANT);
        List<FrontierInfluence> influences = FrontierInfluence.of(analysis, units, analysis.of(units));
        assertThat(influences).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("B");
            assertThat(one.leaning()).isEqualTo(2);
            // A rises from 0.5 to 0.625, E from 0.8 to 1.
            assertThat(one.greatestRise()).isCloseTo(0.2, org.assertj.core.api.Assertions.within(1e-9));
            assertThat(one.meanRise()).isCloseTo(0.1625, org.assertj.core.api.Assertions.within(1e-9));
        });
    }

    @Test
    void aRegionThatLacksAFigureIsNotMeasured() {
        Ledger ledger = new SmallTown()
                .put("X1", "2025", SmallTown.YEARLY, "2")
                .put("X1", "2025", SmallTown.VISITS, "7")
                .put("Y1", "2025", SmallTown.YEARLY, ValueStatus.NIL)
                .ledger();
        EfficiencyRule rule = new EfficiencyRule(
                TITLE,
                Orientation.OUTPUT,
                Returns.VARIABLE,
                List.of(new EfficiencyRule.Side(TITLE, List.of(SmallTown.YEARLY))),
                List.of(new EfficiencyRule.Side(TITLE, List.of(SmallTown.VISITS))),
                "");
        List<DecisionUnit> units = rule.units(ledger, REGIONS, YEAR);
        assertThat(units.get(0).inputs()).containsExactly(20000);
        assertThat(units.get(1).inputs()).containsExactly(0);
        assertThat(units.get(1).outputs()).containsExactly(Double.NaN);
        Map<String, Title> without = new EnvelopmentAnalysis(Orientation.OUTPUT, Returns.VARIABLE)
                .of(units)
                .notMeasured();
        assertThat(without).containsOnlyKeys("Y1");
    }

    private static DecisionUnit unit(String code, double input, double output) {
        return new DecisionUnit(code, new double[] {input}, new double[] {output});
    }

    private static RatioRule ratio(Per per, Element amount, Element below) {
        return new RatioRule("r", TITLE, List.of(amount), per, List.of(below), "元", "");
    }

    private static ProgressRule progress(Schedule schedule) {
        return new ProgressRule("p", TITLE, List.of(SmallTown.SPENT), List.of(SmallTown.BUDGET), schedule, "");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
