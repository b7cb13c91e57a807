package org.wenheng.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.format.MadeFiles.utf8;

import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    private static Content read(String name, byte[] bytes) {
        Content content = Content.of(name, bytes, null);
        assertThat(content.fault()).isNull();
        return content;
    }

    private static Sheet only(String name, byte[] bytes) {
        assertThat(read(name, bytes).sheets()).hasSize(1);
        return read(name, bytes).sheets().get(0);
    }

    /** Every cell that holds something, with its address. */
    private static List<String> cells(Sheet sheet) {
        return sheet.rows().stream()
                .flatMap(row -> java.util.stream.IntStream.range(0, row.texts().size())
                        .filter(column -> !row.texts().get(column).isEmpty())
                        .mapToObj(column -> Sheet.address(column, row.number()) + "="
                                + row.texts().get(column)))
                .toList();
    }

    private static void isFull(Content content) {
        assertThat(content.sheets()).extracting(Sheet::name).containsExactly("数据", "隐藏");
        assertThat(content.sheets()).extracting(Sheet::hidden).containsExactly(false, true);
        assertThat(content.sheets().get(0).merged()).containsExactly(new CellRange(1, 0, 1, 3));
        assertThat(cells(content.sheets().get(0)))
                .containsExactly(
                        "A1=合并标题",
                        "A3=2023-06-01",
                        "B3=2023-06-01T08:30:00",
                        "C3=2023-06-01",
                        "D3=08:30:00",
                        "E3=29%",
                        "F3=0.29",
                        "G3=TRUE",
                        "H3=#DIV/0!",
                        "I3=7",
                        "J3=ab",
                        "K3=35371.28",
                        "L3=第一行\n第二行",
                        "M3=1234567");
        assertThat(cells(content.sheets().get(1))).containsExactly("A1=秘");
    }

    @Test
    void workbooksOldAndNewGiveTheSameSheetsUnderAnyName() {
        try (Workbook xlsx = new XSSFWorkbook();
                Workbook xls = new HSSFWorkbook()) {
            Content ofNew = read("a.xls", MadeFiles.full(xlsx));
            Content ofOld = read("a.xlsx", MadeFiles.full(xls));
            isFull(ofNew);
            isFull(ofOld);
            assertThat(ofNew.encoding()).isEqualTo("xlsx: Office Open XML");
            assertThat(ofOld.encoding()).isEqualTo("xls: BIFF8");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
        byte[] bytes = MadeFiles.zip(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"/xl/s.xml\"/>"
                        + "<Relationship Id=\"b\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                "xl/s.xml",
                "<worksheet><sheetData><row r=\"2\"><c r=\"B2\" s=\"1\"><v>0</v></c><c r=\"C2\" s=\"1\"><v>43616</v></c>"
                        + "</row></sheetData></worksheet>");

        // Microsoft: the serial number 0 of the 1904 system is 1 January 1904; it is 1,462 days behind the 1900 system.
        assertThat(cells(only("a.xlsx", bytes))).containsExactly("B2=1904-01-01", "C2=2023-06-01");
    }

    @ParameterizedTest
    @CsvSource({
        "0.28999999999999998,0.29",
        "0.30000000000000004,0.30000000000000004",
        "0.85,0.85",
        "1.5E3,1.5E3",
        "220102.0,220102",
        "123456789012345678,123456789012345678",
        "12.50,12.50"
    })
    void numbersComeAsStoredWithoutTheNoiseOfTheirBinaryForm(String stored, String text) {
        assertThat(cells(only("a.xlsx", MadeFiles.xlsxRows("<row><c><v>" + stored + "</v></c></row>"))))
                .containsExactly("A1=" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.85,85%",
        "0.285,28.5%",
        "1,100%",
        "-0.0012345,-0.12345%",
        "0,0%",
        "1E-3,0.1%",
        "0.28999999999999998,29%"
    })
    void perCentsAreShiftedExactly(String stored, String text) {
        assertThat(CellFormat.PERCENT.text(stored, false)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,1",
        "0.1,0.1",
        "35371.28,35371.28",
        "1e22,1E+22",
        "-0.0,0",
        "2e-3,0.002",
        "123456789.12,123456789.12"
    })
    void binaryNumbersComeWithTheFewestDigits(double number, String text) {
        assertThat(CellFormat.text(number)).isEqualTo(text);
    }

    @Test
    void formulaWithoutAResultIsNoEmptyCell() {
        assertThat(cells(only("a.xlsx", MadeFiles.xlsxRows("<row><c r=\"C1\"><f>A1+B1</f></c></row>"))))
                .containsExactly("C1==A1+B1");
    }

    @Test
    void inlineAndEscapedTextsAreReadAsSeenAndReadingsAboveThemAreNot() {
        byte[] bytes = MadeFiles.xlsxRows("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r>"
                + "<rPh><t>x</t></rPh></is></c><c t=\"str\"><v>_x0041__x005F_</v></c><c t=\"b\"><v>1</v></c></row>");

        assertThat(cells(only("a.xlsx", bytes))).containsExactly("A3=a b", "B3=A_", "C3=TRUE");
    }

    @Test
    void whatStandsBelowAMergedBlockIsNotSeen() {
        byte[] bytes =
                MadeFiles.xlsx("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"
                        + "</row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>");

        assertThat(cells(only("a.xlsx", bytes))).containsExactly("A1=1");
        assertThat(only("a.xlsx", bytes).merged()).containsExactly(new CellRange(1, 0, 2, 1));
    }

    @Test
    void openDocumentCellsStandWhereRepetitionsPutThem() {
        byte[] bytes = MadeFiles.ods(
                "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"2\">"
                        + "<table:table-cell table:number-columns-repeated=\"2\"/>"
                        + "<table:table-cell office:value-type=\"percentage\" office:value=\"0.85\"><text:p>85%</text:p></table:table-cell>"
                        + "<table:table-cell office:value-type=\"date\" office:date-value=\"2023-06-01\"/>"
                        + "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation>"
                        + "<text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell>"
                        + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>");

        assertThat(cells(only("a.ods", bytes)))
                .containsExactly("C3=85%", "D3=2023-06-01", "E3=a  b\nc", "C4=85%", "D4=2023-06-01", "E4=a  b\nc");
    }

    @Test
    void pageUnderTheNameOfAWorkbookIsOneSheetWithItsMergedCells() {
        String page = "<html><head><meta charset=gb2312><style>td{}</style></head><body><h3>图书馆统计</h3><p>单位:万元</p>"
                + "<table border=1><tr><th rowspan=2>地区</th><th colspan=2>经费</th></tr><tr><td>2023</td><td>2024</td></tr>"
                + "<tr><td>长春&nbsp;</td><td>1,234</td><td>5<br>6</td></tr></table></body></html>";

        Sheet sheet = only("导出.xls", page.getBytes(Decoding.GB18030));

        assertThat(cells(sheet))
                .containsExactly(
                        "A1=图书馆统计", "A2=单位:万元", "A3=地区", "B3=经费", "B4=2023", "C4=2024", "A5=长春", "B5=1,234", "C5=5 6");
        assertThat(sheet.merged()).containsExactly(new CellRange(3, 0, 4, 0), new CellRange(3, 1, 3, 2));
    }

    @Test
    void xmlWorkbookOf2003IsRead() {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Excel.Sheet\"?>"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                + "<Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0%\"/></Style></Styles>"
                + "<Worksheet ss:Name=\"表\"><Table><Row ss:Index=\"2\"><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">题</Data></Cell>"
                + "<Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.85</Data></Cell></Row>"
                + "<Row><Cell ss:Index=\"3\"><Data ss:Type=\"DateTime\">2023-06-01T00:00:00.000</Data></Cell></Row></Table>"
                + "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";

        Sheet sheet = only("导出.xls", utf8(text));

        assertThat(cells(sheet)).containsExactly("A2=题", "C2=85%", "C3=2023-06-01");
        assertThat(sheet.hidden()).isTrue();
        assertThat(sheet.merged()).containsExactly(new CellRange(2, 0, 2, 1));
    }

    @Test
    void recordsOfJsonAreRowsBelowTheirKeys() {
        Sheet sheet = only(
                "a.json",
                utf8("[{\"code\":\"220102\",\"v\":1.50},{\"v\":null,\"more\":{\"x\":true,\"y\":[1,\"a\"]}}]"));

        assertThat(cells(sheet))
                .containsExactly(
                        "A1=code", "B1=v", "C1=more.x", "D1=more.y", "A2=220102", "B2=1.50", "C3=TRUE", "D3=[1,\"a\"]");
    }

    @Test
    void tablesBelowKeysOfJsonAreSheetsAndWhatStandsBesideThemIsHidden() {
        Content content = read(
                "a.json", utf8("{\"total\":2,\"result\":{\"rows\":[{\"a\":1},{\"a\":2}]},\"grid\":[[\"h\"],[3]]}"));

        assertThat(content.sheets()).extracting(Sheet::name).containsExactly("result.rows", "grid", "");
        assertThat(cells(content.sheets().get(0))).containsExactly("A1=a", "A2=1", "A3=2");
        assertThat(cells(content.sheets().get(1))).containsExactly("A1=h", "A2=3");
        assertThat(content.sheets().get(2).hidden()).isTrue();
        assertThat(cells(content.sheets().get(2))).containsExactly("A1=total", "A2=2");
    }

    @Test
    void columnsOfJsonAreATable() {
        assertThat(cells(only("a.json", utf8("{\"region\":[\"甲\",\"乙\"],\"value\":[1,2]}"))))
                .containsExactly("A1=region", "B1=value", "A2=甲", "B2=1", "A3=乙", "B3=2");
    }

    @Test
    void lineOfJsonIsTheRowBelow() {
        Sheet sheet = only("a.ndjson", utf8("{\"a\":1}\n\n{\"a\":3,\"b\":\"x\"}\r\n"));

        assertThat(cells(sheet)).containsExactly("A1=a", "B1=b", "A2=1", "A4=3", "B4=x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "地区,值\\n甲,1\\n|UTF-8: valid UTF-8",
                "地区\\t值\\n甲\\t1\\n|UTF-8: valid UTF-8, tab",
                "地区;值\\n甲;1\\n|UTF-8: valid UTF-8, ;",
                "题目,一个逗号\\n\\n地区;值\\n甲;1\\n乙;2\\n|UTF-8: valid UTF-8, ;",
                "名;额\\n\"a,b,c\";1\\n\"d,e,f\";2\\n|UTF-8: valid UTF-8, ;",
                "地区\\t值\\n甲\\t1,000\\n乙\\t2,000\\n丙\\t3\\n|UTF-8: valid UTF-8, tab"
            })
    void delimiterIsDecidedFromTheText(String text, String encoding) {
        Content content = read("a.xls", utf8(text.replace("\\n", "\n").replace("\\t", "\t")));

        assertThat(content.encoding()).isEqualTo(encoding);
        Sheet sheet = content.sheets().get(0);
        assertThat(sheet.rows().get(sheet.rows().size() - 1).texts()).hasSize(2);
    }

    @Test
    void bytesDecideAndNotTheName() {
        assertThat(read("a.pdf", utf8("a,b\n1,2\n")).sheets()).hasSize(1);
        assertThat(read(
                                "a.csv",
                                MadeFiles.ods(
                                        "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"))
                        .encoding())
                .isEqualTo("ods: OpenDocument");
    }
}
