package org.wenheng.analytics.treat;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether two columns are the same: each number up to 1e-9 of its size, and rounding beside 0. */
final class Agreement {
    private static final double RELATIVE = 1e-9;
    private static final double ROUNDING = 1e-15;

    private Agreement() {}

    static void agree(String what, double[] found, double[] expected) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (int row = 0; row < found.length; row++) {
            boolean same = Double.isNaN(expected[row])
                    ? Double.isNaN(found[row])
                    : Math.abs(found[row] - expected[row]) <= RELATIVE * Math.abs(expected[row]) + ROUNDING;
            assertThat(same)
                    .as("%s, row %d: found %s, expected %s", what, row, found[row], expected[row])
                    .isTrue();
        }
    }
}
