package org.wenheng.ingest.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.table.Table;

/**
 * Makes several Delta transactions one: all of a batch or nothing of it. Before the first write the versions of the tables
 * are noted beside them; the submissions are written last. Whoever takes the lake next undoes a batch that was cut off
 * before that. Only for the holder of the {@link LakeLock}.
 *
 * <p>Bytes need no undoing: they are kept under their hash, and the next attempt finds them there.
 */
final class LakeBatch implements AutoCloseable {
    private static final List<Table> TABLES =
            List.of(LakeTables.FINDING, LakeTables.OBSERVATION, LakeTables.SUBMISSION);

    private final Lake lake;
    private final LakeLock lock;

    private LakeBatch(Lake lake, LakeLock lock) {
        this.lake = lake;
        this.lock = lock;
    }

    /** Takes the lake and undoes what was cut off. */
    static LakeBatch open(SparkSession spark, Lake lake) {
        LakeLock lock = LakeLock.take(lake.root());
        try {
            LakeBatch batch = new LakeBatch(lake, lock);
            batch.undo(spark);
            return batch;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
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
            Files.move(draft, note(lake), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            writes.run();
            Files.delete(note(lake));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The versions of the tables without the batch that is being written, or was cut off; empty if there is none. For
     * readers that do not take the lake.
     */
    static Map<Table, Long> versionsBefore(Lake lake) {
        Map<String, Long> noted = noted(lake);
        Map<Table, Long> versions = new LinkedHashMap<>();
        Long submissions = noted.get(LakeTables.SUBMISSION.path());
        if (submissions != null && lake.version(LakeTables.SUBMISSION) == submissions) {
            TABLES.stream()
                    .filter(table -> noted.containsKey(table.path()))
                    .forEach(table -> versions.put(table, noted.get(table.path())));
        }
        return versions;
    }

    private void undo(SparkSession spark) {
        versionsBefore(lake).forEach((table, version) -> {
            if (version < lake.version(table)) {
                DeltaTable.forPath(spark, lake.path(table).toString()).restoreToVersion(version);
            }
        });
        try {
            Files.deleteIfExists(note(lake));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> noted(Lake lake) {
        if (!lake.isLocal()) {
            // A lake that was copied in the middle of a batch has the note of that batch.
            return noted(RemoteFiles.text(lake.location() + "/_unfinished").stream()
                    .flatMap(String::lines)
                    .toList());
        }
        try {
            return noted(Files.readAllLines(note(lake), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> noted(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.parseLong(parts[1])));
    }

    private static Path note(Lake lake) {
        return lake.root().resolve("_unfinished");
    }

    @Override
    public void close() {
        lock.close();
    }
}
