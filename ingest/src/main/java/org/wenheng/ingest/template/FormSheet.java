package org.wenheng.ingest.template;

import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.read.FormWorkbook;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.read.TemplateStamp;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.FormVersion;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.workbook.TextCells;

/** A sheet of a template while it is written: what both layouts have in common. Rows count from 1, columns from 0. */
final class FormSheet {
    /** Characters that a list of choices may have in the file format. */
    private static final int LONGEST_LIST = 255;

    private static final int WIDTH_UNIT = 256;
    private static final float LINE_POINTS = 13;

    private final XSSFSheet sheet;
    private final Catalogue catalogue;
    private final Units units;
    private final TemplateStyles styles;
    private final Form form;
    private final Region region;
    private final Period period;
    private final XSSFDataValidationHelper validations;
    private final XSSFDrawing drawing;

    FormSheet(
            XSSFSheet sheet,
            Catalogue catalogue,
            Units units,
            TemplateStyles styles,
            Form form,
            Region region,
            Period period) {
        this.sheet = sheet;
        this.catalogue = catalogue;
        this.units = units;
        this.styles = styles;
        this.form = form;
        this.region = region;
        this.period = period;
        this.validations = new XSSFDataValidationHelper(sheet);
        this.drawing = sheet.createDrawingPatriarch();
    }

    TemplateStyles styles() {
        return styles;
    }

    List<Element> elements() {
        return form.elements().stream()
                .map(code -> Objects.requireNonNull(catalogue.elements().get(code), code))
                .toList();
    }

    /** The header of what was reported for the period before. */
    String beforeHeader() {
        return FormWorkbook.BEFORE + "数(" + period.previous().code() + ")";
    }

    /** Title, head and stamp. */
    void writeHead() {
        put(1, 0, form.title().chinese() + "  " + form.title().english(), styles.title());
        String[] head = {
            "报送单位代码", region.code(), region.name().chinese(), "报告期", period.code(), "表号", form.code(), "数据性质", "real"
        };
        for (int column = 0; column < head.length; column++) {
            boolean isLabel = column == 0 || column == 3 || column == 5 || column == 7;
            put(FormWorkbook.HEAD_ROW, column, head[column], isLabel ? styles.label() : styles.text());
        }
        TemplateStamp stamp =
                new TemplateStamp(TemplateStamp.LAYOUT, catalogue.code(), FormVersion.of(form, catalogue));
        put(3, 0, "只填浅黄色单元格,口径见批注。" + stamp.text(), styles.small());
    }

    /** The line that ends the table. */
    void writeEnd(int row) {
        String[] labels = {FormWorkbook.END + "：", "审核人：", "单位负责人：", "填报日期："};
        for (int column = 0; column < labels.length; column++) {
            put(row, column, labels[column], styles.input());
        }
    }

    XSSFCell put(int row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = cell(row, column, style);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        return cell;
    }

    XSSFCell cell(int row, int column, XSSFCellStyle style) {
        XSSFRow at = sheet.getRow(row - 1);
        XSSFCell cell = (at == null ? sheet.createRow(row - 1) : at).createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    /** What is known about an element now, or was for the period before; null if nothing is. */
    @Nullable
    KnownValue known(Known known, String facility, Element element, boolean before) {
        String at = (before ? period.previous() : period).code();
        return known.find(new ObservationKey(region.code(), facility, at, element.code()));
    }

    /** A known value: the number, or the mark of the reason for none. */
    static void putKnown(XSSFCell cell, @Nullable KnownValue value) {
        if (value == null) {
            return;
        }
        if (value.value() != null) {
            TextCells.putNumber(cell, value.value().stripTrailingZeros().toPlainString());
        } else {
            cell.setCellValue(mark(value));
        }
    }

    /** The mark of a reason for no number; empty for not reported. */
    static String mark(KnownValue value) {
        return switch (value.status()) {
            case REPORTED, NOT_REPORTED -> "";
            case NIL -> ValueInput.NIL;
            case NOT_APPLICABLE -> ValueInput.NOT_APPLICABLE;
            case SUPPRESSED -> ValueInput.SUPPRESSED;
        };
    }

    /** A note with the element's definition. */
    void note(int row, int column, Element element) {
        String text = ElementNote.of(element, catalogue);
        int lines = (int) text.lines().count();
        ClientAnchor anchor =
                drawing.createAnchor(0, 0, 0, 0, column + 1, row - 1, column + 5, row + Math.max(3, lines));
        XSSFComment comment = drawing.createCellComment(anchor);
        comment.setString(text);
        // Not the author of an answer: a later answer takes away the notes of an earlier one, and these stay.
        comment.setAuthor(OwnSheets.GUIDE);
        sheet.getRow(row - 1).getCell(column).setCellComment(comment);
    }

    /** The cell of a unit: locked if only one can be used, otherwise with the choices. */
    void unit(int row, int column, Element element) {
        List<String> choices = units.choices(element.unit());
        String list = String.join(",", choices);
        if (choices.size() < 2 || list.length() > LONGEST_LIST) {
            put(row, column, element.unit(), styles.fixed());
            return;
        }
        put(row, column, element.unit(), styles.input());
        choose(row, row, column, choices, "计量单位", "如填报数用的是别的单位,请在此选择");
    }

    /** A list of choices for some rows of a column. */
    void choose(int first, int last, int column, List<String> choices, String title, String prompt) {
        DataValidationConstraint list = validations.createExplicitListConstraint(choices.toArray(String[]::new));
        validate(list, first, last, column, title, prompt, "请从下拉列表中选择:" + String.join("、", choices));
    }

    /** The check of a value and the choices of a yes or no, for some rows of a column. */
    void value(int first, int last, int column, Element element, String unitCell) {
        String cell = new org.apache.poi.ss.util.CellReference(first - 1, column).formatAsString();
        String prompt = ValueInput.prompt(element);
        if (ValueInput.isYesOrNo(element)) {
            choose(first, last, column, ValueInput.YES_OR_NO, element.code(), prompt);
            return;
        }
        DataValidationConstraint rule = validations.createCustomConstraint(ValueInput.formula(element, cell, unitCell));
        validate(rule, first, last, column, element.code(), prompt, ValueInput.error(element));
    }

    private void validate(
            DataValidationConstraint rule, int first, int last, int column, String title, String prompt, String error) {
        DataValidation validation =
                validations.createValidation(rule, new CellRangeAddressList(first - 1, last - 1, column, column));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.createErrorBox("填报有误", error);
        validation.setShowPromptBox(true);
        validation.createPromptBox(title, prompt);
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    /** Makes a header row high enough for a text in a column of so many characters. */
    void heighten(int row, int longestText, int characters) {
        int lines = (2 * longestText + characters - 1) / characters;
        sheet.getRow(row - 1).setHeightInPoints(LINE_POINTS * Math.max(1, Math.min(lines, 6)) + 2);
    }

    void width(int column, int characters) {
        sheet.setColumnWidth(column, characters * WIDTH_UNIT);
    }

    /** Freezes what names the cells, protects the rest, sets the page. */
    void finish(int frozenColumns, int frozenRows, int lastColumn) {
        sheet.createFreezePane(frozenColumns, frozenRows);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.setRepeatingRows(new CellRangeAddress(0, frozenRows - 1, 0, lastColumn));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("第 &P 页,共 &N 页");
        sheet.getFooter().setLeft("%s %s".formatted(region.code(), period.code()));
    }
}
