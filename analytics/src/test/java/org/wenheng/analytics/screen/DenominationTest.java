package org.wenheng.analytics.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wenheng.analytics.screen.Denomination.Denominated;
import org.wenheng.analytics.screen.Denomination.Reason;
import org.wenheng.analytics.screen.Denomination.Without;

class DenominationTest {

    @Test
    void seatsPerTenThousandInhabitants() {
        assertThat(new Denomination(10_000)
                        .denominate(new double[] {500, 0}, new double[] {250_000, 80_000})
                        .values())
                .containsExactly(20, 0);
    }

    @Test
    void oneRowIsDenominatedWhereThePublishedFunctionLeavesItAsItIs() {
        assertThat(new Denomination(1)
                        .denominate(new double[] {6}, new double[] {3})
                        .values())
                .containsExactly(2);
    }

    @Test
    void valueWithoutAUsableDenominatorIsMissingWithItsReasonAndNeverInfinite() {
        Denominated denominated = new Denomination(1)
                .denominate(
                        new double[] {5, 0, 5, 5, 1e300, Double.NaN, 8},
                        new double[] {0, 0, Double.NaN, -2, 1e-300, 0, 2});
        assertThat(denominated.values())
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 4);
        assertThat(denominated.without())
                .containsExactly(
                        new Without(0, Reason.ZERO_DENOMINATOR),
                        new Without(1, Reason.ZERO_DENOMINATOR),
                        new Without(2, Reason.NO_DENOMINATOR),
                        new Without(3, Reason.NEGATIVE_DENOMINATOR),
                        new Without(4, Reason.TOO_LARGE));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> new Denomination(0)).hasMessageContaining("above 0, found 0.0");
        assertThatThrownBy(() -> new Denomination(Double.NaN)).hasMessageContaining("NaN");
        Denomination denomination = new Denomination(1);
        assertThatThrownBy(() -> denomination.denominate(new double[2], new double[1]))
                .hasMessage("2 values but 1 denominators");
        assertThatThrownBy(() -> denomination.denominate(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessage("Row 0 holds 1.0 / Infinity");
    }
}
