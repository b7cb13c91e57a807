package org.wenheng.ingest.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheets of an OpenDocument spreadsheet (ISO/IEC 26300) as a stream: cells and rows that are said to be repeated are
 * repeated only where they hold something, and only within {@link Limits}.
 */
final class OdsFile {
    static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private final XmlPart xml;
    private final Grid grid;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int repeatedRows;

    private OdsFile(String file, XmlPart xml) {
        this.xml = xml;
        this.grid = new Grid(file);
    }

    /** A cell and where it stands. */
    private record Filled(int column, int times, String text, int rows, int columns) {}

    /** @throws UnreadableException if the file has a password */
    static List<Sheet> read(String file, ZipParts parts) throws IOException, XMLStreamException {
        if (isEncrypted(parts)) {
            throw new UnreadableException(FaultCode.FILE_ENCRYPTED, file, "");
        }
        try (XmlPart xml = parts.xml(CONTENT)) {
            return new OdsFile(file, xml).read();
        }
    }

    /** Reads the form of the format that is one XML document. */
    static List<Sheet> readFlat(String file, String text) throws IOException, XMLStreamException {
        try (XmlPart xml = XmlPart.of(file, text)) {
            return new OdsFile(file, xml).read();
        }
    }

    private static boolean isEncrypted(ZipParts parts) throws IOException, XMLStreamException {
        if (!parts.has(MANIFEST)) {
            return false;
        }
        try (XmlPart xml = parts.xml(MANIFEST)) {
            while (xml.next()) {
                if (xml.starts("encryption-data")) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Sheet> read() throws XMLStreamException {
        String style = "";
        while (xml.next()) {
            if (xml.starts("style")) {
                style = xml.attribute("name", "");
            } else if (xml.starts("table-properties")
                    && xml.attribute("display", "true").equals("false")) {
                hiddenStyles.add(style);
            } else if (xml.starts("table")) {
                readTable();
            }
        }
        return grid.sheets();
    }

    private void readTable() throws XMLStreamException {
        grid.begin(xml.attribute("name", ""), hiddenStyles.contains(xml.attribute("style-name", "")));
        row = 1;
        while (xml.next() && !xml.ends("table")) {
            if (xml.starts("table-row")) {
                readRow();
            } else if (xml.starts("table") || xml.starts("shapes")) {
                skip(xml.name());
            }
        }
        grid.end();
    }

    private void readRow() throws XMLStreamException {
        repeatedRows = times("number-rows-repeated", Limits.ROWS);
        int column = 0;
        List<Filled> cells = new ArrayList<>();
        while (xml.next() && !xml.ends("table-row")) {
            boolean covered = xml.starts("covered-table-cell");
            if (!covered && !xml.starts("table-cell")) {
                continue;
            }
            int times = times("number-columns-repeated", Limits.COLUMNS);
            Filled cell = readCell(column, times, covered);
            if (!cell.text().isEmpty() || cell.rows() > 1 || cell.columns() > 1) {
                cells.add(cell);
            }
            column = Math.min(Limits.COLUMNS, column + times);
        }
        if (!cells.isEmpty()) {
            for (int i = 0; i < repeatedRows; i++) {
                for (Filled cell : cells) {
                    put(cell, row + i);
                }
            }
        }
        row = Math.min(Limits.ROWS + 1, row + repeatedRows);
    }

    private void put(Filled cell, int number) {
        for (int i = 0; i < cell.times(); i++) {
            grid.put(number, cell.column() + i, cell.text());
        }
        if (cell.rows() > 1 || cell.columns() > 1) {
            grid.merge(number, cell.column(), number + cell.rows() - 1, cell.column() + cell.columns() - 1);
        }
    }

    /** Reads to the end of the cell. What stands below a merged block is not shown and has no text here. */
    private Filled readCell(int column, int times, boolean covered) throws XMLStreamException {
        String end = xml.name();
        int rows = times("number-rows-spanned", Limits.ROWS);
        int columns = times("number-columns-spanned", Limits.COLUMNS);
        String type = xml.attribute("value-type", "");
        String value = xml.attribute("value");
        String date = xml.attribute("date-value");
        String time = xml.attribute("time-value");
        String truth = xml.attribute("boolean-value");
        String string = xml.attribute("string-value", "");
        boolean hasText = readText(end);
        if (covered) {
            return new Filled(column, times, "", 1, 1);
        }
        String shown = switch (type) {
            case "float", "currency" -> value == null ? text.toString() : CellFormat.NUMBER.text(value, false);
            case "percentage" -> value == null ? text.toString() : percent(value);
            case "date" -> date == null ? text.toString() : date.replaceFirst("T00:00:00(\\.0+)?Z?$", "");
            case "time" -> time == null ? text.toString() : time(time);
            case "boolean" -> "true".equals(truth) ? "TRUE" : "FALSE";
            default -> hasText ? text.toString() : string;
        };
        return new Filled(column, times, shown, rows, columns);
    }

    /** Collects the paragraphs of a cell; what is written in notes to it is left out. */
    private boolean readText(String end) throws XMLStreamException {
        text.setLength(0);
        int paragraphs = 0;
        int depth = 0;
        while (xml.next() && !xml.ends(end)) {
            if (xml.starts("annotation") || xml.starts("table")) {
                skip(xml.name());
            } else if (xml.starts("p")) {
                if (paragraphs++ > 0) {
                    text.append('\n');
                }
                depth++;
            } else if (xml.ends("p")) {
                depth--;
            } else if (xml.starts("s")) {
                text.append(" ".repeat(times("c", 1_000)));
            } else if (xml.starts("tab")) {
                text.append('\t');
            } else if (xml.starts("line-break")) {
                text.append('\n');
            } else if (depth > 0 && xml.isText()) {
                xml.appendTo(text);
            }
        }
        return paragraphs > 0;
    }

    /** Goes to the end of the element that has begun. */
    private void skip(String name) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.next()) {
            depth += xml.starts(name) ? 1 : xml.ends(name) ? -1 : 0;
        }
    }

    private int times(String attribute, int most) {
        String number = xml.attribute(attribute);
        if (number == null || number.isBlank()) {
            return 1;
        }
        // A repetition may be larger than any sheet; nothing beyond the sheet's end can be meant.
        return number.length() > 9 ? most : Math.max(1, Math.min(most, Integer.parseInt(number)));
    }

    private static String percent(String value) {
        return CellFormat.PERCENT.text(value, false);
    }

    /** A time of day or a duration, {@code PT08H30M00S}, as {@code 08:30:00}. */
    private static String time(@Nullable String value) {
        try {
            Duration duration = Duration.parse(value);
            long seconds = new BigDecimal(duration.toMillis()).movePointLeft(3).longValue();
            return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        } catch (DateTimeParseException | ArithmeticException e) {
            return value == null ? "" : value;
        }
    }
}
