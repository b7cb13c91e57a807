package org.wenheng.ingest.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

final class GeneratedFolderTest {
    private static final Path FOLDER = Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues", "jilin");
    private static final Catalogue JILIN = Catalogues.load(FOLDER);

    @TempDir
    private static Path shared;

    @TempDir
    private Path temporary;

    private static GeneratedFolder.Summary summary = new GeneratedFolder.Summary(0, 0, 0, List.of());

    @BeforeAll
    static void generateFourMonths() {
        summary = generate(shared.resolve("seven"), 7, 4);
    }

    @Test
    void oneSeedGivesTheSameBytes() {
        generate(temporary.resolve("again"), 7, 4);

        assertThat(digests(temporary.resolve("again"))).isEqualTo(digests(shared.resolve("seven")));
    }

    @Test
    void anotherSeedGivesOtherValues() {
        generate(temporary.resolve("eight"), 8, 1);

        assertThat(digests(temporary.resolve("eight")))
                .doesNotContainEntry(
                        "2024-01/222401-2024-01.xlsx",
                        digests(shared.resolve("seven")).getOrDefault("2024-01/222401-2024-01.xlsx", ""));
    }

    @Test
    void everySheetHasTheAgreedHeadAndMark() {
        for (Path file : files(path -> path.toString().endsWith(".xlsx"))) {
            for (List<Row> rows : sheets(file)) {
                Row head = rows.get(1);
                assertThat(text(rows.get(0), 0)).endsWith("（合成数据，仅供演示）");
                assertThat(List.of(text(head, 0), text(head, 3), text(head, 5), text(head, 7), text(head, 8)))
                        .containsExactly("报送单位代码", "报告期", "表号", "数据性质", "synthetic");
                assertThat(Period.parse(text(head, 4))).isPresent();
                assertThat(JILIN.forms()).containsKey(text(head, 6));
                assertThat(text(rows.get(rows.size() - 1), 0)).startsWith("填表人");
            }
        }
    }

    @Test
    void everyLineOfALongFormIsMarked() throws IOException {
        List<Path> files = files(path -> path.toString().endsWith(".csv") && !path.endsWith("truth.csv"));

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Charset charset = bytes[0] == (byte) 0xEF ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
            List<String> lines =
                    new String(bytes, charset).replace("\uFEFF", "").lines().toList();
            assertThat(lines.get(0)).isEqualTo("报送单位代码,报告期,表号,机构编码,机构名称,数据元代码,计量单位,数值,数据性质");
            assertThat(lines.subList(1, lines.size())).allMatch(line -> line.endsWith(",synthetic"));
        }
    }

    @Test
    void plantedMistakesStandWhereTheListSays() throws IOException {
        List<Planted> inWorkbooks = summary.planted().stream()
                .filter(planted ->
                        planted.file().endsWith(".xlsx") && !planted.cell().isEmpty())
                .toList();

        assertThat(inWorkbooks).isNotEmpty();
        for (Planted planted : inWorkbooks) {
            assertThat(cell(planted)).as(planted.toString()).isEqualTo(planted.given());
        }
        assertThat(Files.readString(shared.resolve("seven/truth.csv")).lines())
                .hasSize(summary.planted().size() + 1);
    }

    @Test
    void missingReportsAreNotThereAndTheOthersAre() {
        for (Planted planted : summary.planted()) {
            assertThat(Files.exists(shared.resolve("seven").resolve(planted.file())))
                    .as(planted.toString())
                    .isEqualTo(!planted.kind().equals("missing-report"));
        }
    }

    @Test
    void folderWithFilesIsRefused() {
        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> generate(shared.resolve("seven"), 7, 1))
                .withMessageContaining("[GENERATE_FOLDER_NOT_EMPTY] 文件夹不是空的");
    }

    @Test
    void catalogueWithoutSettingsIsRefused() {
        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> GeneratedFolder.write(
                        JILIN, temporary.resolve("generate.yml"), Period.ofMonth(2024, 1), 1, 7, temporary))
                .withMessageContaining("[GENERATE_SETTINGS_MISSING]");
    }

    private static GeneratedFolder.Summary generate(Path out, long seed, int months) {
        return GeneratedFolder.write(JILIN, FOLDER.resolve("generate.yml"), Period.ofMonth(2024, 1), months, seed, out);
    }

    private static String cell(Planted planted) {
        Path file = shared.resolve("seven").resolve(planted.file());
        int column = planted.cell().charAt(0) - 'A';
        int row = Integer.parseInt(planted.cell().substring(1));
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows =
                        workbook.findSheet(planted.sheet()).orElseThrow().openStream()) {
            return rows.filter(read -> read.getRowNum() == row)
                    .map(read -> text(read, column))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Row row, int column) {
        return column < row.getCellCount()
                ? row.getOptionalCell(column)
                        .map(cell -> String.valueOf(cell.getRawValue()))
                        .orElse("")
                : "";
    }

    private static List<List<Row>> sheets(Path file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.getSheets().map(GeneratedFolderTest::rows).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(Sheet sheet) {
        try {
            return sheet.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> walk = Files.walk(shared.resolve("seven"))) {
            return walk.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> digests(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> folder.relativize(path).toString(),
                            GeneratedFolderTest::digest,
                            (first, second) -> first,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
