package org.wenheng.ingest.pull;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.wenheng.ingest.pull.Pull.Pulled;

/** How many rows a second come from a table of a million rows into files: run main, on the class path of the tests. */
final class PullBenchmark {
    private static final int ROWS = 1_000_000;

    private PullBenchmark() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        for (ServerKind server : ServerKind.values()) {
            String numbers = server == ServerKind.POSTGRESQL
                    ? "select n as seq from generate_series(1, %d) as n".formatted(ROWS)
                    : "select seq from seq_1_to_%d".formatted(ROWS);
            server.run(
                    "create table loans (id integer primary key, county char(6), library varchar(50), month char(7),"
                            + " loans decimal(12,2), updated_at timestamp not null)",
                    "insert into loans select seq, '220102', concat('图书馆', seq % 500), '2026-10', seq / 4,"
                            + " '2026-10-01 08:00:00' from (%s) as numbers".formatted(numbers));
            PulledTable table = new PulledTable(
                    PulledTable.source(
                            server,
                            "table: loans",
                            "partition: { column: id, rows: 10000 }",
                            "watermark: { column: updated_at, overlap: PT1H }"),
                    List.of("county", "library", "month", "loans"),
                    Files.createTempDirectory("wenheng-source-benchmark"));
            for (int round = 1; round <= 3; round++) {
                long start = System.nanoTime();
                long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Pulled pulled = table.readAndComplete(true);
                double seconds = (System.nanoTime() - start) / 1e9;
                double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9;
                Runtime memory = Runtime.getRuntime();
                System.out.printf(
                        "%s: %,d rows in %d parts, %.1f s, %,.0f rows/s (%.1f s of this process's processor), heap in use %d MB%n",
                        server,
                        pulled.pull().manifest().rowsRead(),
                        pulled.files().size(),
                        seconds,
                        ROWS / seconds,
                        busy,
                        (memory.totalMemory() - memory.freeMemory()) >> 20);
            }
        }
    }
}
