package org.wenheng.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.format.MadeFiles.utf8;
import static org.wenheng.ingest.format.MadeFiles.xlsxRows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm are refused by their reason, in little time and memory. */
@Timeout(120)
class HostileFilesTest {
    private static final String BOMB =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";

    private static FaultCode code(String name, byte[] bytes) {
        return fault(name, bytes).code();
    }

    private static Fault fault(String name, byte[] bytes) {
        return Objects.requireNonNull(Content.of(name, bytes, null).fault(), name);
    }

    /** A zip file with one entry of zeros or of a repeated text. */
    private static byte[] inflating(String name, String text, long times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = utf8(text.repeat(10_000));
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(utf8("<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"));
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(utf8("<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8("<worksheet><sheetData><row>"));
            for (long i = 0; i < times; i += 10_000) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void workbookThatInflatesWithoutEndIsRefusedByWhatComesOfIt() throws IOException {
        assertThat(code("a.xlsx", inflating("xl/s.xml", "<c/>", 17_000_000))).isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
        assertThat(code("a.xlsx", inflating("xl/s.xml", " ".repeat(1_000), 600_000)))
                .isEqualTo(FaultCode.FILE_TOO_LARGE);
    }

    @Test
    void longestTextOfAnAttributeOrACommentFitsIntoMemory() throws IOException {
        assertThat(code("a.xlsx", inflating("xl/s.xml", "<!--" + "<a>".repeat(100), 500_000)))
                .isIn(FaultCode.FILE_DAMAGED, FaultCode.FILE_TOO_LARGE);
    }

    @Test
    void cellsBeyondTheSheetAreRefused() {
        assertThat(code("a.xlsx", xlsxRows("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")))
                .isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
        assertThat(code("a.xlsx", xlsxRows("<row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row>")))
                .isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
        assertThat(code("a.csv", utf8("a,".repeat(1_000_000)))).isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
        assertThat(code("a.csv", utf8("a\n".repeat(1_048_577)))).isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
        assertThat(code("a.csv", utf8(",".repeat(12_000_000)))).isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
    }

    @Test
    void cellOutsideOfARowIsRefusedAndNotLost() {
        assertThat(Content.of(
                                "a.xlsx",
                                MadeFiles.xlsx(
                                        "<worksheet><sheetData><c r=\"A1\"><v>1</v></c></sheetData></worksheet>"),
                                null)
                        .fault())
                .isNotNull();
    }

    @Test
    void rowsThatHoldOneCellFarOutAreCountedInFull() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 400; row++) {
            rows.append("<row r=\"%d\"><c r=\"XFD%<d\"><v>1</v></c></row>".formatted(row));
        }
        assertThat(fault("a.xlsx", xlsxRows(rows.toString())).expected()).isEqualTo("5000000 格 / cells");
    }

    @Test
    void repetitionsOfAnOpenDocumentAreBounded() {
        String cell = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";

        assertThat(code(
                        "a.ods",
                        MadeFiles.ods("<table:table-row table:number-rows-repeated=\"1048576\">" + cell
                                + "</table:table-row>")))
                .isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
        assertThat(code(
                        "a.ods",
                        MadeFiles.ods("<table:table-row table:number-rows-repeated=\"99999999999\">" + cell
                                + "</table:table-row>")))
                .isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
    }

    @Test
    void mergedBlocksOverOneAnotherAreCounted() {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int row = 1; row <= 2_000; row++) {
            sheet.append("<row r=\"%d\"><c r=\"ZZ%<d\"><v>1</v></c></row>".formatted(row));
        }
        sheet.append("</sheetData>")
                .append("<mergeCell ref=\"A1:XFD1048576\"/>".repeat(90_000))
                .append("</worksheet>");

        assertThat(code("a.xlsx", MadeFiles.xlsx(sheet.toString()))).isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
    }

