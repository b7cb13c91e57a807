package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.structure.Standings.Among;
import org.wenheng.analytics.structure.Standings.LastPlace;
import org.wenheng.analytics.structure.Standings.Profile;
import org.wenheng.analytics.structure.Standings.Selection;
import org.wenheng.analytics.structure.Standings.Standing;

class StandingsTest {

    @ParameterizedTest
    @CsvSource({"01_raw, str_weak_raw", "06_normalised, str_weak_normalised"})
    void strengthsAndWeaknessesHaveTheRanksOfCoinrs(String stage, String published) {
        Oracle oracle = Oracle.read("asem/08_analysis/" + published + ".csv");
        Matrix points = stage.equals("01_raw") ? turned(Asem.indicators(stage)) : Asem.indicators(stage);
        List<String> countries = Asem.countries();
        Standings standings = Standings.of(points, PeerGroups.none(points.rows()));
        Selection asCoinr = new Selection(5, 5, Among.ALL, LastPlace.LEFT_OUT, 0);
        for (int row = 0; row < countries.size(); row++) {
            Profile profile = standings.profile(row, asCoinr);
            assertThat(ranks(profile.strengths(), Standing::rank))
                    .as(countries.get(row))
                    .isEqualTo(published(oracle, countries.get(row), "strength"));
            // The worst comes first here and last there.
            List<Integer> worstLast = new ArrayList<>(ranks(profile.weaknesses(), Standing::rank));
            Collections.reverse(worstLast);
            assertThat(worstLast).isEqualTo(published(oracle, countries.get(row), "weakness"));
        }
    }

    @Test
    void theStrengthsOfACountryAreThoseOfCoinrByName() {
        Oracle oracle = Oracle.read("asem/08_analysis/str_weak_raw.csv");
        Matrix points = turned(Asem.indicators("01_raw"));
        Profile profile = Standings.of(points, PeerGroups.none(51)).profile(0, Selection.usual());
        assertThat(profile.strengths().stream()
                        .map(standing -> Asem.indicators().get(standing.column())))
                .containsExactlyElementsOf(oracle.texts("Code").subList(0, 5));
        assertThat(oracle.texts("uCode").get(0)).isEqualTo("AUS");
    }

    @Test
    void inGroupsTheyHaveTheRanksOfCoinrsWhichComparesLastPlacesAcrossGroups() {
        Oracle oracle = Oracle.read("asem/08_analysis/str_weak_raw_GDPgroup.csv");
        Matrix points = turned(Asem.indicators("01_raw"));
        List<String> countries = Asem.countries();
        Standings standings = Standings.of(points, new PeerGroups(Asem.inputByCountry("GDP_group")));
        for (int row = 0; row < countries.size(); row++) {
            List<Standing> eligible = notLastInAnyGroup(standings, points, row);
            assertThat(ranks(eligible.subList(0, 5), Standing::groupRank))
                    .as(countries.get(row))
                    .isEqualTo(published(oracle, countries.get(row), "strength"));
            assertThat(ranks(eligible.subList(eligible.size() - 5, eligible.size()), Standing::groupRank))
                    .isEqualTo(published(oracle, countries.get(row), "weakness"));
        }
    }

    /** COINr leaves out an indicator where the rank in the group is the greatest rank in any group. */
    private static List<Standing> notLastInAnyGroup(Standings standings, Matrix points, int row) {
        return standings.standings(row).stream()
                .filter(standing -> {
                    int greatest = 0;
                    for (int other = 0; other < points.rows(); other++) {
                        greatest = Math.max(greatest, groupRank(standings, other, standing.column()));
                    }
                    return standing.groupRank() < greatest;
                })
                .sorted(Comparator.comparingInt(Standing::groupRank))
                .toList();
    }

    private static int groupRank(Standings standings, int row, int column) {
        return standings.standings(row).stream()
                .filter(standing -> standing.column() == column)
                .mapToInt(Standing::groupRank)
                .findFirst()
                .orElse(0);
    }

    private static Matrix turned(Matrix raw) {
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> codes = Asem.indicators();
        Matrix turned = raw;
        for (int column = 0; column < codes.size(); column++) {
            if (meta.numbers("Direction")[meta.texts("iCode").indexOf(codes.get(column))] < 0) {
                turned = turned.with(
                        column,
                        Arrays.stream(raw.column(column)).map(value -> -value).toArray());
            }
        }
        return turned;
    }

