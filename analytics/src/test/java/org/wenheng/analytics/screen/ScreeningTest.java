package org.wenheng.analytics.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.screen.Screening.By;
import org.wenheng.analytics.screen.Screening.Reason;
import org.wenheng.analytics.screen.Screening.Verdict;

class ScreeningTest {
    private static final double NONE = Double.NaN;
    private static final Matrix VALUES = Matrix.ofRows(new double[][] {
        {1, 2, 3, 4}, {1, 2, 3, NONE}, {0, -0.0, 0, 4}, {0, NONE, NONE, NONE}, {NONE, NONE, NONE, NONE}
    });

    @Test
    void everyRowHasItsReason() {
        assertThat(new Screening(By.MISSING_AND_ZEROS, 0.75, 0.5)
                        .screen(VALUES).verdicts().stream().map(Verdict::reason))
                .containsExactly(
                        Reason.ENOUGH,
                        Reason.ENOUGH,
                        Reason.TOO_MANY_ZEROS,
                        Reason.TOO_FEW_VALUES_AND_TOO_MANY_ZEROS,
                        Reason.TOO_FEW_VALUES_AND_TOO_MANY_ZEROS);
    }

    @Test
    void onlyTheTestsThatCountDecide() {
        assertThat(new Screening(By.MISSING, 0.8, 1).screen(VALUES).kept()).containsExactly(0, 2);
        assertThat(new Screening(By.ZEROS, 1, 0.5).screen(VALUES).kept()).containsExactly(0, 1);
    }

    @Test
    void rowWithoutAnyValueFailsEvenWithoutALimit() {
        assertThat(new Screening(By.MISSING, 0, 0).screen(VALUES).kept()).containsExactly(0, 1, 2, 3);
        assertThat(new Screening(By.ZEROS, 0, 0).screen(VALUES).kept()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void decisionsComeBeforeTheTests() {
        assertThat(new Screening(By.MISSING, 0.9, 0)
                        .screen(VALUES, Set.of(4), Set.of(0)).verdicts().stream()
                                .map(Verdict::reason))
                .containsExactly(
                        Reason.FORCED_OUT,
                        Reason.TOO_FEW_VALUES,
                        Reason.ENOUGH,
                        Reason.TOO_FEW_VALUES,
                        Reason.FORCED_IN);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> new Screening(By.MISSING, 90, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1, found 90.0");
        assertThatThrownBy(() -> new Screening(By.MISSING, 0, Double.NaN)).hasMessageContaining("NaN");
        Screening screening = new Screening(By.MISSING, 0, 0);
        assertThatThrownBy(() -> screening.screen(VALUES, Set.of(5), Set.of())).hasMessage("No row 5 among 5");
        assertThatThrownBy(() -> screening.screen(VALUES, Set.of(1), Set.of(1)))
                .hasMessageContaining("in [1] and out [1]");
    }

    @Test
    void shareThatIsExactlyTheLimitIsEnough() {
        assertThat(new Availability(10, 1, 0).share()).isEqualTo(0.9);
        assertThat(new Screening(By.MISSING, 0.75, 0).screen(VALUES).kept()).contains(1);
    }
}
