package org.wenheng.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads a web page that was saved under the name of a workbook, as many systems export. It becomes one sheet, as when a
 * spreadsheet program opens it: a row for each line of text outside of tables, and the rows of the tables below one another.
 */
final class HtmlPage {
    private static final int DEEPEST = 256;
    private static final int WIDEST_SPAN = 1_000;
    private static final int HIGHEST_SPAN = 65_534;
    private static final Pattern OPENING = Pattern.compile(
            "(?is)^\\s*(<\\?xml[^>]{0,200}>\\s*)?(<!--.{0,2000}?-->\\s*)*<(!doctype\\s+html|html|head|body|meta|style|table|div|title)\\b.*");
    private static final Pattern SHEET_NAME = Pattern.compile("<x:Name>([^<]{1,31})</x:Name>");

    private final Grid grid;
    private int row = 1;

    private HtmlPage(Grid grid) {
        this.grid = grid;
    }

    /** Whether a text is a web page. */
    static boolean fits(String text) {
        return OPENING.matcher(text.substring(0, Math.min(text.length(), 4_000)))
                .matches();
    }

    static List<Sheet> read(String file, String text) {
        if (text.length() > Limits.PAGE) {
            throw new UnreadableException(FaultCode.FILE_TOO_LARGE, file, "HTML %d MB".formatted(Limits.PAGE >> 20));
        }
        Document page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(text, "");
        Matcher name = SHEET_NAME.matcher(text.substring(0, Math.min(text.length(), 20_000)));
        Grid grid = new Grid(file);
        grid.begin(name.find() ? name.group(1) : "", false);
        new HtmlPage(grid).readBody(page);
        grid.end();
        return grid.sheets();
    }

    private void readBody(Document page) {
        StringBuilder line = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof Element element
                                && element.normalName().equals("table")) {
                            endLine(line);
                            readTable(element);
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        if (node instanceof TextNode content) {
                            line.append(content.text());
                        } else if (node instanceof Element element && (element.isBlock() || isBreak(element))) {
                            endLine(line);
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element && element.isBlock()) {
                            endLine(line);
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                page.body());
        endLine(line);
    }

    private static boolean isBreak(Element element) {
        return element.normalName().equals("br");
    }

    private void endLine(StringBuilder line) {
        String text = line.toString().strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            grid.put(row++, 0, text);
        }
    }

    /** Tables in cells count as the text of the cell. */
    private void readTable(Element table) {
        // For each column, how many rows a cell from above still covers.
        int[] covered = new int[Limits.COLUMNS];
        for (Element caption : table.children()) {
            if (caption.normalName().equals("caption")) {
                grid.put(row++, 0, caption.text());
            } else if (caption.normalName().equals("tr")) {
                readRow(caption, covered);
            } else {
                caption.children().stream()
                        .filter(child -> child.normalName().equals("tr"))
                        .forEach(child -> readRow(child, covered));
            }
        }
    }

    private void readRow(Element line, int[] covered) {
        int column = 0;
        Elements cells = line.children();
        for (Element cell : cells) {
            if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                continue;
            }
            while (column < covered.length && covered[column] > 0) {
                column++;
            }
            int columns = span(cell, "colspan", WIDEST_SPAN);
            int rows = span(cell, "rowspan", HIGHEST_SPAN);
            grid.put(row, column, cell.text().replace('\u00A0', ' ').strip());
            grid.merge(row, column, row + rows - 1, column + columns - 1);
            for (int i = column; i < Math.min(column + columns, covered.length); i++) {
                covered[i] = rows;
            }
            column += columns;
        }
        for (int i = 0; i < covered.length; i++) {
            covered[i] = Math.max(0, covered[i] - 1);
        }
        row++;
    }

    private static int span(Element cell, String attribute, int most) {
        String number = cell.attr(attribute).strip().toLowerCase(Locale.ROOT);
        return number.matches("\\d{1,9}") ? Math.max(1, Math.min(most, Integer.parseInt(number))) : 1;
    }
}
