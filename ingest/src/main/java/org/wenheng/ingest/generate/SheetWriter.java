package org.wenheng.ingest.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;
import org.wenheng.ingest.reference.Element;

/** Fills a worksheet with a form: head, table, closing line. */
final class SheetWriter {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String SYNTHETIC_TITLE = "（合成数据，仅供演示）";

    private final Map<String, Element> elements;
    private final GenerateSettings settings;

    SheetWriter(Map<String, Element> elements, GenerateSettings settings) {
        this.elements = elements;
        this.settings = settings;
    }

    /** Whether a text is written as a number. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    void write(Sheet sheet, Worksheet worksheet) {
        worksheet.value(0, 0, sheet.form().title().chinese() + SYNTHETIC_TITLE);
        row(
                worksheet,
                1,
                List.of(
                        "报送单位代码",
                        sheet.regionCode(),
                        sheet.region().name().chinese(),
                        "报告期",
                        sheet.period().code(),
                        "表号",
                        sheet.form().code(),
                        "数据性质",
                        "synthetic"));
        worksheet.value(2, 0, settings.note());
        int end = sheet.form().facilityType() == null ? region(sheet, worksheet) : facilities(sheet, worksheet);
        worksheet.value(end, 0, settings.filledBy());
    }

    private int region(Sheet sheet, Worksheet worksheet) {
        row(worksheet, FormLayout.REGION_FIRST_ROW - 1, List.of("数据元代码", "指标名称", "计量单位", "本期数", "备注"));
        int row = FormLayout.REGION_FIRST_ROW;
        for (int i = 0; i < sheet.form().elements().size(); i++) {
            String code = sheet.form().elements().get(i);
            row(worksheet, row, List.of(code, name(code), unit(code)));
            value(worksheet, row, FormLayout.REGION_VALUE_COLUMN, sheet.given(0, i));
            row++;
        }
        return row;
    }

    private int facilities(Sheet sheet, Worksheet worksheet) {
        int first = FormLayout.FACILITY_FIRST_ROW;
        row(worksheet, first - 3, List.of("机构编码", "机构名称"));
        for (int i = 0; i < sheet.form().elements().size(); i++) {
            String code = sheet.form().elements().get(i);
            worksheet.value(first - 3, FormLayout.FACILITY_FIRST_COLUMN + i, name(code));
            worksheet.value(first - 2, FormLayout.FACILITY_FIRST_COLUMN + i, code);
            worksheet.value(first - 1, FormLayout.FACILITY_FIRST_COLUMN + i, unit(code));
        }
        int row = first;
        for (SheetRow facility : sheet.rows()) {
            row(worksheet, row, List.of(facility.code(), facility.name()));
            for (int i = 0; i < facility.given().size(); i++) {
                value(
                        worksheet,
                        row,
                        FormLayout.FACILITY_FIRST_COLUMN + i,
                        facility.given().get(i));
            }
            row++;
        }
        return row;
    }

    private static void row(Worksheet worksheet, int row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            worksheet.value(row, column, texts.get(column));
        }
    }

    private static void value(Worksheet worksheet, int row, int column, String given) {
        if (isNumber(given)) {
            worksheet.value(row, column, new BigDecimal(given));
        } else if (!given.isEmpty()) {
            worksheet.value(row, column, given);
        }
    }

    private String name(String code) {
        Element element = elements.get(code);
        return element == null ? code : element.name().chinese();
    }

    private String unit(String code) {
        Element element = elements.get(code);
        return element == null ? "" : element.unit();
    }
}
