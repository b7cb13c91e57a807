package org.wenheng.analytics.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.treat.Treatment.Touched;
import org.wenheng.analytics.treat.Treatment.Treated;
import org.wenheng.analytics.treat.Winsorise.Fit;

class WinsoriseTest {
    private static final Transformation LOG = new Transformation.LogOfRange();

    /** 1 to 20 and then some more. */
    private static double[] upTo20And(double... more) {
        return IntStream.range(0, 20 + more.length)
                .mapToDouble(i -> i < 20 ? i + 1 : more[i - 20])
                .toArray();
    }

    @Test
    void outlierIsSetToTheNextValueAndSaid() {
        Treated treated = Winsorise.usual().treat(upTo20And(100));
        assertThat(treated.values()).isEqualTo(upTo20And(20));
        assertThat(treated.touched()).containsExactly(new Touched(20, "winsorised-high", 100, 20));
        assertThat(treated.note().chinese()).isEqualTo("原值偏度3.987、峰度17.27,未通过;缩尾1个值后偏度-0.03932、峰度-1.248,通过");
        assertThat(treated.note().english())
                .isEqualTo("as it was: skewness 3.987, kurtosis 17.27: fails; "
                        + "1 drawn in: skewness -0.03932, kurtosis -1.248: passes");
    }

    @Test
    void lowOutliersAreDrawnUp() {
        assertThat(Winsorise.usual().treat(upTo20And(-150, -200)).touched())
                .containsExactly(
                        new Touched(20, "winsorised-low", -150, 1), new Touched(21, "winsorised-low", -200, 1));
    }

    @Test
    void passingColumnIsNotTouched() {
        Treated treated = Winsorise.usual().treat(upTo20And());
        assertThat(treated.values()).isEqualTo(upTo20And());
        assertThat(treated.touched()).isEmpty();
        assertThat(treated.note().english()).endsWith("passes; not treated");
    }

    @Test
    void forcedTouchesAPassingColumnToo() {
        Winsorise forced = new Winsorise(2, 3.5, 2, true, LOG, false);
        assertThat(forced.treat(upTo20And()).touched())
                .containsExactly(new Touched(0, "winsorised-low", 1, 2), new Touched(19, "winsorised-high", 20, 19));
    }

    @Test
    void tiedValuesMoveTogetherAndEachCounts() {
        Fit fit = new Winsorise(2, 3.5, 1, false, LOG, false).fitted(upTo20And(90, 100, 100));
        assertThat(fit.treatment()).isEqualTo(new AtBounds(Double.NEGATIVE_INFINITY, 90));
        assertThat(fit.drawnIn()).isEqualTo(2);
    }

    @Test
    void columnsWithoutShapeStayAsTheyAreAndSaySo() {
        Winsorise forced = new Winsorise(2, 3.5, 1, true, LOG, false);
        for (double[] column : new double[][] {
            {}, {7}, {1, 9}, {1, 2, 900}, {4, 4, 4, 4, 4}, {Double.NaN, Double.NaN}, {0.1, 0.1, 0.1, 0.1}
        }) {
            Treated treated = forced.treat(column);
            assertThat(treated.values()).isEqualTo(column);
            assertThat(treated.touched()).isEmpty();
            assertThat(treated.note().chinese()).isEqualTo("取值少于4个或全部相等,无偏度与峰度可言,未处理");
        }
    }

    @Test
    void twoDifferentValuesStayApart() {
        double[] rare = new double[50];
        rare[7] = 1;
        Treated treated = Winsorise.usual().treat(rare);
        assertThat(treated.values()).isEqualTo(rare);
        assertThat(treated.note().english()).contains("fails");
    }

    @Test
    void drawingInNeverMakesAllValuesEqual() {
        double[] rare = new double[50];
        rare[7] = 1;
        rare[8] = 100;
        Winsorise unlimited = new Winsorise(2, 3.5, Winsorise.NO_LIMIT, false, new Transformation.None(), false);
        assertThat(unlimited.treat(rare).touched()).containsExactly(new Touched(8, "winsorised-high", 100, 1));
    }