    @Test
    void documentTypesAndEntitiesAreRefusedInEveryFormat() {
        assertThat(
                        code(
                                "a.xlsx",
                                MadeFiles.xlsx(
                                        BOMB
                                                + "<worksheet><sheetData><row><c t=\"str\"><v>&b;&f;</v></c></row></sheetData></worksheet>")))
                .isEqualTo(FaultCode.FILE_XML_FORBIDDEN);
        assertThat(code("a.ods", MadeFiles.zip("content.xml", BOMB + "<x>&b;</x>")))
                .isEqualTo(FaultCode.FILE_XML_FORBIDDEN);
        assertThat(code("a.xls", utf8("<?xml version=\"1.0\"?><!--x-->" + "<Workbook>&f;</Workbook>")))
                .isEqualTo(FaultCode.FILE_XML_FORBIDDEN);
        assertThat(code("a.xml", utf8("<?xml version=\"1.0\"?>" + BOMB + "<Workbook>&f;</Workbook>")))
                .isEqualTo(FaultCode.FILE_KIND_UNREADABLE);
        assertThat(code("a.xls", utf8("<!---->".repeat(1_000_000) + "x"))).isEqualTo(FaultCode.FILE_NOT_A_WORKBOOK);
        // A page has no entities of its own: what looks like one is text.
        Content page = Content.of("a.html", utf8("<html><table><tr><td>&b; &lt;</td></tr></table></html>"), null);
        assertThat(page.sheets().get(0).row(1).text(0)).isEqualTo("&b; <");
    }

