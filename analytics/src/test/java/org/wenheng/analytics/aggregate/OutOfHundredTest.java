package org.wenheng.analytics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.matrix.Matrix;

class OutOfHundredTest {
    private static final double[] EQUAL = {1, 1};
    /** The first is better than the second everywhere, the second than the third. */
    private static final Matrix IN_ORDER = Matrix.ofRows(new double[] {9, 9}, new double[] {6, 5}, new double[] {1, 2});

    @Test
    void copelandOfRegionsInOrderIsAllFullHalfAndNothing() {
        assertThat(new OutOfHundred(new Copeland()).scores(IN_ORDER, EQUAL)).containsExactly(100, 50, 0);
    }

    @Test
    void bestOnAllIsAHundredAndWorstOnAllIsNothing() {
        for (Aggregation method : List.of(new Topsis(Normalisation.MIN_MAX), new Promethee(new Preference.Usual()))) {
            double[] scores = new OutOfHundred(method).scores(IN_ORDER, EQUAL);
            assertThat(scores[0]).isEqualTo(100, within(1e-12));
            assertThat(scores[2]).isEqualTo(0, within(1e-12));
        }
    }

    @Test
    void contributionsSumToThePoints() {
        for (Aggregation method : List.of(
                new Copeland(),
                new Promethee(new Preference.Usual()),
                new Topsis(Normalisation.VECTOR),
                new BenefitOfTheDoubt(),
                new ArithmeticMean())) {
            OutOfHundred whole = new OutOfHundred(method);
            double[] scores = whole.scores(IN_ORDER, EQUAL);
            Matrix parts = whole.contributions(IN_ORDER, EQUAL);
            for (int row = 0; row < 3; row++) {
                assertThat(parts.at(row, 0) + parts.at(row, 1)).isEqualTo(scores[row], within(1e-9));
            }
        }
    }

    @Test
    void pointsStayPoints() {
        assertThat(new OutOfHundred(new ArithmeticMean()).scores(IN_ORDER, EQUAL))
                .containsExactly(new ArithmeticMean().scores(IN_ORDER, EQUAL), within(1e-12));
    }
}
