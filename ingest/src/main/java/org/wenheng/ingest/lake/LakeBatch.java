package org.wenheng.ingest.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.table.Table;

/**
 * Makes several Delta transactions one: all of a batch or nothing of it. Before the first write the versions of the tables
 * are noted beside them; the submissions are written last. A batch that was cut off before that is undone when the next
 * one begins. One process collects at a time, others wait.
 */
final class LakeBatch implements AutoCloseable {
    private static final List<Table> TABLES =
            List.of(LakeTables.FINDING, LakeTables.OBSERVATION, LakeTables.SUBMISSION);

    private final Lake lake;
    private final FileChannel lock;

    private LakeBatch(Lake lake, FileChannel lock) {
        this.lake = lake;
        this.lock = lock;
    }

    /** Takes the lake for this process, creates missing tables and undoes what was cut off. */
    static LakeBatch open(SparkSession spark, Lake lake) {
        try {
            Files.createDirectories(lake.root());
            FileChannel channel =
                    FileChannel.open(lake.root().resolve("_lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            LakeBatch batch = new LakeBatch(lake, channel);
            lake.createTables(spark);
            batch.undo(spark);
            return batch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the writes of a batch; the last of them writes the submissions. */
    void write(Runnable writes) {
        String versions = TABLES.stream()
                .map(table -> table.path() + " " + lake.version(table))
                .collect(Collectors.joining("\n"));
        try {
            Path draft = lake.root().resolve("_unfinished.new");
            Files.writeString(draft, versions, StandardCharsets.UTF_8);
            Files.move(draft, note(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            writes.run();
            Files.delete(note());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void undo(SparkSession spark) throws IOException {
        if (!Files.exists(note())) {
            return;
        }
        List<String> lines = Files.readAllLines(note(), StandardCharsets.UTF_8);
        boolean finished = before(lines, LakeTables.SUBMISSION) < lake.version(LakeTables.SUBMISSION);
        for (Table table : TABLES) {
            long version = before(lines, table);
            if (!finished && version < lake.version(table)) {
                DeltaTable.forPath(spark, lake.path(table).toString()).restoreToVersion(version);
            }
        }
        Files.delete(note());
    }

    private static long before(List<String> lines, Table table) {
        return lines.stream()
                .filter(line -> line.startsWith(table.path() + " "))
                .mapToLong(line -> Long.parseLong(line.substring(table.path().length() + 1)))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private Path note() {
        return lake.root().resolve("_unfinished");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