    @Test
    void passwordIsSaidAsSuchInEveryFormat() throws Exception {
        try (POIFSFileSystem system = new POIFSFileSystem();
                XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("a");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var stream = encryptor.getDataStream(system)) {
                workbook.write(stream);
            }
            system.writeFilesystem(bytes);
            assertThat(code("a.xlsx", bytes.toByteArray())).isEqualTo(FaultCode.FILE_ENCRYPTED);
        }
        assertThat(code("a.xls", MadeFiles.encryptedXls())).isEqualTo(FaultCode.FILE_ENCRYPTED);
        assertThat(code(
                        "a.ods",
                        MadeFiles.zip("META-INF/manifest.xml", "<m><encryption-data/></m>", "content.xml", "#?")))
                .isEqualTo(FaultCode.FILE_ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.6, 0.9, 0.99})
    void cutOffWorkbooksAreDamaged(double part) throws IOException {
        byte[] xlsx;
        byte[] xls;
        try (XSSFWorkbook first = new XSSFWorkbook();
                org.apache.poi.hssf.usermodel.HSSFWorkbook second = new org.apache.poi.hssf.usermodel.HSSFWorkbook()) {
            xlsx = MadeFiles.full(first);
            xls = MadeFiles.full(second);
        }
        assertThat(code("a.xlsx", Arrays.copyOf(xlsx, (int) (xlsx.length * part))))
                .isEqualTo(FaultCode.FILE_DAMAGED);
        Content old = Content.of("a.xls", Arrays.copyOf(xls, (int) (xls.length * part)), null);
        // The last blocks of a compound file may be empty ones: then nothing is missing.
        assertThat(old.fault() != null || old.equals(Content.of("a.xls", xls, null)))
                .isTrue();
        assertThat(part > 0.9 || old.fault() != null).isTrue();
    }

    @Test
    void changedByteInACompressedPartIsNoticedByItsChecksum() {
        byte[] bytes = MadeFiles.zip(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>",
                "xl/s.xml",
                "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>");
        int changed = 0;
        for (int place = 0; place < bytes.length; place++) {
            byte[] copy = bytes.clone();
            copy[place] ^= 1;
            Content content = Content.of("a.xlsx", copy, null);
            if (content.fault() == null && !content.sheets().get(0).rows().isEmpty()) {
                changed += content.sheets().get(0).row(1).text(0).equals("7") ? 0 : 1;
            }
        }
        assertThat(changed).isZero();
    }

    @Test
    void jsonThatIsDeepOrBrokenIsRefusedWithItsPlace() {
        assertThat(code("a.json", utf8("[".repeat(100_000)))).isEqualTo(FaultCode.FILE_NESTED_TOO_DEEP);
        assertThat(code("a.json", utf8("{\"a\":".repeat(100_000)))).isEqualTo(FaultCode.FILE_NESTED_TOO_DEEP);
        assertThat(fault("a.json", utf8("[{\"a\":1},\n{\"a\":}]")))
                .isEqualTo(new Fault(FaultCode.FILE_JSON_MALFORMED, "", "", "a.json", "2:6"));
        assertThat(fault("a.json", utf8("{\"a\":1}\n{\"a\":2}\n{\"a\":\n")).expected())
                .startsWith("3:");
        assertThat(fault("a.json", utf8("[{\"a\":1,\"a\":2}]")).code()).isEqualTo(FaultCode.FILE_JSON_MALFORMED);
        assertThat(fault("a.json", utf8("[{\"a.b\":1,\"a\":{\"b\":2}}]")).code())
                .isEqualTo(FaultCode.FILE_DAMAGED);
    }

    @Test
    void whatIsNoCharacterIsRefusedAtItsCell() {
        assertThat(fault("a.json", utf8("[{\"a\":\"x\\ud83d\"}]")))
                .isEqualTo(new Fault(FaultCode.FILE_TEXT_BROKEN, "", "A2", "a.json", "U+D83D"));
        assertThat(fault("a.json", utf8("[{\"a\":\"\\u0000\"}]")).code()).isEqualTo(FaultCode.FILE_TEXT_BROKEN);
        assertThat(fault("a.xlsx", xlsxRows("<row><c t=\"str\"><v>_xD83D_</v></c></row>"))
                        .cell())
                .isEqualTo("A1");
        assertThat(code("a.csv", utf8("a,\0b"))).isEqualTo(FaultCode.FILE_NUL_BYTES);
    }

    @Test
    void pageOfAHundredThousandLevelsIsReadOrRefusedButDoesNotEndTheProcess() {
        Content deep = Content.of("a.xls", utf8("<html>" + "<div>".repeat(100_000) + "x"), null);
        assertThat(deep.sheets()).hasSize(1);
        Content tables = Content.of("a.xls", utf8("<html>" + "<table><tr><td>".repeat(100_000) + "x"), null);
        assertThat(tables.sheets()).hasSize(1);
        Content bold =
                Content.of("a.xls", utf8("<html>" + "<b id=1><i id=2>".repeat(1_000) + "<p>x".repeat(100_000)), null);
        assertThat(bold.sheets().get(0).rows()).hasSize(100_000);
        assertThat(code("a.xls", utf8("<table>" + "<tr><td colspan=1000 rowspan=65534>x".repeat(30_000))))
                .isEqualTo(FaultCode.FILE_TOO_MANY_CELLS);
    }

    @Test
    void otherKindsOfFileAreNamed() {
        assertThat(fault("a.xlsx", utf8("%PDF-1.7 ...")).expected()).isEqualTo("PDF");
        assertThat(fault("a.rar", utf8("Rar!\u001a\u0007")).expected()).isEqualTo("RAR");
        assertThat(fault("a.mht", utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related"))
                        .expected())
                .isEqualTo("MHTML");
        assertThat(fault("a.xlsx", MadeFiles.zip("[Content_Types].xml", "", "word/document.xml", ""))
                        .expected())
                .isEqualTo("docx, pptx");
        assertThat(fault("a.xlsb", MadeFiles.zip("[Content_Types].xml", "", "xl/workbook.bin", ""))
                        .expected())
                .isEqualTo("xlsb");
        assertThat(code("a.xls", new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0})).isEqualTo(FaultCode.FILE_OLD_WORKBOOK);
    }
}
