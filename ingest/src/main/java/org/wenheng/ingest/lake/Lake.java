package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.table.Column;
import org.wenheng.ingest.table.Table;

/**
 * The Delta tables below one folder: on this machine, or on any file system that Hadoop knows. Scoring works on both;
 * collecting needs a folder of this machine, because its lock and the note of a batch are files there.
 *
 * @param location folder of the lake, or its URL such as {@code hdfs://…}; made when tables are created
 */
public record Lake(String location) {
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    public Lake {
        if (location.startsWith("file:")) {
            location = Path.of(URI.create(location)).toString();
        }
    }

    /** A lake on this machine. */
    public Lake(Path root) {
        this(root.toString());
    }

    /** Whether the lake is a folder of this machine. */
    public boolean isLocal() {
        return !URL.matcher(location).matches();
    }

    /**
     * The folder of the lake.
     *
     * @throws InputRefusedException if it is not on this machine
     */
    public Path root() {
        if (!isLocal()) {
            throw InputRefusedException.of(
                    "LAKE_NOT_LOCAL",
                    location,
                    "接收、报表操作和建表需要本机磁盘上的数据湖(锁与批次标记是本机文件);请给出本机文件夹,计分可用任何位置",
                    "Collecting and making tables need a lake on a disk of this machine, where its lock and the note of a"
                            + " batch are; give a folder. Scoring works with any location");
        }
        return Path.of(location);
    }

    /** The folder of a table of a lake on this machine. */
    public Path path(Table table) {
        return root().resolve(table.path()).toAbsolutePath().normalize();
    }

    /** Where a table is, as Spark is told it. */
    public String location(Table table) {
        return isLocal() ? path(table).toString() : location + "/" + table.path();
    }

    /** Whether the table is there. */
    public boolean has(Table table) {
        return version(table) >= 0;
    }

    /**
     * Creates a table from its declaration unless it is there.
     *
     * @param partitions names of the columns by which its files are parted; may be empty
     */
    public void create(SparkSession spark, Table table, List<String> partitions) {
        if (!has(table)) {
            LakeSchema.create(spark, location(table), table, partitions);
        }
    }

    /**
     * Creates the tables of collection that are not there. Other processes that create them at the same time wait.
     *
     * @throws InputRefusedException if a table that is there is not as declared
     */
    public void createTables(SparkSession spark) {
        requireDeclared(spark);
        if (!LakeTables.ALL.stream().allMatch(this::has)) {
            LakeLock lock = LakeLock.take(root());
            try {
                LakeTables.ALL.forEach(table -> create(spark, table, partitions(table)));
            } finally {
                lock.close();
            }
        }
    }

    /**
     * Compares the tables of collection that are there with their declarations.
     *
     * @throws InputRefusedException with every table that is not as declared
     */
    void requireDeclared(SparkSession spark) {
        Problems problems = new Problems();
        LakeTables.ALL.stream()
                .filter(this::has)
                .forEach(table -> LakeSchema.compare(spark, location(table), table, partitions(table), problems));
        problems.throwIfAny("lake");
    }

    /**
     * Observations are parted by period: what is looked up, corrected and compacted is a few periods, whatever the size of
     * the history.
     */
    private static List<String> partitions(Table table) {
        return Stream.of("catalogue", "period")
                .filter(name -> table.columnNames().contains(name))
                .filter(name -> name.equals("catalogue") || table.equals(LakeTables.OBSERVATION))
                .toList();
    }

    /** The rows of a table as they are now. */
    public Dataset<Row> read(SparkSession spark, Table table) {
        return spark.read().format("delta").load(location(table));
    }

    /**
     * The rows of a table without a batch that is being written or was cut off: for those who read while others collect.
     * None if the table is not there.
     */
    public Dataset<Row> readWhole(SparkSession spark, Table table) {
        return LakeView.settled(spark, this).read(table);
    }

    /** The rows of a table as they were at a version. */
    public Dataset<Row> read(SparkSession spark, Table table, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(location(table));
    }

    /**
     * The versions of the tables of collection without a batch that is being written or was cut off: what
     * {@link #readWhole} reads, as numbers to keep. -1 for a table that is not there.
     */
    public Map<Table, Long> settledVersions() {
        // A batch that begins or ends between two looks shows as a difference; the second look is then the first of a
        // pair.
        Map<Table, Long> seen = versionsSeen();
        for (Map<Table, Long> again = versionsSeen(); !again.equals(seen); again = versionsSeen()) {
            seen = again;
        }
        return seen;
    }

    private Map<Table, Long> versionsSeen() {
        Map<Table, Long> versions = new LinkedHashMap<>(LakeBatch.versionsBefore(this));
        LakeTables.ALL.forEach(table -> versions.computeIfAbsent(table, this::version));
        return versions;
    }

    /** Adds rows to a table in one transaction. */
    public void append(Dataset<Row> rows, Table table) {
        rows.write().format("delta").mode("append").save(location(table));
    }

    /** The version of a table: the number of its last transaction, -1 if it is not there. */
    public long version(Table table) {
        return logged(table).stream()
                .filter(name -> name.matches("\\d{20}\\.json"))
                .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                .max()
                .orElse(-1);
    }

    private List<String> logged(Table table) {
        if (!isLocal()) {
            return RemoteFiles.names(location(table) + "/_delta_log");
        }
        Path log = path(table).resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Spark schema of a declaration. */
    public static StructType schema(Table table) {
        return new StructType(table.columns().stream().map(Lake::field).toArray(StructField[]::new));
    }

    private static StructField field(Column column) {
        return DataTypes.createStructField(
                column.name(), DataType.fromDDL(column.type().spark()), column.nullable());
    }
}
