package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

class TopGradeQuotaTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(4);

    private static Scheme scheme(String quota) {
        String text = SmallWorld.scheme(indicator("D1", "D", 1, "year", "A"), indicator("E1", "E", 1, "year", "B"));
        return SchemeReader.parse("test.yml", text.replace("floors:", "quota: " + quota + "\nfloors:"), CATALOGUE);
    }

    /** Scores: X1 100, X2 94, X3 94, X4 60; in the other group Y1 92. X3 is better than X2 at D, worse at E. */
    private static List<RegionResult> results(Scheme scheme) {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", YEAR, "A", 100)
                .put("X1", YEAR, "B", 100)
                .put("X2", YEAR, "A", 90)
                .put("X2", YEAR, "B", 100)
                .put("X3", YEAR, "A", 100)
                .put("X3", YEAR, "B", 85)
                .put("X4", YEAR, "A", 60)
                .put("X4", YEAR, "B", 60)
                .put("Y1", YEAR, "A", 92)
                .put("Y1", YEAR, "B", 92)
                .build();
        return new Engine(scheme, CATALOGUE).score(panel, YEAR).results();
    }

    private static RegionResult unit(List<RegionResult> results, String region) {
        return results.stream()
                .filter(result ->
                        result.region().equals(region) && result.kind().equals("unit"))
                .findFirst()
                .orElseThrow();
    }

    private static String grade(List<RegionResult> results, String region) {
        return Objects.requireNonNull(unit(results, region).grade()).chinese();
    }

    @Test
    void halfOfAPeerGroupOfFourMayBeExcellentAndTheTieIsDecidedAtTheNamedNode() {
        List<RegionResult> byD = results(scheme("{ grade: 优秀, at-most: 0.5, of: peer-group, ties: [D] }"));
        assertThat(grade(byD, "X1")).isEqualTo("优秀");
        assertThat(grade(byD, "X3")).isEqualTo("优秀");
        assertThat(grade(byD, "X2")).isEqualTo("良好");
        assertThat(unit(byD, "X2").gradeReasons().get(0).chinese()).isEqualTo("优秀名额2个(参评4个),按规定顺序列第3,改评良好");
        assertThat(Objects.requireNonNull(unit(byD, "X2").gradeByPoints()).chinese())
                .isEqualTo("优秀");

        List<RegionResult> byE = results(scheme("{ grade: 优秀, at-most: 0.5, of: peer-group, ties: [E] }"));
        assertThat(grade(byE, "X2")).isEqualTo("优秀");
        assertThat(grade(byE, "X3")).isEqualTo("良好");
    }

    @Test
    void withoutNodesTheLowerCodeOfTheRegionDecides() {
        List<RegionResult> results = results(scheme("{ grade: 优秀, at-most: 0.5, of: peer-group, ties: [] }"));
        assertThat(grade(results, "X2")).isEqualTo("优秀");
        assertThat(grade(results, "X3")).isEqualTo("良好");
    }

    @Test
    void shareOfAllRegionsIsRoundedDown() {
        // 0.3 of the 5 scored units is 1.
        List<RegionResult> results = results(scheme("{ grade: 优秀, at-most: 0.3, of: all-regions, ties: [] }"));
        assertThat(grade(results, "X1")).isEqualTo("优秀");
        assertThat(grade(results, "X2")).isEqualTo("良好");
        assertThat(grade(results, "Y1")).isEqualTo("良好");
    }

    @Test
    void quotaOfAnotherGradeOrWithAnUnknownNodeIsRefused() {
        assertThatThrownBy(() -> scheme("{ grade: 良好, at-most: 0.5, of: peer-group, ties: [D2] }"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("A quota is for the best grade")
                .hasMessageContaining("There is no node \"D2\" (did you mean \"D\"?)");
    }
}
