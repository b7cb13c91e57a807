package org.wenheng.ingest.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Department;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** The first sheet of a template: what to fill and how. */
final class GuideSheet {
    private static final int WIDTH_UNIT = 256;
    private static final int LAST_COLUMN = 3;

    /** Chinese and English in turn. */
    private static final List<String> HOW = List.of(
            "1. 只填浅黄色单元格;其余单元格已锁定(无密码)。请不要改动第1至4行、工作表名和代码。",
            "   Fill the pale yellow cells only; all others are locked (no password). Leave rows 1-4, sheet names and codes as they are.",
            "2. 填数字,不带单位。用别的单位时,先在“计量单位”处选择,系统会换算。",
            "   Give digits without a unit. To report in another unit, choose it in the unit cell; it will be converted.",
            "3. 没有数时说明原因:— 不适用;无 零报告(应有而确无);*** 保密。留空表示未报。0 就是零。",
            "   Where there is no number give the reason: — not applicable, 无 nil, *** withheld. Empty means not reported. 0 is zero.",
            "4. 数值特殊的,在“备注”里写明原因,审核时随数一并保存。",
            "   Explain an unusual value in the column 备注; it is kept with the value.",
            "5. 灰色列是上期已报数,供核对;本期已报过的数已填好,有误可直接改,改动会留下历史。",
            "   Grey columns show what was reported for the period before. What is known for this period is filled in; correct it if it is wrong, the history is kept.",
            "6. 机构表每个机构一行;新机构填编码和名称,行不够时在空行中间插入行。停办机构各格填 —。",
            "   Facility forms have a row for each facility; give a new one a code and a name, insert rows among the empty ones if there are too few. Give — for a closed facility.",
            "7. 填好后保存为 xlsx 发回。系统会发回同一文件,有问题的单元格已标色并附说明。",
            "   Save as xlsx and send it back. The same file comes back with every problem coloured and explained at its cell.");

    private GuideSheet() {}

    static void write(
            XSSFSheet sheet,
            TemplateStyles styles,
            Catalogue catalogue,
            Region region,
            Period period,
            List<Form> forms) {
        int row = 0;
        put(sheet, row++, 0, catalogue.title().chinese() + " 报表", styles.title());
        put(sheet, row++, 0, catalogue.title().english(), styles.small());
        row++;
        String reporter = "%s  %s  %s"
                .formatted(region.code(), region.name().chinese(), region.name().english());
        put(sheet, row, 0, "报送单位 Reporter", styles.label());
        put(sheet, row++, 1, reporter, styles.text());
        put(sheet, row, 0, "报告期 Period", styles.label());
        put(sheet, row++, 1, period.nameChinese() + "  " + period.code(), styles.text());
        row++;
        put(sheet, row++, 0, "填法 How to fill", styles.label());
        for (String line : HOW) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, LAST_COLUMN));
            XSSFCell cell = put(sheet, row, 0, line, line.startsWith(" ") ? styles.small() : styles.paragraph());
            cell.getRow().setHeightInPoints(line.length() > 150 ? 28 : 15);
            row++;
        }
        row++;
        writeForms(sheet, styles, catalogue, forms, row);
        int[] widths = {34, 34, 30, 24};
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * WIDTH_UNIT);
        }
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }

    private static void writeForms(
            XSSFSheet sheet, TemplateStyles styles, Catalogue catalogue, List<Form> forms, int first) {
        int row = first;
        List<String> headers = List.of("报表 Form", "英文名", "归口部门 Department", "指标数 Elements");
        for (int column = 0; column < headers.size(); column++) {
            put(sheet, row, column, headers.get(column), styles.header());
        }
        row++;
        for (Form form : forms) {
            Department department = catalogue.departments().get(form.department());
            List<String> texts = new ArrayList<>();
            texts.add(form.title().chinese());
            texts.add(form.title().english());
            texts.add(department == null ? form.department() : department.name().chinese());
            texts.add(Integer.toString(form.elements().size()));
            for (int column = 0; column < texts.size(); column++) {
                put(sheet, row, column, texts.get(column), styles.fixed());
            }
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + form.title().chinese() + "'!A1");
            sheet.getRow(row).getCell(0).setHyperlink(link);
            row++;
        }
    }

    private static XSSFCell put(XSSFSheet sheet, int row, int column, String text, XSSFCellStyle style) {
        XSSFRow at = sheet.getRow(row);
        XSSFCell cell = (at == null ? sheet.createRow(row) : at).createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        return cell;
    }
}
