package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.lake.IngestReport.FileReport;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.submission.SentFile;
import picocli.CommandLine;

class IngestCommandTest {
    private static FileReport report(SentFile file) {
        Intake intake = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED);
        return FileReport.of(file.name(), intake.take(file, Known.NOTHING), false);
    }

    @Test
    void refusalsAreShownAtTheirCellsAndTheRestIsCounted() {
        FileReport partly = report(FormFiles.county(
                "220102",
                "2026-10",
                "FEE|万元|a",
                "BOOKS|册|1",
                "NEW_BOOKS|册|2",
                "RATE|%|101",
                "A|册|1",
                "B|册|1",
                "C|册|1",
                "D|册|1"));
        FileReport refused = report(FormFiles.text("x.xlsx", "x"));
        StringWriter text = new StringWriter();

        IngestCommand.print(
                new IngestReport(List.of(partly, refused), Map.of("write", Duration.ofMillis(1234))),
                new PrintWriter(text, true));

        assertThat(text.toString())
                .contains("county.xlsx partly-accepted")
                .contains("表一!D5 [NUMBER_MALFORMED] “a”不是数 / \"a\" is not a number")
                .contains("…… 另有 1 处 / 1 more")
                .contains("x.xlsx refused")
                .containsPattern("cells read +8\n")
                .containsPattern("ELEMENT_UNKNOWN +4\n")
                .containsPattern("PART_ABOVE_WHOLE +1\n")
                .containsPattern("write +1.2 s");
    }

    @Test
    void whatADryRunWouldCorrectIsShownWithBothValues() {
        KnownValue before = new KnownValue(ValueStatus.REPORTED, new BigDecimal("7"));
        Intake intake = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED);
        SentFile file = FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|8");
        FileReport corrected = FileReport.of(
                file.name(), intake.take(file, key -> key.elementCode().equals("BOOKS") ? before : null), false);
        StringWriter text = new StringWriter();

        IngestCommand.printCorrections(new IngestReport(List.of(corrected), Map.of()), new PrintWriter(text, true));

        assertThat(text.toString())
                .contains("county.xlsx 将更正 1 个已知值 / would correct 1 known values")
                .containsPattern("表一!D6 \\[VALUE_CHANGED\\] .*7.* / .*7");
    }

    @Test
    void unknownCatalogueIsARefusalAndAMissingOptionIsWrongUsage() {
        CommandLine line =
                new CommandLine(new IngestCommand(Clock.systemUTC())).setExecutionExceptionHandler(new FailureExit());
        StringWriter errors = new StringWriter();
        line.setErr(new PrintWriter(errors, true));

        assertThat(line.execute("x.xlsx")).isEqualTo(2);
        assertThat(line.execute("--catalogue", "atlantis", "x.xlsx")).isEqualTo(1);
        assertThat(errors.toString()).contains("--catalogue").contains("CATALOGUE_FOLDER_MISSING");
    }

    /** What the command says and how it ends; only for what is refused before Spark is started. */
    private static String refused(int exit, String... arguments) {
        CommandLine line =
                new CommandLine(new IngestCommand(Clock.systemUTC())).setExecutionExceptionHandler(new FailureExit());
        StringWriter errors = new StringWriter();
        line.setErr(new PrintWriter(errors, true));
        assertThat(line.execute(arguments)).isEqualTo(exit);
        return errors.toString();
    }

    @Test
    void ofSeveralMappingsEveryUnknownNameAndEveryUnclearFileIsRefused(@TempDir Path folder) throws IOException {
        Path unclear = Files.writeString(folder.resolve("visits.csv"), "a,b\n1,2\n");
        Path clear = Files.writeString(folder.resolve("pls_fy2014_pupld14a.csv"), "a,b\n1,2\n");

        assertThat(refused(
                        1,
                        "--catalogue",
                        "us-public-libraries",
                        "--mapping",
                        "systems-2014,systems-2051",
                        clear.toString()))
                .contains("MAPPING_UNKNOWN")
                .contains("没有名为“systems-2051”的来源映射")
                .doesNotContain("“systems-2014”");
        assertThat(refused(
                        1,
                        "--catalogue",
                        "us-public-libraries",
                        "--mapping",
                        "systems-2014,systems-2015,outlets-2015",
                        clear.toString(),
                        unclear.toString()))
                .contains("visits.csv")
                .contains("不能确定用哪个读取说明")
                .contains("It is unclear which mapping reads it")
                .doesNotContain("pupld14a.csv [");
    }

    @Test
    void eachFileIsReadByTheMappingThatNamesIt(@TempDir Path folder) throws IOException {
        Path catalogue = Path.of(System.getProperty("wenheng.home"), "ingest/catalogues/us-public-libraries");
        for (String name : List.of("pls_fy2014_pupld14a.csv", "PLS_FY2015_AE_pupld15a.csv", "x_puout15a.csv")) {
            Files.writeString(folder.resolve(name), "a\n1\n");
        }

        List<FilesOfMapping> chosen = FilesOfMapping.choose(
                Stream.of("systems-2014", "systems-2015", "outlets-2015")
                        .map(name -> SourceMappings.load(catalogue, name))
                        .toList(),
                List.of(folder));

        Map<String, List<String>> names = new TreeMap<>();
        for (FilesOfMapping portion : chosen) {
            names.put(
                    Objects.requireNonNull(portion.mapping()).code(),
                    portion.files().stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
        assertThat(names)
                .isEqualTo(Map.of(
                        "systems-2014", List.of("pls_fy2014_pupld14a.csv"),
                        "systems-2015", List.of("PLS_FY2015_AE_pupld15a.csv"),
                        "outlets-2015", List.of("x_puout15a.csv")));
    }

    @Test
    void momentThatIsNoneIsWrongUsageAndSaidInBothLanguages() {
        assertThat(refused(2, "--catalogue", "jilin", "--received-at", "yesterday", "x.xlsx"))
                .contains("--received-at")
                .contains("“yesterday”不是时刻(应如 2026-11-05T08:00:00Z)")
                .contains("\"yesterday\" is not an instant")
                .doesNotContain("java.");
    }
}
