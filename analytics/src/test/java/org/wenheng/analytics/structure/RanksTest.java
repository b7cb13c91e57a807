package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.matrix.Matrix;

class RanksTest {

    @Test
    void agreeWithThoseOfCoinrWithTiesAndGaps() {
        Oracle oracle = Oracle.read("asem/12_edge/rank.csv");
        assertThat(Ranks.descending(oracle.numbers("v"))).containsExactly(oracle.numbers("rank"));
    }

    @Test
    void inGroupsAgreeWithThoseOfCoinrButARowWithoutAGroupIsRankedAmongItsKind() {
        Oracle oracle = Oracle.read("asem/12_edge/rank.csv");
        double[] ranks = Ranks.descending(oracle.numbers("v"), new PeerGroups(oracle.texts("g")));
        double[] expected = oracle.numbers("grank");
        assertThat(oracle.texts("g").get(5)).isEmpty();
        assertThat(expected[5]).isNaN();
        expected[5] = 1;
        assertThat(ranks).containsExactly(expected);
    }

    @Test
    void ofEveryNodeAndCountryAgreeWithCoinrsUnitSummaries() {
        Oracle oracle = Oracle.read("asem/01_default/unit_summaries.csv");
        List<String> codes = Asem.nodes();
        List<String> countries = Asem.countries();
        Matrix scores = Asem.scores();
        Map<String, double[]> found = new HashMap<>();
        for (int node = 0; node < codes.size(); node++) {
            double[] ranks = Ranks.descending(scores.column(node));
            for (int row = 0; row < ranks.length; row++) {
                found.put(countries.get(row) + " " + codes.get(node), new double[] {scores.at(row, node), ranks[row]});
            }
        }
        assertThat(oracle.rows()).hasSize(51 * 60);
        for (List<String> row : oracle.rows()) {
            assertThat(found.get(row.get(0) + " " + row.get(1)))
                    .containsExactly(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4)));
        }
    }

    @Test
    void inGroupsOfEveryAggregateAgreeWithCoinr() {
        Oracle oracle = Oracle.read("asem/01_default/results_groupranks_GDP.csv");
        List<String> countries = Asem.countries();
        PeerGroups groups = new PeerGroups(Asem.inputByCountry("GDP_group"));
        List<String> aggregates = oracle.header().subList(2, oracle.header().size());
        for (String code : aggregates) {
            double[] ranks = Ranks.descending(Asem.scores().column(Asem.nodes().indexOf(code)), groups);
            double[] expected = oracle.numbers(code);
            for (int i = 0; i < expected.length; i++) {
                assertThat(ranks[countries.indexOf(oracle.texts("uCode").get(i))])
                        .as(code + " " + oracle.texts("uCode").get(i))
                        .isEqualTo(expected[i]);
            }
        }
        assertThat(aggregates).hasSize(11);
    }

    @Test
    void minusZeroIsTiedWithZero() {
        assertThat(Ranks.descending(new double[] {-0.0, 0.0, 1})).containsExactly(2, 2, 1);
    }

    @Test
    void everyRowNeedsAGroup() {
        assertThatThrownBy(() -> Ranks.descending(new double[] {1, 2}, PeerGroups.none(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 rows and groups for 1");
    }
}
