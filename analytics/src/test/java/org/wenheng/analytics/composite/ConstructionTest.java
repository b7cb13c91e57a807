package org.wenheng.analytics.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.analytics.treat.NoTreatment;

class ConstructionTest {
    private static final double[] RISING = {1, 2, 3};
    private static final double[] ENDLESS = {1, 2, Double.POSITIVE_INFINITY};

    private final Construction construction = new Construction(
            new NodeTree(List.of(
                    new Branch("Index", -1, 1, new ArithmeticMean(), 0),
                    new Leaf("a", 0, 1, 0),
                    new Leaf("b", 0, 1, 1),
                    new Leaf("c", 0, 1, 2))),
            List.of(minMax(), minMax(), minMax()));

    @Test
    void everyIndicatorThatIsRefusedIsNamedInTheOrderOfColumns() {
        assertThatThrownBy(() -> construction.build(Matrix.ofColumns(3, ENDLESS, RISING, ENDLESS), PeerGroups.none(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a: An infinite value cannot be compared with: 1.0 to Infinity; "
                        + "c: An infinite value cannot be compared with: 1.0 to Infinity");
    }

    @Test
    void anIndexIsTheMeanOfThePointsOfItsIndicators() {
        Construction.Built built =
                construction.build(Matrix.ofColumns(3, RISING, RISING, new double[] {3, 3, 1}), PeerGroups.none(3));
        assertThat(built.index()).containsExactly(100.0 / 3, 200.0 / 3, 200.0 / 3);
    }

    @Test
    void rowsOfAGroupStandInTheirOrderAndGroupsInThatOfTheirFirstRow() {
        PeerGroups groups = new PeerGroups(List.of("y", "x", "", "y"));
        assertThat(groups.rows().keySet()).containsExactly("y", "x", "");
        assertThat(groups.rows().get("y")).containsExactly(0, 3);
        assertThat(groups).isEqualTo(new PeerGroups(List.of("y", "x", "", "y")));
    }

    private static IndicatorRule minMax() {
        return new IndicatorRule(
                new NoTreatment(),
                new MinMax(PointRange.HUNDRED, Direction.HIGHER_IS_BETTER),
                new Reference.AllRegions());
    }
}
