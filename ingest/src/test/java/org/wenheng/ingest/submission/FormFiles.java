package org.wenheng.ingest.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** A small catalogue and the files that its counties send. */
public final class FormFiles {
    public static final Instant RECEIVED = Instant.parse("2026-11-05T00:00:00Z");

    private FormFiles() {}

    /** Two counties; a monthly form for the county with money, volumes and a rate, and one for each library. */
    public static Catalogue catalogue() {
        return catalogueWith("220105");
    }

    /** The same catalogue with one more county. */
    public static Catalogue catalogueWith(String county) {
        return Catalogue.of(
                "trial",
                new Title("试验", "Trial"),
                List.of(
                        region("220000", "province", null, List.of()),
                        region(county, "county", "220000", List.of()),
                        region("220102", "county", "220000", List.of("南关区")),
                        region("220184", "county", "220000", List.of("220381", "公主岭市"))),
                List.of(
                        element("FEE", "万元", false, null, null),
                        element("BOOKS", "册", true, null, null),
                        element("NEW_BOOKS", "册", true, null, "BOOKS"),
                        element("RATE", "%", false, BigDecimal.valueOf(100), null),
                        element("VISITS", "人次", true, null, null),
                        element("STRAY", "个", true, null, null)),
                List.of(),
                List.of(
                        form("county-month", null, List.of("FEE", "BOOKS", "NEW_BOOKS", "RATE")),
                        form("library-month", "library", List.of("VISITS", "BOOKS"))));
    }

    private static Region region(String code, String level, @Nullable String parent, List<String> aliases) {
        return new Region(code, new Title(code, code), level, parent, Map.of(), aliases, null, null);
    }

    private static Element element(
            String code, String unit, boolean whole, @Nullable BigDecimal maximum, @Nullable String atMost) {
        return new Element(
                code,
                new Title(code, code),
                unit,
                Frequency.MONTH,
                Accumulation.SUM,
                RollUp.SUM,
                whole,
                BigDecimal.ZERO,
                maximum,
                atMost,
                "",
                "");
    }

    private static Form form(String code, @Nullable String facilityType, List<String> elements) {
        return new Form(
                code, new Title(code, code), Frequency.MONTH, "culture", facilityType, List.of("county"), elements, 10);
    }

    /** The county's form; each line is element, unit and value, from row 5. */
    public static SentFile county(String region, String period, String... lines) {
        return workbook("county.xlsx", sheet -> {
            head(sheet, region, period, "county-month");
            row(sheet, 4, "数据元代码", "指标名称", "计量单位", "本期数", "备注");
            for (int i = 0; i < lines.length; i++) {
                List<String> parts = parts(lines[i]);
                row(sheet, 5 + i, parts.get(0), parts.get(0), parts.get(1), parts.get(2));
            }
            row(sheet, 5 + lines.length, "填表人:甲");
        });
    }

    /** The libraries' form with two columns; each line is code, visits and books, from row 7. */
    public static SentFile libraries(String region, String period, String... lines) {
        return workbook("libraries.xlsx", sheet -> {
            head(sheet, region, period, "library-month");
            row(sheet, 4, "机构编码", "机构名称", "到馆", "藏书");
            row(sheet, 5, "", "", "VISITS", "BOOKS");
            row(sheet, 6, "", "", "万人次", "册");
            for (int i = 0; i < lines.length; i++) {
                List<String> parts = parts(lines[i]);
                row(sheet, 7 + i, parts.get(0), "馆" + parts.get(0), parts.get(1), parts.get(2));
            }
            row(sheet, 7 + lines.length, "填表人:甲");
        });
    }

    private static void head(Worksheet sheet, String region, String period, String form) {
        row(sheet, 1, "试验报表");
        row(sheet, 2, "报送单位代码", region, "某县", "报告期", period, "表号", form, "数据性质", "synthetic");
    }

    private static List<String> parts(String line) {
        return List.of(line.split("\\|", -1));
    }

    private static void row(Worksheet sheet, int number, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            String text = texts[column];
            if (text.matches("-?\\d+(\\.\\d+)?")) {
                sheet.value(number - 1, column, new BigDecimal(text));
            } else if (!text.isEmpty()) {
                sheet.value(number - 1, column, text);
            }
        }
    }

    /** Fills a sheet. */
    public interface Filling {
        void fill(Worksheet sheet);
    }

    /** A workbook with one sheet. */
    public static SentFile workbook(String name, Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("表一"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SentFile.of(name, bytes.toByteArray());
    }

    /** The long form table; each line has the nine columns. */
    public static String csv(String... lines) {
        return "报送单位代码,报告期,表号,机构编码,机构名称,数据元代码,计量单位,数值,数据性质\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    public static SentFile text(String name, String text) {
        return SentFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
