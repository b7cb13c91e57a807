package org.wenheng.analytics.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Matrix;

class ElementErrorsTest {
    private static final int D1 = 0;
    private static final int D2 = 1;
    private static final int D3 = 2;
    private static final int E1 = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void errorOfADenominatorMovesTheQuotientTheOtherWayByExactlyItsReciprocal(long seed) {
        SchemeStudy study = RandomStudies.study(seed);
        Matrix before = study.study().values();
        Matrix after = new ElementErrors(study, Map.of("B", 0.1)).values(seed);
        for (int row = 0; row < before.rows(); row++) {
            double factor = after.at(row, E1) / before.at(row, E1);
            if (Double.isFinite(factor) && Double.isFinite(before.at(row, D2))) {
                assertThat(factor).isBetween(0.9, 1.1).isNotEqualTo(1);
                assertThat(after.at(row, D2)).isEqualTo(before.at(row, D2) / factor, within(1e-9));
            }
        }
        assertThat(after.column(D1)).containsExactly(before.column(D1));
        assertThat(after.column(D3)).containsExactly(before.column(D3));
    }

    @Test
    void sameSeedGivesTheSameErrorsAndAnotherSeedOthers() {
        SchemeStudy study = RandomStudies.study(1);
        ElementErrors errors = new ElementErrors(study, ElementErrors.sameForAll(study, 0.05));
        assertThat(errors.values(7)).isEqualTo(errors.values(7)).isNotEqualTo(errors.values(8));
    }

    @Test
    void marginOfZeroLeavesEveryValue() {
        SchemeStudy study = RandomStudies.study(1);
        ElementErrors errors = new ElementErrors(study, ElementErrors.sameForAll(study, 0));
        assertThat(errors.values(7)).isEqualTo(study.study().values());
    }

    @Test
    void unknownElementsAndMarginsOutsideTheirRangeAreRefused() {
        SchemeStudy study = RandomStudies.study(1);
        assertThatThrownBy(() -> new ElementErrors(study, Map.of("NOBODY", 0.1)))
                .hasMessageContaining("NOBODY");
        assertThatThrownBy(() -> new ElementErrors(study, Map.of("A", 1.0))).hasMessageContaining("1.0");
    }
}
