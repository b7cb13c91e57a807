package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real and small made files, changed at random and taken in end to end: never an exception, never long, always cells or a
 * finding. {@code -Dwenheng.mutations.seconds=300 -Dwenheng.mutations.seed=7} runs longer and from another seed.
 */
class MutatedFilesTest {
    private static final Path FILES =
            Path.of(System.getProperty("wenheng.home")).resolve("../shared/data/messy");
    private static final Duration MOST_FOR_ONE = Duration.ofSeconds(30);
    private static final long SECONDS = Long.getLong("wenheng.mutations.seconds", 8);
    private static final long SEED = Long.getLong("wenheng.mutations.seed", 1);
    private static final List<SentFile> ORIGINALS = new ArrayList<>();

    @BeforeAll
    static void collectFiles() throws IOException {
        String table = FormFiles.csv("220102,2026-10,library-month,L1,㐂𠮷图书馆,VISITS,人次,7,");
        ORIGINALS.add(FormFiles.county("220102", "2026-10", "FEE|元|1", "BOOKS|册|2"));
        ORIGINALS.add(FormFiles.libraries("220102", "2026-10", "L1|0.5|100"));
        ORIGINALS.add(FormFiles.text("a.csv", table));
        ORIGINALS.add(SentFile.of("b.csv", table.getBytes(Charset.forName("GB18030"))));
        ORIGINALS.add(FormFiles.text("a.json", "{\"total\":1,\"rows\":[{\"a\":1,\"b\":{\"c\":[1,2]}},{\"a\":null}]}"));
        ORIGINALS.add(FormFiles.text("a.ndjson", "{\"a\":1}\n{\"a\":2,\"b\":\"\\u4e2d\"}\n"));
        ORIGINALS.add(FormFiles.text(
                "a.xls", "<html><table><tr><td rowspan=2>a</td><td colspan=\"3\">b&nbsp;</td></tr><tr><td>1</table>"));
        ORIGINALS.add(
                FormFiles.text(
                        "b.xls",
                        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"s\"><Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"2\">"
                                + "<Cell ss:MergeAcross=\"1\"><Data ss:Type=\"Number\">1</Data></Cell></Row></Table></Worksheet></Workbook>"));
        ORIGINALS.add(FormFiles.text(
                "a.fods",
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:t=\"t\"><t:table t:name=\"a\"><t:table-row>"
                        + "<t:table-cell t:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"1\"/>"
                        + "</t:table-row></t:table></office:document>"));
        ORIGINALS.add(SentFileTest.archive("a.zip", ORIGINALS.get(0), ORIGINALS.get(2)));
        ORIGINALS.add(SentFile.of("old.xls", oldWorkbook()));
        if (Files.isDirectory(FILES)) {
            try (Stream<Path> files = Files.list(FILES)) {
                for (Path file : files.sorted().toList()) {
                    ORIGINALS.add(SentFile.read(file));
                }
            }
        }
    }

    private static byte[] oldWorkbook() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue("报送单位代码");
            sheet.createRow(5).createCell(3).setCellFormula("1+1");
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(0, 1, 0, 2));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void changedFilesGiveCellsOrAFindingAndNeverAnException() {
        Random chance = new Random(SEED);
        Intake intake = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED);
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        long count = 0;
        long read = 0;
        while (System.nanoTime() < end) {
            SentFile original = ORIGINALS.get(chance.nextInt(ORIGINALS.size()));
            byte[] bytes = original.bytes();
            for (int change = chance.nextInt(4); change >= 0; change--) {
                bytes = changed(bytes, chance);
            }
            SentFile file = SentFile.of(original.name(), bytes);
            count++;
            read += takesIn(intake, file, count) ? 1 : 0;
        }
        assertThat(count).isPositive();
        assertThat(read).isLessThan(count);
    }

    /** Whether the file gave cells. */
    private static boolean takesIn(Intake intake, SentFile file, long number) {
        long start = System.nanoTime();
        boolean gaveCells = false;
        try {
            for (SentFile one : file.withContents()) {
                CheckedFile checked = intake.check(one);
                gaveCells |= !checked.cells().isEmpty();
                assertThat(checked.cells().isEmpty() && checked.fileFindings().isEmpty())
                        .as("cells or a finding")
                        .isFalse();
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError("Seed %d, file %d, kept as %s".formatted(SEED, number, keep(file)), e);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (taken.compareTo(MOST_FOR_ONE) > 0) {
            throw new AssertionError("Seed %d, file %d took %s, kept as %s".formatted(SEED, number, taken, keep(file)));
        }
        return gaveCells;
    }

    private static Path keep(SentFile file) {
        try {
            return Files.write(Files.createTempFile("mutated-", "-" + file.name()), file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] changed(byte[] bytes, Random chance) {
        if (bytes.length == 0) {
            return bytes;
        }
        int place = chance.nextInt(bytes.length);
        return switch (chance.nextInt(6)) {
            case 0 -> flipped(bytes, 1 + chance.nextInt(8), chance);
            case 1 -> Arrays.copyOf(bytes, place);
            case 2 ->
                spliced(
                        bytes,
                        place,
                        ORIGINALS.get(chance.nextInt(ORIGINALS.size())).bytes(),
                        chance);
            case 3 -> repeated(bytes, place, chance);
            case 4 -> overwritten(bytes, place, chance);
            default -> flipped(bytes, 1, chance);
        };
    }

    private static byte[] flipped(byte[] bytes, int times, Random chance) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < times; i++) {
            copy[chance.nextInt(copy.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return copy;
    }

    /** Some bytes of another file in the middle. */
    private static byte[] spliced(byte[] bytes, int place, byte[] other, Random chance) {
        if (other.length == 0) {
            return bytes;
        }
        int from = chance.nextInt(other.length);
        int length = Math.min(other.length - from, 1 + chance.nextInt(2_000));
        return joined(
                Arrays.copyOf(bytes, place),
                Arrays.copyOfRange(other, from, from + length),
                Arrays.copyOfRange(bytes, place, bytes.length));
    }

    private static byte[] repeated(byte[] bytes, int place, Random chance) {
        int length = Math.min(bytes.length - place, 1 + chance.nextInt(1_000));
        byte[] block = Arrays.copyOfRange(bytes, place, place + length);
        int times = chance.nextInt(Math.max(1, 300_000 / length));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            many.writeBytes(block);
        }
        return joined(Arrays.copyOf(bytes, place), many.toByteArray(), Arrays.copyOfRange(bytes, place, bytes.length));
    }

    /** Bytes that mean something special in lengths and signs. */
    private static byte[] overwritten(byte[] bytes, int place, Random chance) {
        byte[] copy = bytes.clone();
        byte[] values = {0, -1, 127, -128, '<', '"', '{', ','};
        byte value = values[chance.nextInt(values.length)];
        for (int i = place; i < Math.min(copy.length, place + 1 + chance.nextInt(4)); i++) {
            copy[i] = value;
        }
        return copy;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
