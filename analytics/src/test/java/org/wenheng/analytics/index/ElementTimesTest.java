package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/** The table of time: what an element is in a period, by its frequency, its rule and what of it is there. */
class ElementTimesTest {

    /**
     * {@code given} lists the parts from the start of 2026: a number, {@code -} not reported, {@code n} nil, {@code x} not
     * applicable, {@code s} suppressed.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "same frequency        | FILM  | 1 2 3           | 2026-02 | PERIOD       | VALUE          | 2   | false",
                "months of a quarter   | FILM  | 1 2 3 4         | 2026Q1  | PERIOD       | VALUE          | 6   | false",
                "quarter needs three   | FILM  | 1 2 -           | 2026Q1  | PERIOD       | NOT_REPORTED   | NaN | false",
                "nil counts as nothing | FILM  | 1 n 3           | 2026Q1  | PERIOD       | VALUE          | 4   | false",
                "not applicable part   | FILM  | 1 x 3           | 2026Q1  | PERIOD       | VALUE          | 4   | false",
                "nothing applicable    | FILM  | x x x           | 2026Q1  | PERIOD       | NOT_APPLICABLE | NaN | false",
                "withheld part         | FILM  | 1 s 3           | 2026Q1  | PERIOD       | SUPPRESSED     | NaN | false",
                "nine months of twelve | FILM  | 1 1 1 1 1 1 1 1 1 | 2026  | PERIOD       | VALUE          | 9   | true",
                "eight of twelve       | FILM  | 1 1 1 1 1 1 1 1 | 2026    | PERIOD       | NOT_REPORTED   | NaN | false",
                "mean of months        | HOURS | 40 50 60        | 2026Q1  | PERIOD       | VALUE          | 50  | false",
                "last of quarters      | STOCK | 1 2 3 9         | 2026    | PERIOD       | VALUE          | 9   | false",
                "last one that is      | STOCK | 1 2 3 -         | 2026    | PERIOD       | VALUE          | 3   | true",
                "three of four         | VISIT | 1 - 3 4         | 2026    | PERIOD       | VALUE          | 8   | true",
                "coarser contains      | POP   | 1000            | 2026-05 | PERIOD       | VALUE          | 1000 | false",
                "coarser not there     | POP   | -               | 2026Q2  | PERIOD       | NOT_REPORTED   | NaN | false",
                "period before         | FILM  | 1 2 3           | 2026-03 | PREVIOUS     | VALUE          | 2   | false",
                "quarter before        | FILM  | 1 2 3 4 5 6     | 2026Q2  | PREVIOUS     | VALUE          | 6   | false",
                "since January         | FILM  | 1 2 3 4 5       | 2026-05 | YEAR_TO_DATE | VALUE          | 15  | false",
                "since January, a gap  | FILM  | 1 2 - 4 5       | 2026-05 | YEAR_TO_DATE | VALUE          | 12  | true",
                "since January, stock  | STOCK | 7 8 9           | 2026Q3  | YEAR_TO_DATE | VALUE          | 9   | false",
                "since January, coarse | POP   | 1000            | 2026Q3  | YEAR_TO_DATE | VALUE          | 1000 | false",
                "mean of last months   | FILM  | 1 2 3 4 5       | 2026-05 | MEAN_OF_LAST | VALUE          | 3.5 | false",
                "mean, whatever rule   | STOCK | 1 2 3 9         | 2026    | MEAN_OF_LAST | VALUE          | 3.75 | false",
                "mean ends in quarter  | FILM  | 1 2 3 4 5 6     | 2026Q2  | MEAN_OF_LAST | VALUE          | 4.5 | false",
                "mean of three of four | FILM  | 1 2 - 4 5       | 2026-05 | MEAN_OF_LAST | VALUE          | 3.6666666666666667 | true",
                "mean of two of four   | FILM  | 1 - - 4 5       | 2026-05 | MEAN_OF_LAST | NOT_REPORTED   | NaN | false",
                "mean with nil         | FILM  | 1 2 n 4 6       | 2026-05 | MEAN_OF_LAST | VALUE          | 3   | false",
                "mean, withheld        | FILM  | 1 2 3 s s       | 2026-05 | MEAN_OF_LAST | SUPPRESSED     | NaN | false",
                "mean, not applicable  | FILM  | 1 2 x 4 6       | 2026-05 | MEAN_OF_LAST | VALUE          | 4   | false"
            })
    void elementIsBroughtToThePeriod(
            String name,
            String element,
            String given,
            String period,
            Reach.Kind kind,
            String state,
            double value,
            boolean partial) {
        ElementTimes times = new ElementTimes(panel(element, given), SmallWorld.catalogue(), 0.75);
        ElementReading reading = times.read("X1", element, Period.parse(period).orElseThrow(), reach(kind));
        assertThat(reading.quantity().state().name()).as(name).isEqualTo(state);
        if (Double.isNaN(value)) {
            assertThat(reading.quantity().value()).as(name).isNaN();
        } else {
            assertThat(reading.quantity().value()).as(name).isEqualTo(value, within(1e-12));
        }
        assertThat(reading.partial()).as(name).isEqualTo(partial);
    }

    /** Means are over the last four periods. */
    private static Reach reach(Reach.Kind kind) {
        return new Reach(kind, kind == Reach.Kind.MEAN_OF_LAST ? 4 : 1);
    }