    private static List<Integer> ranks(List<Standing> standings, ToIntFunction<Standing> rank) {
        return standings.stream().map(rank::applyAsInt).toList();
    }

    private static List<Integer> published(Oracle oracle, String country, String type) {
        return oracle.rows().stream()
                .filter(row -> row.get(0).equals(country) && row.get(1).equals(type))
                .map(row -> Integer.valueOf(row.get(6)))
                .toList();
    }

    /** Row 0 is 2nd, 1st, last, without a value, and in a column in which all are equal. */
    private static Matrix five() {
        return Matrix.ofRows(
                new double[] {5, 9, 1, Double.NaN, 3},
                new double[] {6, 2, 7, 4, 3},
                new double[] {4, 2, 7, 5, 3},
                new double[] {1, 2, 7, 6, 3});
    }

    @Test
    void aLastPlaceIsAWeaknessAndNeverAStrength() {
        Standings standings = Standings.of(five(), PeerGroups.none(4));
        Profile profile = standings.profile(0, Selection.usual());
        assertThat(profile.strengths()).extracting(Standing::column).containsExactly(1, 0);
        assertThat(profile.weaknesses()).extracting(Standing::column).containsExactly(2);
        Profile asCoinr = standings.profile(0, new Selection(5, 5, Among.ALL, LastPlace.LEFT_OUT, 0));
        assertThat(asCoinr.strengths()).isEqualTo(profile.strengths());
        assertThat(asCoinr.weaknesses()).isEmpty();
    }

    @Test
    void aColumnWithFewDifferentValuesMayBeLeftOut() {
        Standings standings = Standings.of(five(), PeerGroups.none(4));
        Profile profile = standings.profile(0, new Selection(5, 5, Among.ALL, LastPlace.WEAKNESS, 0.6));
        assertThat(profile.strengths()).extracting(Standing::column).containsExactly(0);
        assertThat(profile.weaknesses()).isEmpty();
    }

    @Test
    void amongPeersOnlyTheGroupCounts() {
        Standings standings = Standings.of(five(), new PeerGroups(List.of("a", "b", "a", "b")));
        assertThat(standings.standings(0).get(0)).isEqualTo(new Standing(0, 5, 2, 4, 1, 2));
        Profile profile = standings.profile(0, new Selection(5, 5, Among.PEERS, LastPlace.WEAKNESS, 0));
        assertThat(profile.strengths()).extracting(Standing::column).containsExactly(0, 1);
        assertThat(profile.weaknesses()).extracting(Standing::column).containsExactly(2);
    }

    @Test
    void aGroupOfOneHasNeitherStrengthsNorWeaknesses() {
        Standings standings = Standings.of(five(), new PeerGroups(List.of("alone", "b", "b", "b")));
        Profile profile = standings.profile(0, new Selection(5, 5, Among.PEERS, LastPlace.WEAKNESS, 0));
        assertThat(profile).isEqualTo(new Profile(List.of(), List.of()));
    }

    @Test
    void aFirstPlaceIsNeverAWeakness() {
        Matrix points = Matrix.ofRows(new double[] {3, 3, 3}, new double[] {2, 2, 2}, new double[] {1, 1, 1});
        Selection one = new Selection(1, 5, Among.ALL, LastPlace.WEAKNESS, 0);
        Profile profile = Standings.of(points, PeerGroups.none(3)).profile(0, one);
        assertThat(profile.strengths()).extracting(Standing::column).containsExactly(0);
        assertThat(profile.weaknesses()).isEmpty();
    }

    @Test
    void tiesAreInTheOrderOfTheColumns() {
        Matrix points = Matrix.ofRows(new double[] {2, 2, 1, 1}, new double[] {1, 1, 2, 2});
        Profile profile = Standings.of(points, PeerGroups.none(2)).profile(0, Selection.usual());
        assertThat(profile.strengths()).extracting(Standing::column).containsExactly(0, 1);
        assertThat(profile.weaknesses()).extracting(Standing::column).containsExactly(2, 3);
    }

    @Test
    void anInfiniteValueIsRefused() {
        assertThatThrownBy(() ->
                        Standings.of(Matrix.ofColumns(1, new double[] {Double.POSITIVE_INFINITY}), PeerGroups.none(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column 0: Row 0 holds Infinity");
    }
}