    @Test
    void secondStepStartsFromTheOriginalColumnUnlessCombined() {
        double[] column = upTo20And(90, 95, 1000);
        Treated alone = new Winsorise(1, -3, 1, false, LOG, false).treat(column);
        Treated combined = new Winsorise(1, -3, 1, false, LOG, true).treat(column);
        assertThat(alone.values()[22]).isEqualTo(Math.log(999 * 1.01), within(1e-12));
        assertThat(alone.touched())
                .hasSize(23)
                .allMatch(touched -> touched.how().equals("log"));
        assertThat(combined.values()[22]).isEqualTo(Math.log(94 * 1.01), within(1e-12));
        assertThat(combined.touched().get(22))
                .isEqualTo(new Touched(22, "winsorised-high+log", 1000, combined.values()[21]));
        assertThat(combined.touched().get(0).how()).isEqualTo("log");
    }

    @Test
    void secondStepThatWouldNotRiseLeavesTheColumnWinsorised() {
        double[] column =
                Arrays.stream(upTo20And(90, 95, 1000)).map(value -> value / 1e4).toArray();
        Winsorise small = new Winsorise(1, -3, 1, false, new Transformation.LogOfInnovationIndex(1), false);
        assertThat(small.treat(column).touched()).containsExactly(new Touched(22, "winsorised-high", 0.1, 0.0095));
    }

    @Test
    void outlierThatWasDrawnInLeavesNoRoundingErrorBehind() {
        Fit fit = Winsorise.usual().fitted(upTo20And(1e12));
        // Of 1 to 20 and another 20, in exact fractions.
        assertThat(fit.checks().get(1).skewness()).isEqualTo(-0.0393242729447, within(1e-12));
        assertThat(fit.checks().get(1).kurtosis()).isEqualTo(-1.2481364767551, within(1e-12));
    }

    @Test
    void unitDoesNotMatterHoweverLargeOrSmall() {
        for (double unit : new double[] {1e-150, 1e-9, 1, 1e9, 1e150}) {
            double[] column =
                    Arrays.stream(upTo20And(100)).map(value -> value * unit).toArray();
            assertThat(Winsorise.usual().treat(column).touched())
                    .containsExactly(new Touched(20, "winsorised-high", 100 * unit, 20 * unit));
        }
    }

    @Test
    void curveSoFlatThatAllValuesBecomeOneIsNotTaken() {
        double[] column = Arrays.stream(upTo20And(90, 95, 1000))
                .map(value -> value * 1e-30)
                .toArray();
        assertThat(new Winsorise(1, -3, 1, false, new Transformation.LogFromOne(), false)
                        .treat(column)
                        .touched())
                .containsExactly(new Touched(22, "winsorised-high", column[22], column[21]));
    }

    @Test
    void parametersOutOfRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Winsorise(0, 3.5, 5, false, LOG, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0.0 and 3.5");
        assertThatThrownBy(() -> new Winsorise(Double.NaN, 3.5, 5, false, LOG, false))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Winsorise(2, Double.NaN, 5, false, LOG, false))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Winsorise(2, 3.5, -1, false, LOG, false)).hasMessageContaining("found -1");
        assertThatThrownBy(() -> new Winsorise(2, 3.5, 0, true, LOG, false)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> new AtBounds(3, 3)).hasMessageContaining("3.0 and 3.0");
        assertThatThrownBy(() -> new AtBounds(Double.NaN, 3)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Transformation.BoxCox(6, true)).hasMessageContaining("found 6.0");
        assertThatThrownBy(() -> new Transformation.BoxCox(Double.NaN, true)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Transformation.LogOfInnovationIndex(0)).hasMessageContaining("found 0.0");
    }

    @Test
    void descriptionsNameEveryParameter() {
        assertThat(Winsorise.usual().description().chinese())
                .isEqualTo("偏度绝对值不低于2且峰度不低于3.5时缩尾至多5个值;仍不通过时取对数ln(x − 最小值 + 极差的1%)");
        assertThat(new Winsorise(2, 3.5, 3, true, new Transformation.BoxCox(0.5, true), true)
                        .description()
                        .english())
                .isEqualTo(
                        "Winsorised, at most 3 values, if |skewness| is not below 2 nor kurtosis below 3.5 (and also if "
                                + "they are); if it still fails, Box–Cox transformation of (x − min + 1), λ = 0.5 of the "
                                + "winsorised values");
        assertThat(new AtBounds(Double.NEGATIVE_INFINITY, 90).description().chinese())
                .isEqualTo("在固定界限−∞与90处缩尾");
    }
}
