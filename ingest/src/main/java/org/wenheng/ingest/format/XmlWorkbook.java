package org.wenheng.ingest.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads an "XML Spreadsheet 2003" (SpreadsheetML of Office 2003), which systems export under the name of an .xls. */
final class XmlWorkbook {
    private final XmlPart xml;
    private final Grid grid;
    private final Map<String, CellFormat> styles = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;

    private XmlWorkbook(String file, XmlPart xml) {
        this.xml = xml;
        this.grid = new Grid(file);
    }

    /** Whether a text is such a workbook. */
    static boolean fits(String text) {
        return Prolog.firstTag(text).equals("workbook");
    }

    static List<Sheet> read(String file, String text) throws IOException, XMLStreamException {
        try (XmlPart xml = XmlPart.of(file, text)) {
            return new XmlWorkbook(file, xml).read();
        }
    }

    private List<Sheet> read() throws XMLStreamException {
        String style = "";
        boolean inSheet = false;
        String name = "";
        while (xml.next()) {
            if (xml.starts("Style")) {
                style = xml.attribute("ID", "");
            } else if (xml.starts("NumberFormat")) {
                styles.put(style, format(xml.attribute("Format", "")));
            } else if (xml.starts("Worksheet")) {
                name = xml.attribute("Name", "");
                grid.begin(name, false);
                inSheet = true;
                row = 0;
            } else if (xml.ends("Worksheet")) {
                grid.end();
                inSheet = false;
            } else if (inSheet && xml.starts("Row")) {
                row = place("Index", row);
                column = -1;
            } else if (inSheet && xml.starts("Cell")) {
                readCell();
            } else if (inSheet && xml.starts("Visible")) {
                grid.hide(!textUntil("Visible").equals("SheetVisible"));
            }
        }
        return grid.sheets();
    }

    private static CellFormat format(String code) {
        return switch (code) {
            case "Percent" -> CellFormat.PERCENT;
            case "General Date", "Short Date", "Long Date", "Medium Date", "Short Time", "Long Time", "Medium Time" ->
                CellFormat.DATE;
            default -> CellFormat.of(0, code);
        };
    }

    private void readCell() throws XMLStreamException {
        column = place("Index", column + 1) - 1;
        CellFormat format = styles.getOrDefault(xml.attribute("StyleID", ""), CellFormat.NUMBER);
        int across = number(xml.attribute("MergeAcross"), 0);
        int down = number(xml.attribute("MergeDown"), 0);
        String formula = xml.attribute("Formula");
        String shown = formula == null ? "" : formula;
        while (xml.next() && !xml.ends("Cell")) {
            if (xml.starts("Data")) {
                shown = shown(xml.attribute("Type", "String"), format, textUntil("Data"));
            } else if (xml.starts("Comment")) {
                textUntil("Comment");
            }
        }
        grid.put(row, column, shown);
        grid.merge(row, column, row + down, column + across);
        column += across;
    }

    private static String shown(String type, CellFormat format, String given) {
        return switch (type) {
            case "Number" -> format.text(given.strip(), false);
            case "DateTime" ->
                given.strip().replaceFirst("T00:00:00(\\.0+)?$", "").replaceFirst("\\.0+$", "");
            case "Boolean" -> given.strip().equals("1") ? "TRUE" : "FALSE";
            default -> given;
        };
    }

    private String textUntil(String end) throws XMLStreamException {
        text.setLength(0);
        while (xml.next() && !xml.ends(end)) {
            if (xml.isText()) {
                xml.appendTo(text);
            }
        }
        return text.toString();
    }

    /** The place that an attribute gives, from 1; the next one if it gives none. */
    private int place(String attribute, int before) {
        return number(xml.attribute(attribute), before + 1);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Math.min(Limits.ROWS, Math.max(0, Integer.parseInt(text.strip())));
    }
}
