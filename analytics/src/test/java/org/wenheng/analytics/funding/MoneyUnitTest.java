package org.wenheng.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyUnitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000万元 | 1000000000",
                "1,000.5万元 | 1000500000",
                "0.01元 | 1",
                "0元 | 0",
                "1.2 亿元 | 12000000000",
                "0.000001万元 | 1"
            })
    void anAmountWithItsUnitIsWholeFen(String text, long fen) {
        assertThat(MoneyUnit.fen(text)).contains(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1000", "", "万元", "-5元", "0.001元", "1e3元", "10,00元", "5美元", "1.元", "100000亿元1", "999999999亿元"})
    void anythingElseIsNoAmount(String text) {
        assertThat(MoneyUnit.fen(text)).isEmpty();
    }

    @Test
    void amountsOfALargerUnitAreExactInYuan() {
        assertThat(MoneyUnit.TEN_THOUSAND_YUAN.inYuan(new BigDecimal("0.1"))).isEqualByComparingTo("1000");
        assertThat(MoneyUnit.yuan(123_456)).isEqualTo(new BigDecimal("1234.56"));
    }
}
