package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.template.FilledTemplate.cell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.template.KnownFacility;
import org.wenheng.ingest.template.TemplateFile;
import org.wenheng.ingest.template.Templates;

class AnswersAndTemplatesTest {
    private static final Catalogue CATALOGUE = FormFiles.catalogue();

    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder;

    private Path send(String name, SentFile file) throws IOException {
        Path path = folder.resolve("inbox").resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, file.bytes());
    }

    @Test
    void everySubmissionIsAnsweredAndWhatWasAcceptedStandsInTheNextTemplate() throws IOException {
        Lake lake = new Lake(folder.resolve("lake"));
        SentFile second = FormFiles.county("220105", "2026-10", "BOOKS|册|1");
        List<Path> sent = List.of(
                send("county.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|约5", "BOOKS|册|200")),
                send("again/county.xlsx", second),
                send("libraries.xlsx", FormFiles.libraries("220102", "2026-09", "L2|0.5|100", "L1|0.25|-")));

        IngestJob.run(
                spark,
                lake,
                CATALOGUE,
                null,
                sent,
                FormFiles.RECEIVED,
                AnswerFolder.of(folder.resolve("answers"), null));

        try (Stream<Path> files = Files.list(folder.resolve("answers"))) {
            String number = second.submissionId("trial");
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "county.xlsx.answer.xlsx",
                            "county.xlsx.answer.json",
                            "county.xlsx." + number + ".answer.xlsx",
                            "county.xlsx." + number + ".answer.json",
                            "libraries.xlsx.answer.xlsx",
                            "libraries.xlsx.answer.json");
        }
        assertThat(Files.readString(folder.resolve("answers/county.xlsx.answer.json")))
                .contains("\"verdict\" : \"partly-accepted\"")
                .contains("\"mark\" : \"D5\"");

        Period october = Period.ofMonth(2026, 10);
        KnownForTemplates known =
                KnownForTemplates.read(lake.read(spark, LakeTables.OBSERVATION), CATALOGUE, october, Set.of("220102"));
        assertThat(known.of("220102", "library"))
                .containsExactly(new KnownFacility("L1", "馆L1"), new KnownFacility("L2", "馆L2"));
        TemplateFile template = new Templates(CATALOGUE, known, known, FormFiles.RECEIVED)
                .of(CATALOGUE.findRegion("220102").orElseThrow(), october, Set.of())
                .orElseThrow();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template.bytes()))) {
            assertThat(cell(book, "county-month", "D6").getNumericCellValue()).isEqualTo(200);
            assertThat(cell(book, "library-month", "A7").getStringCellValue()).isEqualTo("L1");
            assertThat(cell(book, "library-month", "F7").getNumericCellValue())
                    .as("September, in persons")
                    .isEqualTo(2500);
            assertThat(cell(book, "library-month", "G7").getStringCellValue()).isEqualTo("—");
        }
    }
}
