package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
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
                "since January, coarse | POP   | 1000            | 2026Q3  | YEAR_TO_DATE | VALUE          | 1000 | false"
            })
    void elementIsBroughtToThePeriod(
            String name,
            String element,
            String given,
            String period,
            Reach reach,
            String state,
            double value,
            boolean partial) {
        ElementTimes times = new ElementTimes(panel(element, given), SmallWorld.catalogue(), 0.75);
        ElementReading reading = times.read("X1", element, Period.parse(period).orElseThrow(), reach);
        assertThat(reading.quantity().state().name()).as(name).isEqualTo(state);
        if (Double.isNaN(value)) {
            assertThat(reading.quantity().value()).as(name).isNaN();
        } else {
            assertThat(reading.quantity().value()).as(name).isEqualTo(value, within(1e-12));
        }
        assertThat(reading.partial()).as(name).isEqualTo(partial);
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
