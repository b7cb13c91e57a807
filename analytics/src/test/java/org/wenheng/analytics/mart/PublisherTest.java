package org.wenheng.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.Run;
import org.wenheng.analytics.gold.RunRecord;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.mart.Publisher.ScoredRun;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

class PublisherTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final Period YEAR = Period.ofYear(2026);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-05T12:00:00Z");

    private final Scheme scheme = scheme("A");

    @BeforeEach
    void empty() {
        MartForTests.empty();
    }

    @Test
    void whatThePointerNamesIsWhatReadersSee() throws Exception {
        publish(scheme, List.of(run(scheme, 80)), List.of(), NOON);
        assertThat(
                        MartForTests.query(
                                "SELECT region_code || ' ' || score || ' ' || rank FROM mart.published_result WHERE region_code = 'X1'"))
                .containsExactly("X1 80.00 1");
        publish(scheme, List.of(run(scheme, 90)), List.of(), LATER);
        assertThat(MartForTests.query("SELECT score FROM mart.published_result WHERE region_code = 'X1'"))
                .containsExactly("90.00");
        assertThat(MartForTests.query("SELECT count(*) FROM mart.run")).containsExactly("2");
    }

    @Test
    void aRunThatComesAgainIsStoredOnceAndThePointerReturnsToIt() throws Exception {
        ScoredRun first = run(scheme, 80);
        publish(scheme, List.of(first), List.of(), NOON);
        publish(scheme, List.of(run(scheme, 90)), List.of(), NOON);
        publish(scheme, List.of(first), List.of(), LATER);
        assertThat(new Publisher(MartForTests.database()).published(scheme.code()))
                .containsEntry("2026", first.run().id());
        assertThat(MartForTests.query("SELECT count(*) FROM mart.run")).containsExactly("2");
    }

    @Test
    void aSchemeChangedUnderItsVersionIsRefusedAndNothingChanges() throws Exception {
        publish(scheme, List.of(run(scheme, 80)), List.of(), NOON);
        Scheme changed = scheme("A * 2");
        assertThatThrownBy(() -> publish(changed, List.of(run(changed, 40)), List.of(), LATER))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("SCHEME_CHANGED_WITHOUT_VERSION")
                .hasMessageContaining("已经发布过");
        assertThat(MartForTests.query("SELECT count(*) FROM mart.run")).containsExactly("1");
    }

    @Test
    void aPublicationThatFailsLeavesNothingBehind() throws Exception {
        @Nullable Object[] unknownStatus = {"too", "few", "columns"};
        assertThatThrownBy(() ->
                        publish(scheme, List.of(run(scheme, 80)), List.<@Nullable Object[]>of(unknownStatus), NOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot publish; nothing was changed");
        assertThat(MartForTests.query("SELECT count(*) FROM mart.catalogue")).containsExactly("0");
    }

    @Test
    void theEndOfAVersionReachesTheMartLater() throws Exception {
        publish(scheme, List.of(run(scheme, 80)), List.<@Nullable Object[]>of(observation("80", NOON, null)), NOON);
        assertThat(new Publisher(MartForTests.database()).knownUntil("small")).contains(NOON);
        publish(
                scheme,
                List.of(run(scheme, 90)),
                List.<@Nullable Object[]>of(observation("80", NOON, LATER), observation("90", LATER, null)),
                LATER);
        assertThat(MartForTests.query(
                        "SELECT given || ' ' || (known_to IS NULL) FROM mart.observation ORDER BY known_from"))
                .containsExactly("80 false", "90 true");
        assertThat(new Publisher(MartForTests.database()).knownUntil("small")).contains(LATER);
    }

    private static @Nullable Object[] observation(String value, Instant from, @Nullable Instant to) {
        return new @Nullable Object[] {
            "small", "X1", "", "", "2026", "A", "reported", value, "s1", "表\t一", "C7", value, "real", from, to
        };
    }

    static Scheme scheme(String formula) {
        return SmallWorld.read(
                CATALOGUE,
                SmallWorld.indicator("D1", "D", 1, "year", formula),
                SmallWorld.indicator("E1", "E", 1, "year", formula));
    }

    static ScoredRun run(Scheme scheme, double value) {
        ElementPanel panel = ElementPanel.builder().put("X1", YEAR, "A", value).build();
        ScoreTable table = new Engine(scheme, CATALOGUE).score(panel, YEAR);
        Run run = new Run(
                Run.idOf(scheme.hash(), "test", table),
                scheme.code(),
                scheme.version(),
                YEAR,
                NOON,
                "real",
                "test",
                NOON,
                NOON,
                new RunRecord(scheme.hash(), 1, 1, 0, "test"));
        return new ScoredRun(run, GoldRows.of(run, table));
    }

    static void publish(Scheme scheme, List<ScoredRun> runs, List<@Nullable Object[]> observations, Instant moment) {
        new Publisher(MartForTests.database()).publish(CATALOGUE, scheme, runs, observations, List.of(), moment);
    }
}
