package org.wenheng.analytics.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.Construction.Built;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.impute.Centre;
import org.wenheng.analytics.impute.GroupCentre;
import org.wenheng.analytics.impute.Imputation;
import org.wenheng.analytics.impute.Imputed;
import org.wenheng.analytics.impute.Panel;
import org.wenheng.analytics.impute.Surroundings;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.analytics.screen.Denomination;
import org.wenheng.analytics.structure.Asem;
import org.wenheng.analytics.treat.Winsorise;

/**
 * The whole way of the published example, from the raw table to the index: per head, missing values from the group, outliers
 * drawn in, min-max by direction, means up the tree. Nothing of the published stages is put in between.
 */
class PublishedPipelineTest {
    private static final double AGREEMENT = 1e-9;

    @Test
    void fromTheRawTableEveryNodeOfEveryCountryComesOutAsPublished() {
        Oracle data = Oracle.read("asem/00_input/asem_iData.csv");
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> countries = data.texts("uCode");
        int[] byCode = IntStream.range(0, countries.size())
                .boxed()
                .sorted(Comparator.comparing(countries::get))
                .mapToInt(Integer::intValue)
                .toArray();

        List<double[]> columns = new ArrayList<>();
        List<IndicatorRule> rules = new ArrayList<>();
        for (String indicator : Asem.indicators()) {
            int row = meta.texts("iCode").indexOf(indicator);
            String denominator = meta.texts("Denominator").get(row);
            double[] values = data.numbers(indicator);
            columns.add(
                    denominator.isEmpty()
                            ? values
                            : new Denomination(1)
                                    .denominate(values, data.numbers(denominator))
                                    .values());
            Direction direction =
                    meta.numbers("Direction")[row] > 0 ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
            rules.add(new IndicatorRule(
                    Winsorise.usual(), new MinMax(PointRange.HUNDRED, direction), new Reference.AllRegions()));
        }
        Matrix perHead = Matrix.ofColumns(countries.size(), columns.toArray(double[][]::new))
                .selectRows(byCode);
        PeerGroups groups = new PeerGroups(
                IntStream.of(byCode).mapToObj(data.texts("EurAsia_group")::get).toList());
        Surroundings surroundings = new Surroundings(
                groups,
                Surroundings.none(perHead.rows(), perHead.columns()).columns(),
                Panel.onePeriod(perHead.rows()));
        List<Imputation> fromGroup = Collections.nCopies(perHead.columns(), new GroupCentre(Centre.MEAN, 1));
        Matrix whole = Imputed.matrix(perHead.rows(), Imputation.imputeAll(perHead, fromGroup, surroundings));

        Built built = new Construction(Asem.tree(), rules).build(whole, groups);

        Matrix published = Oracle.read("asem/01_default/07_aggregated.csv").matrix(Asem.nodes());
        for (int node = 0; node < published.columns(); node++) {
            for (int row = 0; row < published.rows(); row++) {
                double expected = published.at(row, node);
                assertThat(built.scores().at(row, node))
                        .as("%s of row %s", Asem.nodes().get(node), row)
                        .isEqualTo(expected, within(AGREEMENT * Math.max(1, Math.abs(expected))));
            }
        }
    }
}
