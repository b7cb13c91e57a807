package org.wenheng.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;

class WrittenPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2023-06,2023-06",
        "2023.6,2023-06",
        "2023.06,2023-06",
        "2023.12,2023-12",
        "2023/6,2023-06",
        "2023-6,2023-06",
        "2023年6月,2023-06",
        "2023年06月份,2023-06",
        "２０２３年６月,2023-06",
        "2023 年 6 月,2023-06",
        "202306,2023-06",
        "2023-06-01,2023-06",
        "2023-06-01T00:00,2023-06",
        "2023-06-01 00:00:00,2023-06",
        "2023年6月30日,2023-06",
        "20230630,2023-06",
        "2023Q2,2023Q2",
        "2023-Q2,2023Q2",
        "2023年第2季度,2023Q2",
        "2023年二季度,2023Q2",
        "2023年第二季度,2023Q2",
        "2023年Q2,2023Q2",
        "2023,2023",
        "2023年,2023",
        "2023年度,2023"
    })
    void periodIsReadAsPeopleWriteIt(String text, String code) {
        assertThat(WrittenPeriod.meanings(text)).extracting(Period::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "十月",
                "二季度",
                "2023年13月",
                "2023-02-30",
                "2023年1-6月",
                "202313",
                "220102",
                "1.5",
                "2023年上半年",
                "5月"
            })
    void whatIsNoPeriodHasNoMeaning(String text) {
        assertThat(WrittenPeriod.meanings(text)).isEmpty();
        assertThat(WrittenPeriod.code(text, List.of(), null)).isEqualTo(text);
    }

    @Test
    void lastZeroThatASpreadsheetDropsMakesAPeriodAmbiguousUntilItsNeighboursDecide() {
        assertThat(WrittenPeriod.meanings("2023.1")).extracting(Period::code).containsExactly("2023-01", "2023-10");
        assertThat(WrittenPeriod.code("2023.1", List.of("2023.9", "2023.10"), null))
                .isEqualTo("2023-01");
        assertThat(WrittenPeriod.code("2023.1", List.of("2023.01", "2023.09"), null))
                .isEqualTo("2023-10");
        assertThat(WrittenPeriod.code("2023.1", List.of("2023.2", "2023.9"), null))
                .isEqualTo("2023.1");
    }

    @Test
    void dateStandsForThePeriodThatIsAskedFor() {
        assertThat(WrittenPeriod.code("2023-12-31", List.of(), Frequency.YEAR)).isEqualTo("2023");
        assertThat(WrittenPeriod.code("2023-12-31", List.of(), Frequency.QUARTER))
                .isEqualTo("2023Q4");
        assertThat(WrittenPeriod.ofSerial("45078", Frequency.MONTH)).contains(Period.ofMonth(2023, 6));
        assertThat(WrittenPeriod.ofSerial("2023", Frequency.MONTH)).isEmpty();
    }
}
