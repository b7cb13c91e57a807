package org.wenheng.ingest.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.table.Check;
import org.wenheng.ingest.table.Table;
import scala.jdk.javaapi.CollectionConverters;

/** Makes the Delta tables of a lake as they are declared, and finds out where a table that is there differs. */
final class LakeSchema {
    private static final String CHECK_PREFIX = "delta.constraints.";
    private static final String CHANGES = "delta.enableChangeDataFeed";
    private static final String SKIPPED_BY = "delta.dataSkippingStatsColumns";

    /** Columns by whose least and greatest values files are passed over: those that look-ups and corrections ask for. */
    private static final List<String> ASKED_FOR = List.of(
            "region_code", "facility_code", "element_code", "submission_id", "known_from", "known_to", "run_id");

    private LakeSchema() {}

    /**
     * Creates a table in one transaction: columns, missing values, checks, and for a table of the layer {@code silver} the
     * feed of its changes.
     *
     * @param folder holds no table
     * @param partitions names of the columns by which its files are parted; may be empty
     */
    static void create(SparkSession spark, String folder, Table table, List<String> partitions) {
        if (!folder.contains(":/")) {
            removeWhatNeverBecameATable(Path.of(folder));
        }
        DeltaTableBuilder builder = DeltaTable.create(spark)
                .location(folder)
                .addColumns(Lake.schema(table))
                .partitionedBy(partitions.toArray(String[]::new));
        for (Map.Entry<String, String> property : properties(table).entrySet()) {
            builder = builder.property(property.getKey(), property.getValue());
        }
        builder.execute();
    }

    /**
     * Reports everything in which a table differs from its declaration.
     *
     * @param folder holds the table
     */
    static void compare(SparkSession spark, String folder, Table table, List<String> partitions, Problems problems) {
        // The description of the table alone: no job runs, unlike for DeltaTable.detail().
        Metadata there =
                DeltaLog.forTable(spark, folder).unsafeVolatileSnapshot().metadata();
        List<String> differences = new ArrayList<>(columns(there.schema(), Lake.schema(table)));
        List<String> parts = CollectionConverters.asJava(there.partitionColumns());
        if (!parts.equals(partitions)) {
            differences.add("partitions %s, expected %s".formatted(parts, partitions));
        }
        Map<String, String> given = CollectionConverters.asJava(there.configuration());
        properties(table).forEach((name, value) -> {
            if (!value.equals(given.get(name))) {
                differences.add("%s is %s, expected %s".formatted(name, given.getOrDefault(name, "missing"), value));
            }
        });
        if (!differences.isEmpty()) {
            String all = String.join("; ", differences);
            problems.add(
                    "LAKE_SCHEMA_DIFFERS",
                    folder,
                    "数据湖的表 %s 是由另一版本建立的(%s)。请把整个数据湖文件夹移走,用收到的原文件重新接收".formatted(table.path(), all),
                    "Table %s was made by another version (%s). Move the whole lake folder away and ingest the files received again"
                            .formatted(table.path(), all));
        }
    }

    private static Map<String, String> properties(Table table) {
        Map<String, String> properties = new HashMap<>();
        for (Check check : table.checks()) {
            properties.put(CHECK_PREFIX + check.name(), check.sql());
        }
        if (table.layer().equals("silver")) {
            properties.put(CHANGES, "true");
        }
        if (!table.layer().equals("bronze")) {
            properties.put(
                    SKIPPED_BY,
                    ASKED_FOR.stream()
                            .filter(name -> table.columnNames().contains(name))
                            .collect(Collectors.joining(",")));
        }
        return properties;
    }

    private static List<String> columns(StructType there, StructType declared) {
        List<String> differences = new ArrayList<>();
        Map<String, StructField> rest = new HashMap<>();
        for (StructField field : there.fields()) {
            rest.put(field.name(), field);
        }
        for (StructField field : declared.fields()) {
            StructField other = rest.remove(field.name());
            if (other == null) {
                differences.add("missing column " + described(field));
            } else if (!described(other).equals(described(field))) {
                differences.add("column %s, expected %s".formatted(described(other), described(field)));
            }
        }
        rest.values().forEach(field -> differences.add("unexpected column " + described(field)));
        return differences;
    }

    private static String described(StructField field) {
        return "%s %s%s"
                .formatted(
                        field.name(),
                        field.dataType().sql().toLowerCase(Locale.ROOT),
                        field.nullable() ? "" : " not null");
    }

    /** A process that was killed while it created the table leaves an empty log, which Delta takes for somebody's data. */
    private static void removeWhatNeverBecameATable(Path folder) {
        Path log = folder.resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return;
        }
        try (var walk = Files.walk(log)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove an unfinished table: " + folder, e);
        }
    }
}