    @Test
    void meanOfLastPeriodsCrossesTheYear() {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", Period.ofMonth(2025, 11), "FILM", 10)
                .put("X1", Period.ofMonth(2025, 12), "FILM", 20)
                .put("X1", Period.ofMonth(2026, 1), "FILM", 60)
                .build();
        ElementReading reading = new ElementTimes(panel, SmallWorld.catalogue(), 0.75)
                .read("X1", "FILM", Period.ofMonth(2026, 1), Reach.meanOfLast(3));
        assertThat(reading.quantity().value()).isEqualTo(30);
        assertThat(reading.parts())
                .extracting(part -> part.period().code())
                .containsExactly("2025-11", "2025-12", "2026-01");
    }

    @Test
    void meanOfYearlyElementEndsWithTheYearOfTheMonth() {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", Period.ofYear(2024), "POP", 100)
                .put("X1", Period.ofYear(2025), "POP", 200)
                .put("X1", Period.ofYear(2026), "POP", 600)
                .build();
        ElementReading reading = new ElementTimes(panel, SmallWorld.catalogue(), 0.75)
                .read("X1", "POP", Period.ofMonth(2026, 5), Reach.meanOfLast(3));
        assertThat(reading.quantity().value()).isEqualTo(300);
    }

    @Test
    void sinceJanuaryQuarterOfMonthIsThatQuarter() {
        ElementReading reading = new ElementTimes(panel("VISIT", "10 20"), SmallWorld.catalogue(), 0.75)
                .read("X1", "VISIT", Period.ofMonth(2026, 5), Reach.YEAR_TO_DATE);
        assertThat(reading.quantity().value()).isEqualTo(20);
    }

    private static ElementPanel panel(String element, String given) {
        ElementPanel.Builder panel = ElementPanel.builder();
        Frequency frequency = Objects.requireNonNull(
                        SmallWorld.catalogue().elements().get(element))
                .frequency();
        int index = 0;
        for (String part : given.split(" ", -1)) {
            index++;
            ElementPanel.Cell cell = switch (part) {
                case "-" -> new ElementPanel.Cell(ValueStatus.NOT_REPORTED, Double.NaN, 0, 1);
                case "n" -> new ElementPanel.Cell(ValueStatus.NIL, Double.NaN, 1, 1);
                case "x" -> new ElementPanel.Cell(ValueStatus.NOT_APPLICABLE, Double.NaN, 0, 0);
                case "s" -> new ElementPanel.Cell(ValueStatus.SUPPRESSED, Double.NaN, 0, 1);
                default -> new ElementPanel.Cell(ValueStatus.REPORTED, Double.parseDouble(part), 1, 1);
            };
            panel.put("X1", new Period(frequency, 2026, index), element, cell);
        }
        return panel.build();
    }
}
