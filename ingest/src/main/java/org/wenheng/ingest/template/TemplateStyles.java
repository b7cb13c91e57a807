package org.wenheng.ingest.template;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.reference.Element;

/** The styles of one workbook. Whatever a reporter fills is pale yellow and unlocked, everything else is locked. */
final class TemplateStyles {
    private static final String FONT = "宋体";
    private static final byte[] INPUT = {(byte) 0xFF, (byte) 0xFB, (byte) 0xE6};
    private static final byte[] GREY = {(byte) 0xE7, (byte) 0xE6, (byte) 0xE6};
    private static final byte[] HEADER = {(byte) 0xDD, (byte) 0xE7, (byte) 0xF0};

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();
    private final XSSFFont plain;
    private final XSSFFont bold;
    private final XSSFFont big;
    private final XSSFFont pale;

    TemplateStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.plain = font(10, false);
        this.bold = font(10, true);
        this.big = font(14, true);
        this.pale = font(9, false);
        this.pale.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
    }

    /** The title of a sheet. */
    XSSFCellStyle title() {
        return of("title", style -> style.setFont(big));
    }

    /** Text outside the table. */
    XSSFCellStyle text() {
        return of("text", style -> style.setFont(plain));
    }

    /** Wrapped text outside the table. */
    XSSFCellStyle paragraph() {
        return of("paragraph", style -> {
            style.setFont(plain);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
    }

    /** Small grey text. */
    XSSFCellStyle small() {
        return of("small", style -> style.setFont(pale));
    }

    /** A label in bold. */
    XSSFCellStyle label() {
        return of("label", style -> style.setFont(bold));
    }

    /** A header of the table. */
    XSSFCellStyle header() {
        return of("header", style -> {
            framed(style, HEADER);
            style.setFont(bold);
            style.setAlignment(HorizontalAlignment.CENTER);
        });
    }

    /** A locked cell of the table. */
    XSSFCellStyle fixed() {
        return of("fixed", style -> framed(style, null));
    }

    /** A locked cell with a value of the period before. */
    XSSFCellStyle before(Element element) {
        return of("before " + format(element), style -> {
            framed(style, GREY);
            style.setDataFormat(workbook.createDataFormat().getFormat(format(element)));
            style.setAlignment(HorizontalAlignment.RIGHT);
        });
    }

    /** A cell in which the reporter writes a text. */
    XSSFCellStyle input() {
        return of("input", style -> {
            framed(style, INPUT);
            style.setLocked(false);
        });
    }

    /** A cell in which the reporter writes a code: a text, so that no zero is lost. */
    XSSFCellStyle inputCode() {
        return of("code", style -> {
            framed(style, INPUT);
            style.setLocked(false);
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        });
    }

    /** A cell in which the reporter writes the value of an element. */
    XSSFCellStyle value(Element element) {
        return of("value " + format(element), style -> {
            framed(style, INPUT);
            style.setLocked(false);
            style.setDataFormat(workbook.createDataFormat().getFormat(format(element)));
            style.setAlignment(HorizontalAlignment.RIGHT);
        });
    }

    private static String format(Element element) {
        return element.integer() ? "#,##0" : "#,##0.00";
    }

    private void framed(XSSFCellStyle style, byte @org.jspecify.annotations.Nullable [] colour) {
        style.setFont(plain);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (colour != null) {
            style.setFillForegroundColor(
                    new XSSFColor(colour, workbook.getStylesSource().getIndexedColors()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }

    private XSSFCellStyle of(String name, java.util.function.Consumer<XSSFCellStyle> look) {
        XSSFCellStyle known = made.get(name);
        if (known != null) {
            return known;
        }
        XSSFCellStyle style = workbook.createCellStyle();
        look.accept(style);
        made.put(name, style);
        return style;
    }

    private XSSFFont font(int points, boolean isBold) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(isBold);
        return font;
    }
}
