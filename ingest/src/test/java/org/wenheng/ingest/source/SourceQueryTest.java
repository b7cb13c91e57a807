package org.wenheng.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.source.JdbcSource.Overlap;
import org.wenheng.ingest.source.SourceQuery.BoundSql;

class SourceQueryTest {
    private static final KeyColumn ID = new KeyColumn("id", KeyKind.INTEGER);
    private static final KeyColumn CHANGED = new KeyColumn("changed", KeyKind.TIMESTAMP);

    private static SourceQuery query(String url, String rows) {
        return new SourceQuery(JdbcSourcesTest.parse("url: " + url, rows), CHANGED, ID);
    }

    @Test
    void namesAreQuotedAndValuesAreBound() {
        SourceQuery postgres = query("jdbc:postgresql://localhost/city", "table: public.month\"s");
        SourceQuery mariadb = query("jdbc:mysql://localhost/city", "query: select * from loans");
        Window window = new Window("2026-10-01T00:00:00", "2026-10-02T00:00:00");

        assertThat(postgres.part(window, List.of("id", "书"), "5", "9"))
                .isEqualTo(new BoundSql(
                        "select \"id\", \"书\" from \"public\".\"month\"\"s\" where \"changed\" >= ? and \"changed\" <= ?"
                                + " and \"id\" > ? and \"id\" <= ? order by \"id\"",
                        List.of(LocalDateTime.of(2026, 10, 1, 0, 0), LocalDateTime.of(2026, 10, 2, 0, 0), 5L, 9L)));
        assertThat(mariadb.end(Window.ALL, "7", 100))
                .isEqualTo(new BoundSql(
                        "select `id` from (select * from loans) as source_rows where `id` > ? order by `id` limit 2 offset 99",
                        List.of(7L)));
    }

    @Test
    void overlapGoesBackOnTheScaleOfTheWatermark() {
        Overlap hours = new Overlap(null, Duration.ofHours(30));

        assertThat(KeyKind.INTEGER.below("1000", new Overlap(BigDecimal.TEN, null)))
                .isEqualTo("990");
        assertThat(KeyKind.TIMESTAMP.below("2026-10-02T06:00:00.5", hours)).isEqualTo("2026-10-01T00:00:00.5");
        assertThat(KeyKind.INSTANT.below("2026-10-02T06:00:00+08:00", hours)).isEqualTo("2026-10-01T00:00:00+08:00");
        assertThat(KeyKind.DATE.below("2026-10-03", hours)).isEqualTo("2026-10-01");
        assertThat(KeyKind.DATE.bound("2026-10-03")).contains(LocalDate.of(2026, 10, 3));
        assertThat(KeyKind.TIMESTAMP.bound("infinity")).isEmpty();
        assertThat(KeyKind.INTEGER.bound("18446744073709551615")).contains(new BigDecimal("18446744073709551615"));
        assertThat(KeyKind.TEXT.fits(hours)).isFalse();
        assertThatThrownBy(() -> KeyKind.INTEGER.below("1", hours)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void serverTextsBecomeIsoAndPlain() {
        assertThat(ServerText.timestamp("2026-10-01 08:30:00+08")).isEqualTo("2026-10-01T08:30:00+08:00");
        assertThat(ServerText.timestamp("2026-10-01 08:30:00.25")).isEqualTo("2026-10-01T08:30:00.25");
        assertThat(ServerText.timestamp("infinity")).isEqualTo("infinity");
        assertThat(ServerText.number("1.5E+3")).isEqualTo("1500");
        assertThat(ServerText.number("10.00")).isEqualTo("10.00");
        assertThat(ServerText.number("NaN")).isEqualTo("NaN");
    }

    @Test
    void manifestIsReadAsItWasWritten() throws java.io.IOException {
        Manifest manifest = new Manifest(
                        "m",
                        "v",
                        "jdbc:postgresql://localhost:5432/city",
                        Instant.parse("2026-11-05T00:00:00Z"),
                        true,
                        CHANGED,
                        new Window(null, "2026-10-02T00:00:00"),
                        ID,
                        List.of("10", "20"),
                        25,
                        List.of("id", "书\"名"),
                        List.of(),
                        null)
                .with(new PulledPart(3, "part-00003.csv", 5, "ab"))
                .with(new PulledPart(1, "part-00001.csv", 10, "cd"));

        assertThat(ManifestFile.read(ManifestFile.write(manifest))).isEqualTo(manifest);
        assertThat(ManifestFile.read(ManifestFile.write(manifest.completedAt(Instant.EPOCH))))
                .isEqualTo(manifest.completedAt(Instant.EPOCH));
        assertThat(manifest.missing()).containsExactly(2);
        assertThat(manifest.after(2)).contains("10");
        assertThat(manifest.last(3)).isEmpty();
        assertThat(manifest.canGoOn("v", false)).isTrue();
        assertThat(manifest.canGoOn("other", false)).isFalse();
    }
}
