package org.wenheng.analytics.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.analytics.treat.Agreement.agree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.treat.Treatment.Treated;
import org.wenheng.analytics.treat.Winsorise.Check;
import org.wenheng.analytics.treat.Winsorise.Fit;

/** Agreement with COINr's treatment of 51 countries by 49 indicators, and of its panel of five years. */
class PublishedTreatmentTest {
    private static final Transformation LOG = new Transformation.LogOfRange();

    private static Winsorise atMost(int values, Transformation otherwise) {
        return new Winsorise(2, 3.5, values, false, otherwise, false);
    }

    private static List<String> indicators(Oracle table) {
        return table.header().stream()
                .filter(name -> !List.of("uCode", "Time").contains(name))
                .toList();
    }

    private static void treatedIs(String file, Treatment treatment) {
        Oracle before = Oracle.read("asem/01_default/04_screened.csv");
        Oracle after = Oracle.read(file);
        for (String indicator : indicators(before)) {
            agree(indicator, treatment.treat(before.numbers(indicator)).values(), after.numbers(indicator));
        }
    }

    private static void checksAre(String file, Winsorise treatment) {
        Oracle before = Oracle.read("asem/01_default/04_screened.csv");
        Oracle details = Oracle.read(file);
        List<String> indicators = details.texts("iCode");
        double[] drawnIn = details.numbers("winsorise.nwin");
        for (int i = 0; i < indicators.size(); i++) {
            Fit fit = treatment.fitted(before.numbers(indicators.get(i)));
            if (!Double.isNaN(drawnIn[i])) {
                assertThat(fit.drawnIn()).as(indicators.get(i)).isEqualTo((int) drawnIn[i]);
            }
            for (int step = 0; details.header().contains("check_SkewKurt" + step + ".Pass"); step++) {
                String check = "check_SkewKurt" + step;
                String passes = details.texts(check + ".Pass").get(i);
                assertThat(fit.checks().size() > step).as(indicators.get(i)).isEqualTo(!passes.isEmpty());
                if (!passes.isEmpty()) {
                    Check own = fit.checks().get(step);
                    agree(indicators.get(i), new double[] {own.skewness(), own.kurtosis()}, new double[] {
                        details.numbers(check + ".Skew")[i], details.numbers(check + ".Kurt")[i]
                    });
                    assertThat(own.passes()).isEqualTo(passes.equals("TRUE"));
                }
            }
        }
    }

    @Test
    void usualTreatmentAgrees() {
        treatedIs("asem/01_default/05_treated.csv", Winsorise.usual());
        treatedIs("asem/06_treat/default.csv", Winsorise.usual());
        checksAre("asem/01_default/treat_details.csv", Winsorise.usual());
        checksAre("asem/06_treat/default_details.csv", Winsorise.usual());
    }

    @Test
    void touchedValuesAgree() {
        Oracle before = Oracle.read("asem/01_default/04_screened.csv");
        Oracle points = Oracle.read("asem/01_default/treat_points.csv");
        for (String indicator : indicators(before)) {
            Treated treated = Winsorise.usual().treat(before.numbers(indicator));
            List<String> marks = new ArrayList<>(java.util.Collections.nCopies(51, ""));
            treated.touched()
                    .forEach(touched ->
                            marks.set(touched.row(), touched.how().equals("winsorised-high") ? "winhi" : "winlo"));
            assertThat(marks).as(indicator).isEqualTo(points.texts(indicator));
        }
    }

    @Test
    void noTreatmentAgrees() {
        treatedIs("asem/06_treat/disabled.csv", new NoTreatment());
    }

    @Test
    void fewerValuesAndThenTheLogarithmOfTheOriginalAgree() {
        treatedIs("asem/06_treat/winmax3.csv", atMost(3, LOG));
        checksAre("asem/06_treat/winmax3_details.csv", atMost(3, LOG));
        treatedIs("asem/06_treat/winmax1.csv", atMost(1, LOG));
        checksAre("asem/06_treat/winmax1_details.csv", atMost(1, LOG));
    }

