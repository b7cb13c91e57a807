package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

class ParentScoresTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(2);
    private static final String TEXT =
            SmallWorld.scheme(indicator("D1", "D", 1, "year", "A"), indicator("E1", "E", 1, "year", "B"));
    private static final Scheme SCHEME = SchemeReader.parse("test.yml", TEXT, CATALOGUE);

    private static ElementPanel.Builder counties() {
        ElementPanel.Builder panel = ElementPanel.builder();
        both(panel, "X1", 80, 300);
        both(panel, "X2", 60, 100);
        both(panel, "Y1", 50, 100);
        both(panel, "Y2", 90, 900);
        return panel;
    }

    private static void both(ElementPanel.Builder panel, String region, double points, double population) {
        panel.put(region, YEAR, "A", points).put(region, YEAR, "B", points).put(region, YEAR, "POP", population);
    }

    private static List<RegionResult> parents(Scheme scheme, ElementPanel.Builder panel) {
        return new Engine(scheme, CATALOGUE)
                .score(panel.build(), YEAR).results().stream()
                        .filter(result -> result.kind().equals("parent"))
                        .toList();
    }

    private static RegionResult parent(Scheme scheme, ElementPanel.Builder panel, String region) {
        return parents(scheme, panel).stream()
                .filter(result -> result.region().equals(region))
                .findFirst()
                .orElseThrow();
    }

    private static NodeResult node(RegionResult result, String code) {
        return result.nodes().stream()
                .filter(node -> node.node().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void parentIsSixtyPercentOfItsUnitsAndFortyOfItself() {
        RegionResult city = parent(SCHEME, counties().put("X", YEAR, "A", 40).put("X", YEAR, "B", 90), "X");
        assertThat(city.score()).isEqualTo(new BigDecimal("69.00"));
        assertThat(node(city, "unit:X1").contribution()).isEqualTo(36, within(1e-11));
        assertThat(node(city, "unit:X2").contribution()).isEqualTo(9, within(1e-11));
        assertThat(node(city, "D").contribution()).isEqualTo(9.6, within(1e-11));
        assertThat(node(city, "E1").contribution()).isEqualTo(14.4, within(1e-11));
        assertThat(node(city, "INDEX").contribution()).isEqualTo(city.exact());
    }

    @Test
    void parentWithoutOwnReportsIsItsUnits() {
        RegionResult city = parent(SCHEME, counties().put("X", YEAR, "A", 40).put("X", YEAR, "B", 90), "Y");
        assertThat(city.score()).isEqualTo(new BigDecimal("50.00"));
        assertThat(node(city, "INDEX").notes()).contains(Notes.UNITS_ALONE);
        assertThat(city.nodes()).extracting(NodeResult::node).containsExactly("INDEX", "unit:Y1");
    }

    @Test
    void parentWithoutUnitsIsItself() {
        ElementPanel.Builder panel =
                ElementPanel.builder().put("X", YEAR, "A", 40).put("X", YEAR, "B", 90);
        RegionResult city = parent(SCHEME, panel, "X");
        assertThat(city.score()).isEqualTo(new BigDecimal("60.00"));
        assertThat(node(city, "INDEX").notes()).contains(Notes.OWN_LEVEL_ALONE);
    }

    @Test
    void elementThatNobodyKeepsAtTheLevelDoesNotApply() {
        RegionResult city = parent(SCHEME, counties().put("X", YEAR, "A", 40), "X");
        assertThat(node(city, "E1").status()).isEqualTo("not-applicable");
        assertThat(city.score()).isEqualTo(new BigDecimal("61.00"));
    }

    @Test
    void unitManagedFromAboveStandsByItself() {
        RegionResult county = parent(SCHEME, counties(), "Y2");
        assertThat(county.score()).isEqualTo(new BigDecimal("90.00"));
        assertThat(county.peerGroup()).isEqualTo("市");
        assertThat(county.rank()).isEqualTo(1);
        assertThat(county.rankOf()).isEqualTo(3);
        assertThat(node(county, "INDEX").notes())
                .contains(new Title("由上级直接管理,按本级得分单列", "Managed from above: stands by itself with its own score"));
    }

    @Test
    void byCodeTheUnitCountsWhereItLies() {
        Scheme byCode = SchemeReader.parse(
                "test.yml", TEXT.replace("basis: management, managed-by: managed-by", "basis: code"), CATALOGUE);
        assertThat(parent(byCode, counties(), "Y").score()).isEqualTo(new BigDecimal("86.00"));
        assertThat(parents(byCode, counties())).extracting(RegionResult::region).containsExactly("X", "Y");
    }

    @Test
    void unitWithoutWeightIsLeftOutAndNamed() {
        ElementPanel.Builder panel = ElementPanel.builder();
        both(panel, "X1", 80, 300);
        panel.put("X2", YEAR, "A", 10).put("X2", YEAR, "B", 10);
        RegionResult city = parent(SCHEME, panel, "X");
        assertThat(city.score()).isEqualTo(new BigDecimal("80.00"));
        assertThat(node(city, "INDEX").notes()).contains(Notes.withoutWeight("X2县"));
    }
}
