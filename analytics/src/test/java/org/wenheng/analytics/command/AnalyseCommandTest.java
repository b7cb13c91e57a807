package org.wenheng.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.run.GoldPanel;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import picocli.CommandLine;

/** The command on a small lake, from the derived values to the files. */
class AnalyseCommandTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));

    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String analysis, String... options) {
        List<String> arguments = new ArrayList<>(List.of(analysis, "--work", work.toString(), "--scheme"));
        arguments.add("jilin-2026");
        arguments.addAll(Arrays.asList(options));
        // The session of the tests stays open.
        CommandLine line = new CommandLine(new AnalyseCommand((lake, master, scheme, periods) ->
                GoldPanel.read(new GoldLake(SparkForTests.session(), lake), scheme, periods)));
        return line.setExecutionExceptionHandler(new FailureExit())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    /** Values of a year and of the year before for the catalogue of Jilin. */
    private void fill() {
        Catalogue catalogue = Catalogues.load(HOME.resolve("ingest/catalogues/jilin"));
        SplittableRandom random = new SplittableRandom(7);
        List<Row> rows = new ArrayList<>();
        for (Region region : catalogue.regions().values()) {
            for (Element element : catalogue.elements().values()) {
                for (int year : new int[] {2025, 2026}) {
                    for (Period part : Period.ofYear(year).parts(element.frequency())) {
                        BigDecimal value = BigDecimal.valueOf(random.nextInt(1, 100));
                        rows.add(RowFactory.create(
                                "jilin",
                                region.code(),
                                part.code(),
                                element.code(),
                                "reported",
                                value,
                                1,
                                1,
                                "own",
                                null,
                                "synthetic"));
                    }
                }
            }
        }
        SparkSession spark = SparkForTests.session();
        Lake lake = new Lake(work.resolve("lake"));
        GoldLake gold = new GoldLake(spark, lake);
        gold.createTables();
        gold.replace(
                GoldTables.ELEMENT_VALUE,
                "catalogue = 'jilin'",
                spark.createDataFrame(rows, Lake.schema(GoldTables.ELEMENT_VALUE))
                        .coalesce(1),
                Optional.empty());
    }

    @Test
    void everyAnalysisWritesTheSameBytesForTheSameSeed() throws IOException {
        fill();
        String[] robust = {"--period", "2026", "--draws", "24", "--seed", "7", "--methods", "--error", "0.05", "--out"};
        for (String folder : List.of("one", "two")) {
            String[] options = Arrays.copyOf(robust, robust.length + 1);
            options[robust.length] = work.resolve(folder).toString();
            assertThat(run("robustness", options)).as(err.toString()).isZero();
        }
        for (String file : List.of("ranks.csv", "failures.csv", "effects.csv", "without-each.csv", "robustness.json")) {
            assertThat(work.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(work.resolve("two").resolve(file));
        }
        assertThat(Files.readAllLines(work.resolve("one/ranks.csv"))).hasSize(61);
        String folder = work.resolve("others").toString();
        assertThat(run("structure", "--period", "2026", "--out", folder))
                .as(err.toString())
                .isZero();
        assertThat(run("equity", "--period", "2025,2026", "--out", folder))
                .as(err.toString())
                .isZero();
        assertThat(work.resolve("others")).isDirectoryContaining("glob:**convergence.csv");
        assertThat(out.toString()).contains("位次区间与概率 / Ranks and probabilities", "Without each part");
    }

    @Test
    void lakeWithoutDerivedValuesAndWrongNumbersAreSaidSo() {
        assertThat(run("structure", "--period", "2026")).isEqualTo(1);
        assertThat(err.toString()).contains("NOT_DERIVED");
        assertThat(run("robustness", "--period", "2026,2025")).isEqualTo(2);
    }
}