    @Test
    void logarithmOfTheWinsorisedColumnAgrees() {
        Winsorise combined = new Winsorise(2, 3.5, 1, false, LOG, true);
        treatedIs("asem/06_treat/winmax1_combine.csv", combined);
        checksAre("asem/06_treat/winmax1_combine_details.csv", combined);
    }

    @Test
    void logarithmFromOneAgrees() {
        treatedIs("asem/06_treat/winmax1_logorig.csv", atMost(1, new Transformation.LogFromOne()));
        checksAre("asem/06_treat/winmax1_logorig_details.csv", atMost(1, new Transformation.LogFromOne()));
    }

    @Test
    void boxCoxOfLambdaNoughtAgrees() {
        treatedIs("asem/06_treat/winmax1_boxcox_l0.csv", atMost(1, new Transformation.BoxCox(0, true)));
    }

    @Test
    void treatmentsOfSingleIndicatorsAgree() {
        Oracle before = Oracle.read("asem/01_default/04_screened.csv");
        Oracle after = Oracle.read("asem/06_treat/indiv.csv");
        for (String indicator : indicators(before)) {
            Treatment treatment = switch (indicator) {
                case "Flights" -> new NoTreatment();
                case "Bord" -> atMost(2, LOG);
                default -> Winsorise.usual();
            };
            agree(indicator, treatment.treat(before.numbers(indicator)).values(), after.numbers(indicator));
        }
        Oracle details = Oracle.read("asem/06_treat/indiv_details.csv");
        int row = details.texts("iCode").indexOf("Bord");
        Fit fit = atMost(2, LOG).fitted(before.numbers("Bord"));
        agree(
                "Bord",
                fit.checks().stream()
                        .flatMapToDouble(check -> java.util.stream.DoubleStream.of(check.skewness(), check.kurtosis()))
                        .toArray(),
                IntStream.range(0, 6)
                        .mapToDouble(
                                i -> details.numbers("check_SkewKurt" + i / 2 + (i % 2 == 0 ? ".Skew" : ".Kurt"))[row])
                        .toArray());
    }

    @Test
    void everyYearOfAPanelTreatedByItselfAgrees() {
        Oracle raw = Oracle.read("asem/00_input/asem_iData_p.csv");
        Oracle after = Oracle.read("asem/11_panel/treated.csv");
        Oracle details = Oracle.read("asem/11_panel/treat_details.csv");
        List<String> rawKeys = keys(raw, "uCode");
        List<String> detailKeys = keys(details, "iCode");
        List<String> indicators = indicators(after);
        Matrix values = raw.matrix(indicators);
        for (String year : new LinkedHashSet<>(after.texts("Time"))) {
            int[] rows = IntStream.range(0, after.rows().size())
                    .filter(row -> after.texts("Time").get(row).equals(year))
                    .toArray();
            int[] rawRows = IntStream.of(rows)
                    .map(row -> rawKeys.indexOf(year + after.texts("uCode").get(row)))
                    .toArray();
            Matrix before = values.selectRows(rawRows);
            Matrix treated = after.matrix(indicators).selectRows(rows);
            for (int column = 0; column < indicators.size(); column++) {
                String what = year + indicators.get(column);
                agree(what, Winsorise.usual().treat(before.column(column)).values(), treated.column(column));
                Fit fit = Winsorise.usual().fitted(before.column(column));
                int detail = detailKeys.indexOf(what);
                agree(
                        what,
                        new double[] {
                            fit.checks().get(0).skewness(), fit.checks().get(0).kurtosis()
                        },
                        new double[] {
                            details.numbers("check_SkewKurt0.Skew")[detail],
                            details.numbers("check_SkewKurt0.Kurt")[detail]
                        });
                double drawnIn = details.numbers("winsorise.nwin")[detail];
                assertThat(fit.drawnIn()).as(what).isEqualTo(Double.isNaN(drawnIn) ? 0 : (int) drawnIn);
            }
        }
    }

    private static List<String> keys(Oracle table, String second) {
        List<String> years = table.texts("Time");
        List<String> names = table.texts(second);
        return IntStream.range(0, years.size())
                .mapToObj(row -> years.get(row) + names.get(row))
                .toList();
    }
}
