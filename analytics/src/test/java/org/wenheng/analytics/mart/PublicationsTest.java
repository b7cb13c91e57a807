package org.wenheng.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.mart.Publisher.ScoredRun;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.problem.InputRefusedException;

/** Going back to an earlier run is a step of a pointer with a history; nothing is removed and nobody sees a mix. */
class PublicationsTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Scheme SCHEME = PublisherTest.scheme("A");
    private static final ScoredRun EIGHTY = PublisherTest.run(SCHEME, 80);
    private static final ScoredRun NINETY = PublisherTest.run(SCHEME, 90);
    private static final String SEEN = "SELECT score FROM mart.published_result WHERE region_code = 'X1'";

    private final Publications publications = new Publications(MartForTests.database());

    @BeforeEach
    void publishEightyThenNinety() {
        MartForTests.empty();
        publish(EIGHTY, 0);
        publish(NINETY, 1);
    }

    @Test
    void readersSeeTheRunBeforeAndTheHistorySaysWhoWhenAndWhy() {
        PublicationMove move = back(Optional.empty(), 2);
        assertThat(move.to()).isEqualTo(id(EIGHTY));
        assertThat(MartForTests.query(SEEN)).containsExactly("80.00");
        assertThat(publications.history("test"))
                .containsExactly(
                        new PublicationMove("2026", false, Optional.empty(), id(EIGHTY), at(0), "test", ""),
                        new PublicationMove("2026", false, Optional.of(id(EIGHTY)), id(NINETY), at(1), "test", ""),
                        new PublicationMove(
                                "2026", true, Optional.of(id(NINETY)), id(EIGHTY), at(2), "李四", "X1 的数据有误"));
        assertThat(publications.runs("test").stream().filter(Publications.Kept::published))
                .singleElement()
                .extracting(Publications.Kept::runId)
                .isEqualTo(id(EIGHTY));
        // The run taken back stays readable.
        assertThat(MartForTests.query("SELECT score FROM mart.result WHERE region_code = 'X1' AND kind = 'unit'"
                        + " AND run_id = '" + id(NINETY) + "'"))
                .containsExactly("90.00");
    }

    @Test
    void aRunThatWasTakenBackIsWithheldUntilAPersonGivesItBack() {
        assertThat(publications.withheld("test")).isEmpty();
        back(Optional.empty(), 2);
        assertThat(publications.withheld("test")).containsOnlyKeys(id(NINETY));
        ScoredRun corrected = PublisherTest.run(SCHEME, 85);
        publish(corrected, 3);
        assertThat(publications.withheld("test")).containsOnlyKeys(id(NINETY));
        back(Optional.of(id(NINETY)), 4);
        assertThat(publications.withheld("test")).containsOnlyKeys(id(corrected));
        assertThat(MartForTests.query(SEEN)).containsExactly("90.00");
    }

    @Test
    void whoReadsInATransactionSeesOneRunUntilItsEnd() throws Exception {
        try (Connection reader = MartForTests.database().connectReader();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThat(score(statement)).isEqualTo("90.00");
            back(Optional.empty(), 2);
            assertThat(score(statement)).isEqualTo("90.00");
            reader.commit();
            assertThat(score(statement)).isEqualTo("80.00");
        }
    }

    @Test
    void whatCannotBeIsRefusedAndNothingMoves() {
        assertRefused("2025", Optional.empty(), "PERIOD_NOT_PUBLISHED");
        assertRefused("2026", Optional.of("0123456789abcdef"), "RUN_NOT_OF_PERIOD");
        assertRefused("2026", Optional.of(id(NINETY)), "RUN_PUBLISHED_ALREADY");
        assertThat(publications.history("test")).hasSize(2);
        MartForTests.empty();
        publish(EIGHTY, 0);
        assertRefused("2026", Optional.empty(), "NO_EARLIER_RUN");
        assertThat(MartForTests.query(SEEN)).containsExactly("80.00");
    }

    private void assertRefused(String period, Optional<String> to, String code) {
        assertThatThrownBy(() -> publications.moveBack("test", period, to, "why", "who", at(9)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(code);
    }

    private PublicationMove back(Optional<String> to, int hour) {
        return publications.moveBack("test", "2026", to, "X1 的数据有误", "李四", at(hour));
    }

    private static void publish(ScoredRun run, int hour) {
        PublisherTest.publish(SCHEME, List.of(run), List.of(), at(hour));
    }

    private static String score(Statement statement) throws Exception {
        try (ResultSet rows = statement.executeQuery(SEEN)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String id(ScoredRun run) {
        return run.run().id();
    }

    private static Instant at(int hour) {
        return NOON.plusSeconds(3600L * hour);
    }
}
