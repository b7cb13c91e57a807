package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.table.Table;

/** The delivered scheme of Jilin for one month, with made-up values of every monthly element in every county. */
final class MonthOfJilin {
    static final String SCHEME_CODE = "jilin-2026";
    static final Period OCTOBER = Period.parse("2026-10").orElseThrow();
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FOLDER = HOME.resolve("ingest/catalogues/jilin");
    private static final String RECEIVED = "2026-11-05 00:00:00";

    private MonthOfJilin() {}

    static Catalogue catalogue() {
        return Catalogues.load(FOLDER);
    }

    static Scheme scheme() {
        return SchemeReader.read(HOME.resolve("analytics/schemes/" + SCHEME_CODE + ".yml"), catalogue());
    }

    /**
     * Makes the tables and fills them.
     *
     * @param facilities values of each element in each county
     * @param files files that hold them
     */
    static void fill(Lake lake, int facilities, int files) {
        SparkSession spark = SparkForTests.session();
        lake.createTables(spark);
        new GoldLake(spark, lake).createTables();
        Dataset<Row> values = cells(spark).crossJoin(spark.range(facilities).toDF("number"));
        List<Column> columns = new ArrayList<>();
        for (org.wenheng.ingest.table.Column column : LakeTables.OBSERVATION.columns()) {
            columns.add(value(column.name())
                    .cast(org.apache.spark.sql.types.DataType.fromDDL(
                            column.type().spark()))
                    .as(column.name()));
        }
        lake.append(values.select(columns.toArray(Column[]::new)).repartition(files), LakeTables.OBSERVATION);
    }

    private static Dataset<Row> cells(SparkSession spark) {
        Catalogue catalogue = catalogue();
        List<Row> cells = new ArrayList<>();
        catalogue
                .regionsOfLevel("county")
                .forEach(region -> catalogue.elements().values().stream()
                        .filter(element -> element.frequency() == Frequency.MONTH)
                        .forEach(element -> cells.add(RowFactory.create(region.code(), element.code()))));
        return spark.createDataFrame(
                cells,
                new StructType()
                        .add("region_code", DataTypes.StringType, false)
                        .add("element_code", DataTypes.StringType, false));
    }

    private static Column value(String column) {
        Column made = pmod(xxhash64(col("region_code"), col("element_code"), col("number")), lit(1000));
        return switch (column) {
            case "catalogue" -> lit("jilin");
            case "region_code", "element_code" -> col(column);
            case "facility_code" -> concat(lit("f"), col("number"));
            case "period" -> lit(OCTOBER.code());
            case "status" -> lit("reported");
            case "value", "given" -> made;
            case "submission_id" -> lit("s1");
            case "origin" -> lit("synthetic");
            case "known_from" -> lit(RECEIVED);
            case "known_to" -> lit(null);
            default -> lit("");
        };
    }

    /** Copies a lake to a folder that is not there, and gives the copy. */
    static Lake copy(Lake lake, Path to) throws IOException {
        Path from = lake.root();
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
        return new Lake(to);
    }

    /** The job in this process. */
    static RunJob job(SparkSession spark, Lake lake, Clock clock) {
        return new RunJob(
                spark,
                lake,
                new Publisher(MartForTests.database()),
                catalogue(),
                scheme(),
                SupervisionFiles.load(FOLDER, catalogue()),
                clock,
                new Progress(new PrintWriter(Writer.nullWriter()), false));
    }

    /** The options by which another process runs the month into the database of the tests. */
    static List<String> options(Path work, String master) {
        return List.of(
                "run",
                "--scheme",
                SCHEME_CODE,
                "--period",
                OCTOBER.code(),
                "--as",
                "test",
                "--work",
                work.toString(),
                "--master",
                master,
                "--database-url",
                MartForTests.database().url(),
                "--database-password-file",
                MartForTests.passwordFile().toString());
    }

    /** How many rows each of these tables has. */
    static List<Long> counts(Lake lake, Table... tables) {
        return Arrays.stream(tables)
                .map(table -> lake.read(SparkForTests.session(), table).count())
                .toList();
    }
}
