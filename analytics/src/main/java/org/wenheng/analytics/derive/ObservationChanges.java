package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddCDCFile;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Period;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which observations of a catalogue changed between two versions of the table, by its feed of changes. The log of the table
 * says of which periods the changed files are, and how large. The rows of small changes are read for their regions and
 * elements; a period of which more has changed, such as a month that has just come in, is taken as a whole without reading
 * a row, for the feed gives rows one by one.
 */
final class ObservationChanges {
    /** Bytes of changed files of one period from which on it is taken as a whole. */
    private static final long MOST_BYTES = 4L << 20;

    /** Regions from which on their periods are taken as a whole. */
    private static final int MOST_REGIONS = 100;

    private final SparkSession spark;
    private final Lake lake;
    private final String catalogue;

    ObservationChanges(SparkSession spark, Lake lake, String catalogue) {
        this.spark = spark;
        this.lake = lake;
        this.catalogue = catalogue;
    }

    /**
     * What changed after one version, up to another; no scope if nothing did, and at most two: whole periods, and some
     * regions and elements of other periods.
     *
     * @return empty if it can no longer be told, because a part of the history has been removed
     */
    Optional<List<Scope>> between(long after, long upTo) {
        if (after >= upTo) {
            return after == upTo ? Optional.of(List.of()) : Optional.empty();
        }
        DeltaLog log = DeltaLog.forTable(spark, lake.location(LakeTables.OBSERVATION));
        Map<Period, List<FileAction>> files = new HashMap<>();
        long expected = after + 1;
        var commits = CollectionConverters.asJava(log.getChanges(after + 1, upTo, Option.empty(), false));
        while (commits.hasNext()) {
            var commit = commits.next();
            if ((Long) commit._1() != expected++ || !collect(CollectionConverters.asJava(commit._2()), files)) {
                return Optional.empty();
            }
        }
        if (expected != upTo + 1) {
            return Optional.empty();
        }
        Set<Period> whole = new HashSet<>();
        Set<Period> small = new HashSet<>();
        for (var changed : files.entrySet()) {
            if (changed.getValue().stream().mapToLong(ObservationChanges::bytes).sum() > MOST_BYTES) {
                whole.add(changed.getKey());
            } else if (changed.getValue().stream().allMatch(file -> isThere(file, log))) {
                small.add(changed.getKey());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(scopes(whole, small, after, upTo));
    }

    /** Files that hold the changes of a commit: its own ones of changes if it wrote any, else those it added and removed. */
    private boolean collect(List<Action> commit, Map<Period, List<FileAction>> files) {
        boolean hasFeed = commit.stream().anyMatch(AddCDCFile.class::isInstance);
        for (Action action : commit) {
            if (action instanceof Metadata) {
                return false;
            }
            boolean counts = hasFeed
                    ? action instanceof AddCDCFile
                    : (action instanceof AddFile added && added.dataChange())
                            || (action instanceof RemoveFile removed && removed.dataChange());
            if (counts && action instanceof FileAction file) {
                if (file.partitionValues() == null) {
                    return false;
                }
                Map<String, String> parts = CollectionConverters.asJava(file.partitionValues());
                if (catalogue.equals(parts.get("catalogue"))) {
                    Period period =
                            Period.parse(parts.getOrDefault("period", "")).orElseThrow();
                    files.computeIfAbsent(period, none -> new ArrayList<>()).add(file);
                }
            }
        }
        return true;
    }

    private List<Scope> scopes(Set<Period> whole, Set<Period> small, long after, long upTo) {
        Set<Period> periods = new HashSet<>();
        Set<String> regions = new HashSet<>();
        Set<String> elements = new HashSet<>();
        for (Row key : small.isEmpty() ? List.<Row>of() : keys(small, after, upTo)) {
            periods.add(Period.parse(key.getString(0)).orElseThrow());
            regions.add(key.getString(1));
            elements.add(key.getString(2));
        }
        Set<Period> all = new HashSet<>(whole);
        List<Scope> scopes = new ArrayList<>();
        if (regions.size() > MOST_REGIONS) {
            all.addAll(periods);
        } else if (!periods.isEmpty()) {
            scopes.add(new Scope(Optional.of(periods), Optional.of(regions), Optional.of(elements)));
        }
        if (!all.isEmpty()) {
            scopes.add(Scope.of(all));
        }
        return scopes;
    }

    private List<Row> keys(Set<Period> periods, long after, long upTo) {
        return spark.read()
                .format("delta")
                .option("readChangeFeed", "true")
                .option("startingVersion", after + 1)
                .option("endingVersion", upTo)
                .load(lake.location(LakeTables.OBSERVATION))
                .where(Scope.condition(catalogue, List.of(Scope.of(periods))))
                .select(col("period"), col("region_code"), col("element_code"))
                .distinct()
                .collectAsList();
    }

    private boolean isThere(FileAction file, DeltaLog log) {
        Path path = file instanceof AddCDCFile change
                ? change.absolutePath(log)
                : new Path(log.dataPath(), file.pathAsUri().getPath());
        try {
            return path.getFileSystem(spark.sessionState().newHadoopConf()).exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + path, e);
        }
    }

    private static long bytes(FileAction file) {
        if (file instanceof AddFile added) {
            return added.size();
        }
        return file instanceof AddCDCFile changes ? changes.size() : ((RemoveFile) file).getFileSize();
    }
}
