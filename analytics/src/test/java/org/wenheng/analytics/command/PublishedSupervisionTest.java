package org.wenheng.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.Run;
import org.wenheng.analytics.gold.RunRecord;
import org.wenheng.analytics.gold.SupervisionRows;
import org.wenheng.analytics.gold.SupervisionTables;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.mart.Publisher.ScoredRun;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.supervise.Colour;
import org.wenheng.analytics.supervise.LightRow;
import org.wenheng.analytics.supervise.Supervision;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/** A county with a red and a yellow light, one with a yellow one, and a matter in which nobody can be judged. */
class PublishedSupervisionTest {
    private static final Period YEAR = Period.ofYear(2025);

    @BeforeAll
    static void publish() {
        Catalogue catalogue = SmallWorld.catalogue();
        Scheme scheme = SmallWorld.read(
                catalogue,
                SmallWorld.indicator("D1", "D", 1, "year", "A"),
                SmallWorld.indicator("E1", "E", 1, "year", "A"));
        ElementPanel panel = ElementPanel.builder().put("X1", YEAR, "A", 95).build();
        ScoreTable table = new Engine(scheme, catalogue).score(panel, YEAR);
        Instant noon = Instant.parse("2026-01-05T12:00:00Z");
        Run run = new Run(
                "r1",
                scheme.code(),
                scheme.version(),
                YEAR,
                noon,
                "synthetic",
                "test",
                noon,
                noon,
                new RunRecord(scheme.hash(), 1, 1, 0, "test"));
        Supervision supervision = new Supervision(
                List.of(
                        light("low", Colour.RED, "X2", "=1+1"),
                        light("fall", Colour.YELLOW, "X2", "降"),
                        light("fall", Colour.YELLOW, "X1", "降"),
                        light("low", Colour.GREEN, "X1", "好"),
                        light("duty", Colour.NO_DATA, "", "没有期限")),
                List.of(),
                List.of(),
                Optional.empty());
        GoldRows rows = GoldRows.of(run, table).with(SupervisionRows.of("r1", supervision));
        new Publisher(MartForTests.empty())
                .publish(catalogue, scheme, List.of(new ScoredRun(run, rows)), List.of(), List.of(), noon);
    }

    private static LightRow light(String code, Colour colour, String region, String reason) {
        boolean lit = colour == Colour.RED || colour == Colour.YELLOW;
        return new LightRow(
                code,
                colour,
                region,
                "",
                new Title("事项" + code, code),
                new Title(reason, reason),
                new Title("", ""),
                lit ? LightRow.Actor.REGION : LightRow.Actor.NOBODY,
                List.of(),
                "P");
    }

    @Test
    void whoNeedsAHandMostIsShownFirstAndFormulasAreMarkedAsText() throws Exception {
        try (Connection reader = MartForTests.database().connectReader()) {
            PublishedSupervision all = PublishedSupervision.open(reader, "test", YEAR, Optional.empty());
            assertThat(all.lit())
                    .extracting(light -> light.region().english() + " " + light.colour())
                    .containsExactly("X2 red", "X2 yellow", "X1 yellow");
            assertThat(all.unjudged())
                    .singleElement()
                    .satisfies(light -> assertThat(light.reason().chinese()).isEqualTo("没有期限"));
            assertThat(all.counts())
                    .extracting(count -> count.title().english() + " " + count.count())
                    .containsExactly("duty 1", "fall 2", "low 1", "low 1");
            assertThat(all.sheet(SupervisionTables.LIGHT, new Title("亮灯", "Lights"))
                            .column("reason_zh"))
                    .contains("'=1+1");
        }
    }

    @Test
    void aRegionIsShownWithThoseBelowItAndAnUnknownOneIsRefused() throws Exception {
        try (Connection reader = MartForTests.database().connectReader()) {
            assertThat(PublishedSupervision.open(reader, "test", YEAR, Optional.of("X1"))
                            .lit())
                    .hasSize(1);
            assertThat(PublishedSupervision.open(reader, "test", YEAR, Optional.of("X"))
                            .lit())
                    .as("a city and its counties")
                    .hasSize(3);
            assertThatThrownBy(() -> PublishedSupervision.open(reader, "test", YEAR, Optional.of("Z")))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("REGION_UNKNOWN");
            assertThatThrownBy(() -> PublishedSupervision.open(reader, "test", Period.ofYear(1999), Optional.empty()))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("RUN_NOT_PUBLISHED");
        }
    }
}
