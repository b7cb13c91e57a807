package org.wenheng.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenheng.ingest.pull.Pull.Pulled;
import org.wenheng.ingest.source.PulledPart;

/** Pulls from real servers. */
class PullTest {
    private static final int ROWS = 12_345;

    @TempDir
    private Path folder = Path.of("");

    /** A table of visits: id, a value that can be added up, and when the row was changed: one row a second. */
    private static void visits(ServerKind server, int rows) throws SQLException {
        server.run(
                "drop table if exists visits",
                "create table visits (id integer primary key, visits decimal(10,2), changed timestamp(3) not null)");
        try (Connection connection = server.owner();
                PreparedStatement insert = connection.prepareStatement("insert into visits values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= rows; i++) {
                insert.setInt(1, i);
                insert.setBigDecimal(2, BigDecimal.valueOf(i, 2));
                insert.setObject(
                        3, java.time.LocalDateTime.of(2026, 10, 1, 0, 0).plusSeconds(i));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private PulledTable pulledVisits(ServerKind server, String... more) {
        List<String> lines = new ArrayList<>(List.of("table: visits", "partition: { column: id, rows: 2500 }"));
        lines.addAll(List.of(more));
        return new PulledTable(
                PulledTable.source(server, lines.toArray(String[]::new)), List.of("visits"), folder.resolve("pulls"));
    }

    private static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void everyRowIsInExactlyOnePart(ServerKind server) throws SQLException {
        visits(server, ROWS);

        Pulled pulled = pulledVisits(server).read(true);

        assertThat(pulled.pull().manifest().parts())
                .extracting(PulledPart::rows)
                .containsExactly(2500L, 2500L, 2500L, 2500L, 2345L);
        assertThat(PulledTable.column(pulled, "id")).isEqualTo(ids(1, ROWS));
        BigDecimal sum = PulledTable.column(pulled, "visits").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // 1 + 2 + … + n = n (n + 1) / 2, in hundredths.
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(ROWS * (ROWS + 1L) / 2, 2));
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void valuesAreWrittenAsTheServerHasThem(ServerKind server) throws SQLException {
        boolean postgres = server == ServerKind.POSTGRESQL;
        server.run(
                "drop table if exists kinds",
                "create table kinds (id bigint primary key, price numeric(20,4), share double precision, day date,"
                        + " moment timestamp(6) null, name varchar(200), flag boolean, raw %s, small smallint)"
                                .formatted(postgres ? "bytea" : "varbinary(10)"),
                "insert into kinds values (9007199254740993, 1234567890123456.5000, 1e-7, '2026-02-28',"
                        + " '2026-10-01 08:30:00.123456', '长春市\"图书馆\",\n二楼 ', true, %s, -3)"
                                .formatted(postgres ? "'\\x00ff'" : "x'00ff'"),
                "insert into kinds values (2, 0, 1e20, null, null, '', false, null, null)",
                "insert into kinds (id, name) values (3, '007')");
        PulledTable table = new PulledTable(
                PulledTable.source(server, "table: kinds", "time-zone: \"+00:00\""),
                List.of("id", "price", "share", "day", "moment", "name", "flag", "raw", "small"),
                folder);

        Map<String, Map<String, String>> rows = new java.util.HashMap<>();
        PulledTable.rows(table.read(true)).forEach(row -> rows.put(row.getOrDefault("id", "?"), row));

        assertThat(rows.get("9007199254740993"))
                .containsEntry("price", "1234567890123456.5000")
                .containsEntry("day", "2026-02-28")
                .containsEntry("moment", "2026-10-01T08:30:00.123456" + (postgres ? "" : "Z"))
                .containsEntry("name", "长春市\"图书馆\",\n二楼 ")
                .containsEntry("share", "0.0000001")
                .containsEntry("flag", "1")
                .containsEntry("raw", "00ff")
                .containsEntry("small", "-3");
        assertThat(rows.get("2"))
                .containsEntry("price", "0.0000")
                .containsEntry("share", "100000000000000000000")
                .containsEntry("day", "")
                .containsEntry("moment", "")
                .containsEntry("name", "")
                .containsEntry("flag", "0")
                .containsEntry("raw", "");
        assertThat(rows.get("3")).containsEntry("name", "007").containsEntry("flag", "");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void nextPullReadsWhatChangedAndTheOverlap(ServerKind server) throws SQLException {
        visits(server, 100);
        PulledTable table = pulledVisits(server, "watermark: { column: changed, overlap: PT3S }");
        assertThat(table.readAndComplete(false).pull().manifest().rows()).isEqualTo(100);

        server.run(
                "update visits set visits = 7, changed = '2026-10-02 00:00:00' where id = 5",
                "insert into visits values (101, 1, '2026-10-02 00:00:01.5')");
        Pulled second = table.readAndComplete(false);

        // The rows of the last three seconds come again: those of second 97, 98, 99 and 100.
        assertThat(PulledTable.column(second, "id")).containsExactly("5", "97", "98", "99", "100", "101");
        assertThat(second.pull().manifest().window().from()).isEqualTo("2026-10-01T00:01:37");
        assertThat(second.pull().manifest().window().to()).startsWith("2026-10-02T00:00:01.5");
        assertThat(table.readAndComplete(true).pull().manifest().rows()).isEqualTo(101);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void pullWithoutNewRowsHasNoPartsAndKeepsTheWatermark(ServerKind server) throws SQLException {
        visits(server, 10);
        PulledTable table = pulledVisits(server, "watermark: { column: id, overlap: 0 }");
        table.readAndComplete(false);
        server.run("delete from visits where id > 8");

        assertThatThrownBy(() -> table.readAndComplete(false)).hasMessageContaining("SOURCE_WATERMARK_WENT_BACK");
        server.run("insert into visits values (10, 1, '2026-10-02 00:00:00')");
        Pulled again = table.readAndComplete(false);
        server.run("delete from visits");
        Pulled none = table.readAndComplete(false);

        assertThat(PulledTable.column(again, "id")).containsExactly("10");
        assertThat(none.files()).isEmpty();
        assertThat(none.pull().manifest().window().to()).isEqualTo("10");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void pullThatWasCutOffGoesOnToTheResultOfAnUndisturbedOne(ServerKind server) throws Exception {
        visits(server, ROWS);
        PulledTable table = pulledVisits(server, "watermark: { column: changed, overlap: PT1S }");
        Pulled undisturbed = new PulledTable(table.source(), table.columns(), folder.resolve("other")).read(false);

        assertThatThrownBy(() -> table.read(false, part -> {
                    if (part.number() == 2) {
                        throw new IllegalStateException("cut off");
                    }
                }))
                .hasMessage("cut off");
        List<Integer> readNow = new ArrayList<>();
        Pulled resumed = table.read(false, part -> readNow.add(part.number()));

        assertThat(resumed.readBefore()).isEqualTo(2);
        assertThat(readNow).containsExactly(3, 4, 5);
        assertThat(resumed.pull().manifest().parts())
                .isEqualTo(undisturbed.pull().manifest().parts());
        for (int i = 0; i < 5; i++) {
            assertThat(resumed.files().get(i))
                    .hasSameBinaryContentAs(undisturbed.files().get(i));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void processThatIsKilledLosesNothing(ServerKind server) throws Exception {
        visits(server, ROWS);
        PulledTable table = pulledVisits(server, "watermark: { column: changed, overlap: PT1S }");

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PullThatDies.class.getName(),
                        server.url(),
                        table.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        int exit = child.waitFor();
        Pulled resumed = table.read(false);

        assertThat(exit).as(Files.readString(folder.resolve("child.log"))).isEqualTo(137);
        assertThat(resumed.readBefore()).isEqualTo(3);
        assertThat(PulledTable.column(resumed, "id")).isEqualTo(ids(1, ROWS));
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void resumedPullKeepsItsWindowAndWhatChangedMeanwhileComesNext(ServerKind server) throws SQLException {
        visits(server, 5000);
        PulledTable table = pulledVisits(server, "watermark: { column: changed, overlap: PT0S }");
        assertThatThrownBy(() -> table.read(false, part -> {
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        server.run(
                "update visits set changed = '2026-10-03 00:00:00' where id in (1, 5000)",
                "insert into visits values (6000, 1, '2026-10-03 00:00:00')");

        Pulled resumed = table.readAndComplete(false);
        Pulled next = table.readAndComplete(false);

        assertThat(PulledTable.column(resumed, "id")).isEqualTo(ids(1, 4999));
        // The row with the highest watermark of the first window was changed: nothing of that window is left to
        // overlap.
        assertThat(PulledTable.column(next, "id")).containsExactly("1", "5000", "6000");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void allPartsShowOneStateWhateverOthersWriteMeanwhile(ServerKind server) throws SQLException {
        visits(server, 5000);

        Pulled pulled = pulledVisits(server).read(true, part -> {
            try {
                server.run(
                        "delete from visits where id in (4000, 4001)",
                        "insert into visits values (%d, 1, '2026-10-03 00:00:00')".formatted(7000 + part.number()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(PulledTable.column(pulled, "id")).isEqualTo(ids(1, 5000));
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void withoutWatermarkAPullThatWasCutOffBeginsAnew(ServerKind server) throws SQLException {
        visits(server, 5000);
        PulledTable table = pulledVisits(server);
        assertThatThrownBy(() -> table.read(false, part -> {
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        server.run("delete from visits where id = 1");

        Pulled anew = table.read(false);

        assertThat(anew.readBefore()).isZero();
        assertThat(anew.pull().number()).isEqualTo(2);
        assertThat(PulledTable.column(anew, "id")).isEqualTo(ids(2, 5000));
        assertThat(table.folder().resolve("000001")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void filesThatWereDamagedAreReadAgain(ServerKind server) throws Exception {
        visits(server, 5000);
        PulledTable table = pulledVisits(server, "watermark: { column: id, overlap: 0 }");
        Pulled first = table.read(false);
        Files.writeString(first.files().get(0), "damaged");

        Pulled second = table.read(false);

        assertThat(second.readBefore()).isEqualTo(1);
        assertThat(PulledTable.column(second, "id")).isEqualTo(ids(1, 5000));
    }

    /** Keys with many equal values, as dates, texts and numbers; parts of every size: nothing is lost, nothing doubled. */
    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void partsOfAnyKeyAddUpToTheTable(ServerKind server) throws SQLException {
        for (int seed = 1; seed <= 4; seed++) {
            Random chance = new Random(seed);
            int rows = 50 + chance.nextInt(200);
            server.run(
                    "drop table if exists mixed",
                    "create table mixed (id integer primary key, number_key integer not null, day_key date not null,"
                            + " text_key varchar(20) not null)");
            try (Connection connection = server.owner();
                    PreparedStatement insert = connection.prepareStatement("insert into mixed values (?, ?, ?, ?)")) {
                for (int i = 1; i <= rows; i++) {
                    insert.setInt(1, i);
                    insert.setInt(2, chance.nextInt(20) - 10);
                    insert.setObject(3, java.time.LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(15)));
                    insert.setString(
                            4,
                            List.of("a", "A", "b ", "县", "市", "z'", "\\", "", "ä")
                                    .get(chance.nextInt(9)));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            for (String key : List.of("number_key", "day_key", "text_key")) {
                String partition = "partition: { column: %s, rows: %d }".formatted(key, 1 + chance.nextInt(30));
                PulledTable table = new PulledTable(
                        PulledTable.source(server, "table: mixed", partition),
                        List.of("id"),
                        folder.resolve(seed + key));

                List<Integer> found = new ArrayList<>(PulledTable.column(table.read(true), "id").stream()
                        .map(Integer::valueOf)
                        .toList());

                Collections.sort(found);
                assertThat(found)
                        .as(seed + " " + partition)
                        .isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
            }
        }
    }
}
