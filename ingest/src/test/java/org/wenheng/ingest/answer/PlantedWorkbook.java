package org.wenheng.ingest.answer;

import static org.wenheng.ingest.template.FilledTemplate.JILIN;
import static org.wenheng.ingest.template.FilledTemplate.cell;
import static org.wenheng.ingest.template.FilledTemplate.changed;
import static org.wenheng.ingest.template.FilledTemplate.template;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.template.KnownFacilities;
import org.wenheng.ingest.template.KnownFacility;

/** The yearly template of a county: filled without a mistake, and with twenty different ones in twenty cells. */
final class PlantedWorkbook {
    static final Instant RECEIVED = Instant.parse("2026-02-20T00:00:00Z");

    private static final KnownFacilities FACILITIES = (region, type) -> switch (type) {
        case "library" -> List.of(new KnownFacility(region + "-L01", "南关区图书馆"));
        case "cultural-centre" -> List.of(new KnownFacility(region + "-C01", "南关区文化馆"));
        case "station" ->
            List.of(
                    new KnownFacility(region + "-S01", "南关区第1综合文化站"),
                    new KnownFacility(region + "-S02", "南关区第2综合文化站"),
                    new KnownFacility(region + "-S03", "南关区第3综合文化站"));
        default -> List.of();
    };

    private PlantedWorkbook() {}

    static Submission take(String name, byte[] bytes) {
        return new Intake(JILIN, null, RECEIVED).take(SentFile.of(name, bytes), Known.NOTHING);
    }

    /** Values in sensible ratios to the others; what is not named is 1, a percentage 90. */
    private static final Map<String, Double> VALUES = Map.ofEntries(
            Map.entry("POP", 300_000.0),
            Map.entry("POP_U18", 45_000.0),
            Map.entry("POP_DIS", 9_000.0),
            Map.entry("FIN_CUL", 3_000.0),
            Map.entry("LIB_AREA", 3_000.0),
            Map.entry("LIB_COLL", 100_000.0),
            Map.entry("LIB_NEW", 1_000.0),
            Map.entry("LIB_BUYFEE", 10.0),
            Map.entry("SP_AREA", 300_000.0),
            Map.entry("SP_INSTR", 600.0),
            Map.entry("BC_RADIO", 90.0),
            Map.entry("BC_TV", 90.0),
            Map.entry("SAT_AWARE", 90.0));

    /** Whole, not negative, within every limit, no part above its whole. */
    static byte[] filled() {
        return changed(template("2025", Known.NOTHING, FACILITIES), book -> {
            for (int i = 1; i < book.getNumberOfSheets(); i++) {
                fill(book.getSheetAt(i));
            }
        });
    }

    private static void fill(XSSFSheet sheet) {
        boolean ofFacilities = sheet.getRow(3).getCell(0).getStringCellValue().equals("机构编码");
        for (int number = ofFacilities ? 6 : 4; number <= sheet.getLastRowNum(); number++) {
            XSSFRow row = sheet.getRow(number);
            String key = row.getCell(0).getStringCellValue();
            if (key.isEmpty() || key.startsWith("填表人")) {
                continue;
            }
            int last = ofFacilities ? lastElement(sheet) : 3;
            for (int column = ofFacilities ? 2 : 3; column <= last; column++) {
                String element = ofFacilities ? text(sheet, 4, column) : key;
                row.getCell(column).setCellValue(VALUES.getOrDefault(element, 1.0));
            }
        }
    }

    private static int lastElement(XSSFSheet sheet) {
        int column = 2;
        while (!text(sheet, 4, column).isEmpty()) {
            column++;
        }
        return column - 1;
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        XSSFCell cell = sheet.getRow(row).getCell(column);
        return cell == null ? "" : cell.getStringCellValue();
    }

    /** The code that each planted mistake gets, by {@code sheet!cell}. */
    static Map<String, String> planted() {
        Map<String, String> codes = new LinkedHashMap<>();
        mistakes().forEach((place, mistake) -> codes.put(place, mistake.code()));
        return codes;
    }

    static byte[] withMistakes() {
        return changed(
                filled(),
                book -> mistakes().forEach((place, mistake) -> {
                    String[] at = place.split("!", 2);
                    mistake.made().accept(cell(book, at[0], at[1]));
                }));
    }

    private record Mistake(String code, Consumer<XSSFCell> made) {}

    private static Mistake text(String code, String text) {
        return new Mistake(code, cell -> cell.setCellValue(text));
    }

    private static Mistake number(String code, double number) {
        return new Mistake(code, cell -> cell.setCellValue(number));
    }

    private static Map<String, Mistake> mistakes() {
        Map<String, Mistake> mistakes = new LinkedHashMap<>();
        mistakes.put("基础数据年报（县级）!D5", text("NUMBER_MALFORMED", "约30万"));
        mistakes.put("基础数据年报（县级）!D9", number("VALUE_NEGATIVE", -3));
        mistakes.put("基础数据年报（县级）!D10", number("VALUE_NOT_WHOLE", 2.5));
        mistakes.put("基础数据年报（县级）!C11", text("UNIT_UNKNOWN", "座"));
        mistakes.put("基础数据年报（县级）!C12", text("UNIT_WRONG", "万元"));
        mistakes.put("基础数据年报（县级）!A13", text("ELEMENT_UNKNOWN", "ST_NUM"));
        mistakes.put("基础数据年报（县级）!A14", text("ELEMENT_NOT_OF_FORM", "N_COUNTY"));
        mistakes.put("公共图书馆年报!C7", number("VALUE_ABOVE_MAXIMUM", 2));
        mistakes.put("公共图书馆年报!I6", text("UNIT_WRONG", "册"));
        mistakes.put("综合文化站年报!A8", new Mistake("FACILITY_CODE_MISSING", XSSFCell::setBlank));
        mistakes.put("综合文化站年报!C9", text("NUMBER_MALFORMED", "是"));
        mistakes.put("文化财政年报（县级）!D6", number("PART_ABOVE_WHOLE", 5_000));
        mistakes.put("文化财政年报（县级）!D8", number("VALUE_BELOW_MINIMUM", -120));
        mistakes.put("文化财政年报（县级）!D9", text("NUMBER_MALFORMED", "#N/A"));
        mistakes.put("文化财政年报（县级）!D10", text("NUMBER_AMBIGUOUS", "1.2万"));
        mistakes.put("出版广电惠民年报!D7", number("VALUE_ABOVE_MAXIMUM", 100.5));
        mistakes.put("中小学生影片放映年报!E2", text("PERIOD_IN_FUTURE", "2027"));
        mistakes.put("体育设施年报!B2", text("REGION_UNKNOWN", "229999"));
        mistakes.put("公益文化岗位年报!G2", text("FORM_UNKNOWN", "posts-year"));
        mistakes.put("公众满意度年报!D6", number("NUMBER_TOO_LARGE", 1e30));
        return mistakes;
    }
}
