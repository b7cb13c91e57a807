package org.wenheng.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.funding.FigureStatus.NIL;
import static org.wenheng.analytics.funding.FigureStatus.NOT_APPLICABLE;
import static org.wenheng.analytics.funding.FigureStatus.NOT_REPORTED;
import static org.wenheng.analytics.funding.FigureStatus.REPORTED;
import static org.wenheng.analytics.funding.FigureStatus.SUPPRESSED;
import static org.wenheng.analytics.funding.FigureStatus.ZERO_DENOMINATOR;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
    /** A dash stands for no value; a letter for its reason: M missing, S suppressed, X not applicable, N nil. */
    @ParameterizedTest
    @CsvSource({
        "6, 4, REPORTED, 1.5",
        "0, 4, REPORTED, 0",
        "6, 0, ZERO_DENOMINATOR,",
        "0, 0, ZERO_DENOMINATOR,",
        "N, 4, NIL, 0",
        "6, N, ZERO_DENOMINATOR,",
        "N, N, ZERO_DENOMINATOR,",
        "M, 4, NOT_REPORTED,",
        "6, M, NOT_REPORTED,",
        "S, 4, SUPPRESSED,",
        "6, S, SUPPRESSED,",
        "S, M, NOT_REPORTED,",
        "M, S, NOT_REPORTED,",
        "X, 4, NOT_APPLICABLE,",
        "6, X, NOT_APPLICABLE,",
        "X, M, NOT_APPLICABLE,",
        "M, X, NOT_APPLICABLE,",
        "M, 0, NOT_REPORTED,"
    })
    void aQuotientSaysWhatItIsOrWhyThereIsNone(String above, String below, FigureStatus status, BigDecimal value) {
        Figure quotient = figure(above).over(figure(below), BigDecimal.ONE);
        assertThat(quotient.status()).isEqualTo(status);
        if (value == null) {
            assertThat(quotient.value()).isNull();
        } else {
            assertThat(quotient.value()).isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, REPORTED",
        "1, N, REPORTED",
        "N, N, NIL",
        "X, X, NOT_APPLICABLE",
        "1, X, REPORTED",
        "N, X, NIL",
        "1, M, NOT_REPORTED",
        "S, M, NOT_REPORTED",
        "1, S, SUPPRESSED",
        "0, N, REPORTED"
    })
    void aSumWithoutAPartThatShouldBeThereIsNoSum(String one, String other, FigureStatus status) {
        assertThat(Figure.sum(List.of(figure(one), figure(other))).status()).isEqualTo(status);
        assertThat(Figure.sum(List.of(figure(other), figure(one))).status()).isEqualTo(status);
    }

    @Test
    void sumsAreExactWhereBinaryNumbersAreNot() {
        Figure tenth = Figure.of(new BigDecimal("0.1"));
        assertThat(Figure.sum(List.of(tenth, tenth, tenth)).value()).isEqualTo(new BigDecimal("0.3"));
    }

    @Test
    void missingFacilitiesAreKeptInMind() {
        Figure partial = new Figure(REPORTED, BigDecimal.TEN, true);
        assertThat(partial.over(Figure.of(BigDecimal.TEN), BigDecimal.ONE).partial())
                .isTrue();
        assertThat(Figure.sum(List.of(Figure.of(BigDecimal.ONE), partial)).partial())
                .isTrue();
    }

    @Test
    void aValueThatDoesNotAgreeWithItsStatusIsRefused() {
        assertThatThrownBy(() -> new Figure(REPORTED, null, false))
                .hasMessage("A figure that is REPORTED has the value null");
        assertThatThrownBy(() -> new Figure(NIL, BigDecimal.ONE, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figure(ZERO_DENOMINATOR, BigDecimal.ZERO, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Figure figure(String text) {
        return switch (text) {
            case "M" -> Figure.without(NOT_REPORTED);
            case "S" -> Figure.without(SUPPRESSED);
            case "X" -> Figure.without(NOT_APPLICABLE);
            case "N" -> Figure.without(NIL);
            default -> Figure.of(new BigDecimal(text));
        };
    }
}
