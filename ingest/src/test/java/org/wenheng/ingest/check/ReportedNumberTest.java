package org.wenheng.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;

class ReportedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234|册|1234",
                "1，234|册|1234",
                "1 234 567|册|1234567",
                "1\u00A0234.5|册|1234.5",
                "１２．５|册|12.5",
                "1.2万|册|12000",
                "1.2万册|册|12000",
                "1.2万册|万册|1.2",
                "85人次|人次|85",
                "85%|%|85",
                "85％|％|85",
                "−3|册|-3",
                "1.5E3|册|1500"
            })
    void numberIsReadExactlyAsPeopleWriteIt(String text, String unit, BigDecimal value) {
        assertThat(ReportedNumber.of(text, unit).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,23|册|NUMBER_MALFORMED",
                "1 23|册|NUMBER_MALFORMED",
                "1,234 567|册|NUMBER_MALFORMED",
                "85%|册|NUMBER_MALFORMED",
                "85册|人次|NUMBER_MALFORMED",
                "册|册|NUMBER_MALFORMED",
                "1.2万|万册|NUMBER_AMBIGUOUS",
                "约12|册|NUMBER_MALFORMED",
                "#N/A|册|NUMBER_MALFORMED",
                "没有|册|NUMBER_MALFORMED"
            })
    void whatIsNoNumberSaysWhy(String text, String unit, CellCode fault) {
        assertThat(ReportedNumber.of(text, unit)).isEqualTo(new ReportedNumber(null, fault));
    }

    @ParameterizedTest
    @CsvSource({"0.85,0,true", "1,0,true", "0.85%,0,false", "85,0,false", "0,0,false", "0.85,-100,false", "0.85,,false"
    })
    void shareAtMostOneWithoutItsSignMayBeAFraction(String text, @Nullable BigDecimal minimum, boolean mayBe) {
        Element share = new Element(
                "RATE",
                new Title("率", "Rate"),
                "%",
                Frequency.YEAR,
                Accumulation.LAST,
                RollUp.MEAN,
                false,
                minimum,
                null,
                null,
                "",
                "");

        assertThat(ReportedNumber.of(text, "%").mayBeFraction(text, "%", share)).isEqualTo(mayBe);
        assertThat(ReportedNumber.asPercent(ReportedNumber.of("0.85", "%"))).isEqualTo("85% / 0.85%");
    }
}
