package org.wenheng.ingest.format;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.XlsxFile.Shared;

/**
 * Reads the cells of a worksheet part. A number comes as it is stored, but for {@link CellFormat}; a formula as its cached
 * value, an error such as {@code #DIV/0!} as its text. A formula that was never calculated comes as {@code =...}: it has no
 * value, but it must not be taken for an empty cell.
 */
final class XlsxSheet {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final String file;
    private final XmlPart xml;
    private final Shared shared;
    private final Grid grid;
    private final StringBuilder buffer = new StringBuilder();
    private int row;
    private int column;

    private XlsxSheet(String file, XmlPart xml, Shared shared, Grid grid) {
        this.file = file;
        this.xml = xml;
        this.shared = shared;
        this.grid = grid;
    }

    static void read(String file, XmlPart xml, Shared shared, Grid grid) throws IOException, XMLStreamException {
        new XlsxSheet(file, xml, shared, grid).read();
    }

    private void read() throws XMLStreamException, IOException {
        while (xml.next()) {
            if (xml.starts("row")) {
                String number = xml.attribute("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
            } else if (xml.starts("c")) {
                readCell();
            } else if (xml.starts("mergeCell")) {
                merge(xml.attribute("ref", ""));
            }
        }
    }

    private void readCell() throws XMLStreamException, IOException {
        String address = xml.attribute("r");
        column = address == null ? column + 1 : columnOf(address);
        String type = xml.attribute("t", "n");
        String style = xml.attribute("s");
        String value = null;
        String formula = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = textUntil("v");
            } else if (xml.starts("f")) {
                formula = textUntil("f");
            } else if (xml.starts("is")) {
                value = richText();
            }
        }
        if (value == null || (value.isEmpty() && type.equals("n"))) {
            if (formula != null) {
                grid.put(row, column, "=" + formula);
            }
            return;
        }
        grid.put(row, column, text(type, value, style));
    }

    private String text(String type, String value, @Nullable String style) throws IOException {
        return switch (type) {
            case "s" -> {
                int place = Integer.parseInt(value.strip());
                if (place < 0 || place >= shared.strings().size()) {
                    throw new IOException("No shared string " + place);
                }
                yield shared.strings().get(place);
            }
            case "b" -> value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
            case "n" -> format(style).text(value.strip(), shared.since1904());
            case "d" -> value.strip().replaceFirst("T00:00:00(\\.0+)?Z?$", "");
            case "str", "inlineStr" -> unescaped(value);
            default -> value;
        };
    }

    private CellFormat format(@Nullable String style) {
        int place = style == null ? 0 : Integer.parseInt(style.strip());
        return place >= 0 && place < shared.formats().size() ? shared.formats().get(place) : CellFormat.NUMBER;
    }

    private String textUntil(String end) throws XMLStreamException {
        buffer.setLength(0);
        appendUntil(xml, end, buffer);
        return buffer.toString();
    }

    /** The texts of an inline string; what is written above the characters to help pronouncing them is left out. */
    private String richText() throws XMLStreamException {
        buffer.setLength(0);
        while (xml.next() && !xml.ends("is")) {
            if (xml.starts("rPh")) {
                skip(xml, "rPh");
            } else if (xml.starts("t")) {
                appendUntil(xml, "t", buffer);
            }
        }
        return buffer.toString();
    }

    static void appendUntil(XmlPart xml, String end, StringBuilder text) throws XMLStreamException {
        while (xml.next() && !xml.ends(end)) {
            if (xml.isText()) {
                xml.appendTo(text);
            }
        }
    }

    static void skip(XmlPart xml, String end) throws XMLStreamException {
        while (xml.next()) {
            if (xml.ends(end)) {
                return;
            }
        }
    }

    /** Characters that XML cannot hold are stored as {@code _x000D_} (ECMA-376 part 1, 22.4.2.8). */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    private void merge(String range) throws IOException {
        int colon = range.indexOf(':');
        if (colon < 0) {
            return;
        }
        String first = range.substring(0, colon);
        String last = range.substring(colon + 1);
        grid.merge(rowOf(first), columnOf(first), rowOf(last), columnOf(last));
    }

    /** The column of an address such as {@code BC12}, from 0. */
    private int columnOf(String address) throws IOException {
        int number = 0;
        int i = 0;
        for (; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            number = number * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (number > Limits.COLUMNS) {
                throw new UnreadableException(FaultCode.FILE_TOO_MANY_CELLS, file, Limits.COLUMNS + " 列 / columns");
            }
        }
        if (number < 1) {
            throw new IOException("No address: " + address);
        }
        return number - 1;
    }

    private static int rowOf(String address) {
        int i = 0;
        while (i < address.length() && !Character.isDigit(address.charAt(i))) {
            i++;
        }
        return Integer.parseInt(address.substring(i));
    }
}
