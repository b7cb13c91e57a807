package org.wenheng.ingest.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.RegionHistory;
import picocli.CommandLine;

/** The commands, and the shipped region files against the tables they were made from. */
class RegionsCommandTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path TABLES = HOME.resolve("../shared/data/china");
    private static final Path CHINA = HOME.resolve("ingest/catalogues/china-counties");

    @TempDir
    private Path out;

    private final StringWriter console = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new RegionsCommand())
                .setOut(new PrintWriter(console, true))
                .setErr(new PrintWriter(console, true))
                .setExecutionExceptionHandler(new FailureExit())
                .execute(arguments);
    }

    private static String table(String name) {
        assumeTrue(Files.isRegularFile(TABLES.resolve(name)), "The table is not here: " + TABLES.resolve(name));
        return TABLES.resolve(name).toString();
    }

    @Test
    void regionsOfADayArePrintedWithBothParentsAndTheChanges() {
        assertThat(run("--catalogue", "jilin", "--on", "2015-12-31", "--changes-since", "2015-12-31"))
                .isZero();
        assertThat(console.toString().lines())
                .contains(
                        "220381,公主岭市,吉林省/四平市/公主岭市,county,220300,220300,,2020-06-18",
                        "220581,梅河口市,吉林省/通化市/梅河口市,county,220500,220000,,",
                        "2020-06-19,划转,220381,吉林省/四平市/公主岭市,220184,吉林省/长春市/公主岭市,,,GB/T 2260")
                .noneMatch(line -> line.startsWith("220184,"))
                .noneMatch(line -> line.startsWith("2014-01-01,"));
    }

    @Test
    void wrongUsageAndUnknownMappingHaveTheirExitCodes() {
        assertThat(run("--catalogue", "jilin")).isEqualTo(2);
        assertThat(run("--catalogue", "jilin", "--on", "2019-13-31")).isEqualTo(2);
        assertThat(console.toString())
                .contains("“2019-13-31”不是日期(应如 2026-11-05) / \"2019-13-31\" is not a date")
                .doesNotContain("java.");
        assertThat(run("import", "--catalogue", "jilin", "--mapping", "nowhere", "--out", out.toString(), "x.csv"))
                .isEqualTo(1);
        assertThat(run("import", "--catalogue", "jilin", "--mapping", "regions-gbt2260", "--out", out.toString(), "x"))
                .isEqualTo(1);
        assertThat(console.toString()).contains("MAPPING_UNKNOWN", "FILE_MISSING");
    }

    @Test
    void shippedRegionsOfTheNationAreWhatTheMappingsMakeOfTheTables() throws IOException {
        Path home = out.resolve("home");
        Path made = home.resolve("ingest/catalogues/china-counties");
        Path copy = Files.createDirectories(made.resolve("mappings"));
        for (String mapping : List.of("regions-gbt2260.yml", "regions-statistical-2023.yml")) {
            Files.copy(CHINA.resolve("mappings").resolve(mapping), copy.resolve(mapping));
        }

        assertThat(run(arguments(home, made, "regions-gbt2260", "gbt2260-history.csv")))
                .isZero();
        assertThat(run(arguments(home, made, "regions-statistical-2023", "counties-2023.csv", "--onto")))
                .isZero();

        for (String file : List.of("regions.csv", "former-regions.csv", "region-changes.csv")) {
            assertThat(made.resolve(file)).as(file).hasSameTextualContentAs(CHINA.resolve(file));
        }
        assertThat(console.toString())
                .containsPattern("rows read +6823\n")
                .containsPattern("same name +2845\n")
                .containsPattern("another name +0\n")
                .containsPattern("written in all +6826\n");
    }

    @Test
    void changesOfJilinAreWhatTheMappingMakesOfTheTable() {
        assertThat(run(arguments(HOME, out, "regions-gbt2260", "gbt2260-history.csv", "--catalogue", "jilin")))
                .isZero();

        for (String file : List.of("former-regions.csv", "region-changes.csv")) {
            assertThat(out.resolve(file))
                    .as(file)
                    .hasSameTextualContentAs(
                            HOME.resolve("ingest/catalogues/jilin").resolve(file));
        }
    }

    @Test
    void townshipsAreReadByTheSameCommand() {
        assertThat(run(arguments(HOME, out, "regions-townships-2023", "townships-2023.csv", "--onto")))
                .isZero();

        RegionHistory history = Catalogues.loadRegions(out);
        assertThat(history.regions())
                .filteredOn(region -> region.level().equals("township"))
                .hasSize(41_352);
        assertThat(history.everUnder("220184001"))
                .singleElement()
                .satisfies(township -> assertThat(township.parent()).isEqualTo("220184"));
    }

    @Test
    void tableOfValuesIsRestatedAndSaysSo() throws IOException {
        Path values = out.resolve("values.csv");
        Files.writeString(values, """
                region_code,period,element_code,status,value
                220300,2019,POP,reported,3000000
                220100,2019,POP,reported,7500000
                220381,2019,POP,reported,1000000
                220302,2019,POP,suppressed,
                """);

        assertThat(run(
                        "restate",
                        "--catalogue",
                        "china-counties",
                        "--on",
                        "2024-12-31",
                        "--whole-area",
                        values.toString()))
                .isZero();

        assertThat(console.toString().lines())
                .contains(
                        "220100,中国/吉林省/长春市,2019,POP,reported,8500000,2024-12-31,combined,合并计算,2020-06-19 transfer 220381→220184,",
                        "220184,中国/吉林省/长春市/公主岭市,2019,POP,reported,1000000,2024-12-31,carried,沿用,2020-06-19 transfer 220381→220184,",
                        "220300,中国/吉林省/四平市,2019,POP,reported,2000000,2024-12-31,combined,合并计算,2020-06-19 transfer 220381→220184,",
                        "220302,中国/吉林省/四平市/铁西区,2019,POP,suppressed,,2024-12-31,as-reported,原口径,,");
    }

    @Test
    void tableThatCannotBeRestatedIsRefusedWithEveryRow() throws IOException {
        Path values = out.resolve("values.csv");
        Files.writeString(values, """
                region_code,facility_code,period,element_code,status,value
                220300,,2019,POPS,reported,1
                220300,,two,POP,reported,1
                220300,,2019,POP,reported,
                220302,L1,2019,POP,reported,1
                220303,,2019,POP,given,1
                220303,,2019,POP,reported,many
                """);

        assertThat(run("restate", "--catalogue", "china-counties", "--on", "2024-12-31", values.toString()))
                .isEqualTo(1);
        assertThat(console.toString())
                .contains(
                        "values.csv:2 [ELEMENT_UNKNOWN]",
                        "values.csv:3 [PERIOD_MALFORMED]",
                        "values.csv:4 [VALUE_NOT_OF_STATUS]",
                        "values.csv:5 [VALUE_OF_FACILITY]",
                        "values.csv:6 [STATUS_UNKNOWN]",
                        "values.csv:7 [VALUE_REPEATED]");
    }

    private static String[] arguments(Path home, Path out, String mapping, String table, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "import", "--home", home.toString(), "--mapping", mapping, "--out", out.toString(), table(table)));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--catalogue")) {
            arguments.addAll(List.of("--catalogue", "china-counties"));
        }
        return arguments.toArray(String[]::new);
    }

    @Test
    void someChangesOfTheNationAreThoseThatWerePublished() {
        RegionHistory history = Catalogues.loadRegions(CHINA);

        assertThat(history.changes())
                .extracting(RegionFiles::line)
                .contains(
                        "2020-06-19,transfer,220381,220184,,,GB/T 2260",
                        "2014-01-01,recode,220181,220113,,,GB/T 2260",
                        "2013-01-01,recode,220724,220781,,,GB/T 2260",
                        "2010-01-01,rename,220602,220602,,,GB/T 2260",
                        "2006-01-01,recode,220625,220605,,,GB/T 2260",
                        // 2010: Chongwen went into Dongcheng, Xuanwu into Xicheng, both of Beijing.
                        "2010-01-01,merge,110103,110101,,,GB/T 2260",
                        "2010-01-01,merge,110104,110102,,,GB/T 2260",
                        // 2009: Nanhui went into Pudong, Shanghai.
                        "2009-01-01,merge,310119,310115,,,GB/T 2260",
                        // 2018-12-26: the city of Laiwu became two districts of Jinan.
                        "2018-01-01,transfer,371202,370116,,,GB/T 2260",
                        "2018-01-01,transfer,371203,370117,,,GB/T 2260",
                        "2018-01-01,abolish,371200,,,,GB/T 2260");
    }
}
