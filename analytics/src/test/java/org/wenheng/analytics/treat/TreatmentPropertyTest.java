package org.wenheng.analytics.treat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.analytics.treat.Winsorise.Check;
import org.wenheng.analytics.treat.Winsorise.Fit;

class TreatmentPropertyTest {
    private static final List<Winsorise> TREATMENTS = List.of(
            Winsorise.usual(),
            new Winsorise(2, 3.5, 1, false, new Transformation.LogOfRange(), true),
            new Winsorise(1, 1, 3, false, new Transformation.LogOfRangeBySkewness(), false),
            new Winsorise(1, 1, 2, false, new Transformation.BoxCox(0.3, true), true),
            new Winsorise(1, 1, 2, false, new Transformation.LogOfInnovationIndex(10), false),
            new Winsorise(0.5, 0, Winsorise.NO_LIMIT, false, new Transformation.None(), false),
            new Winsorise(2, 3.5, 4, true, new Transformation.LogFromOne(), false));

    /** Values with ties, gaps and a long tail on either side. */
    private static double[] column(SplittableRandom random) {
        int size = random.nextInt(2, 80);
        double side = random.nextBoolean() ? 1 : -1;
        double tail = random.nextDouble(2, 12);
        return IntStream.range(0, size)
                .mapToDouble(i -> random.nextInt(10) == 0
                        ? Double.NaN
                        : Math.rint(side * 20 * Math.exp(tail * Math.pow(random.nextDouble(), 3))))
                .toArray();
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void orderOfTheRowsDoesNotShow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] column = column(random);
        int[] order = shuffled(column.length, random);
        double[] other = IntStream.of(order).mapToDouble(row -> column[row]).toArray();
        for (Winsorise treatment : TREATMENTS) {
            assertThat(treatment.fitted(other)).isEqualTo(treatment.fitted(column));
            double[] treated = treatment.treat(column).values();
            assertThat(treatment.treat(other).values())
                    .isEqualTo(
                            IntStream.of(order).mapToDouble(row -> treated[row]).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whoWasAheadStaysAheadOrBecomesEqualAndMissingStaysMissing(long seed) {
        double[] column = column(new SplittableRandom(seed));
        for (Winsorise treatment : TREATMENTS) {
            double[] treated = treatment.treat(column).values();
            for (int row = 0; row < column.length; row++) {
                assertThat(Double.isNaN(treated[row])).isEqualTo(Double.isNaN(column[row]));
                for (int other = 0; other < column.length; other++) {
                    if (column[row] < column[other]) {
                        assertThat(treated[row]).isLessThanOrEqualTo(treated[other]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void touchedListsExactlyWhatChanged(long seed) {
        double[] column = column(new SplittableRandom(seed));
        for (Winsorise treatment : TREATMENTS) {
            Treatment.Treated treated = treatment.treat(column);
            double[] rebuilt = column.clone();
            treated.touched().forEach(touched -> {
                assertThat(touched.before()).isEqualTo(column[touched.row()]);
                rebuilt[touched.row()] = touched.after();
            });
            assertThat(rebuilt).isEqualTo(treated.values());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void columnThatPassesAfterDrawingInIsNotTouchedAgain(long seed) {
        double[] column = column(new SplittableRandom(seed));
        for (Winsorise treatment : TREATMENTS) {
            Fit fit = treatment.fitted(column);
            if (!treatment.forced()
                    && fit.checks().size() == 2
                    && fit.checks().get(1).passes()) {
                double[] once = treatment.treat(column).values();
                assertThat(treatment.treat(once).values()).isEqualTo(once);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void checksAreTheMomentsOfTheColumns(long seed) {
        double[] column = column(new SplittableRandom(seed));
        for (Winsorise treatment : TREATMENTS) {
            Fit fit = treatment.fitted(column);
            if (!fit.checks().isEmpty()) {
                isShapeOf(fit.checks().get(0), column);
                isShapeOf(
                        fit.checks().get(fit.checks().size() - 1),
                        fit.treatment().treat(column).values());
            }
        }
    }

    private static void isShapeOf(Check check, double[] column) {
        Moments moments = Moments.of(column);
        Agreement.agree("shape", new double[] {check.kurtosis()}, new double[] {moments.kurtosis()});
        assertThat(check.skewness()).isCloseTo(moments.skewness(), org.assertj.core.api.Assertions.within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void settledOnABasePeriodALaterRegionMovesNobody(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] base = column(random);
        double[] later = Arrays.copyOf(base, base.length + 1);
        later[base.length] = random.nextDouble(-1e6, 1e6);
        for (Winsorise treatment : TREATMENTS) {
            Settled settled = treatment.fitted(base).treatment();
            double[] before = settled.treat(base).values();
            double[] after = settled.treat(later).values();
            assertThat(Arrays.copyOf(after, base.length)).isEqualTo(before);
            assertThat(after[base.length]).isFinite();
            assertThat(before).isEqualTo(treatment.treat(base).values());
        }
    }
}
