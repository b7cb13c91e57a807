package org.wenheng.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a web page that was saved under the name of a workbook, as many systems export. It becomes one sheet, as when a
 * spreadsheet program opens it: a row for each line of text outside of tables, and the rows of the tables below one another.
 * Tables within a cell are text of the cell.
 */
final class HtmlPage implements HtmlTags.Listener {
    private static final int WIDEST_SPAN = 1_000;
    private static final int HIGHEST_SPAN = 65_534;
    private static final Set<String> OPENING = Set.of("html", "head", "body", "meta", "style", "table", "div", "title");
    private static final Pattern SHEET_NAME = Pattern.compile("<x:Name>([^<]{1,31})</x:Name>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Set<String> LINES = Set.of(
            "br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "hr", "center", "caption", "body");

    private final Grid grid;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    /** For each column, how many more rows a cell from above covers. */
    private final int[] covered = new int[Limits.COLUMNS];

    private int width;
    private int row = 1;
    private int column;
    private int firstColumn;
    private int depth;
    private boolean inRow;
    private boolean inCell;

    private HtmlPage(Grid grid) {
        this.grid = grid;
    }

    /** Whether a text is a web page. */
    static boolean fits(String text) {
        return OPENING.contains(Prolog.firstTag(text));
    }

    static List<Sheet> read(String file, String text) {
        Matcher name = SHEET_NAME.matcher(text.substring(0, Math.min(text.length(), 20_000)));
        Grid grid = new Grid(file);
        grid.begin(name.find() ? name.group(1) : "", false);
        HtmlPage page = new HtmlPage(grid);
        HtmlTags.walk(text, page);
        page.endRow();
        page.endLine();
        grid.end();
        return grid.sheets();
    }

    @Override
    public void text(String text) {
        (inCell ? cell : line).append(text);
    }

    @Override
    public void start(String tag, HtmlTags.Attributes attributes) {
        if (tag.equals("table")) {
            if (depth++ == 0) {
                endLine();
                width = 0;
            }
        } else if (depth == 1 && tag.equals("tr")) {
            endRow();
            endLine();
            beginRow();
        } else if (depth == 1 && (tag.equals("td") || tag.equals("th"))) {
            beginCell(attributes);
        } else if (inCell) {
            cell.append(LINES.contains(tag) || depth > 1 ? " " : "");
        } else if (LINES.contains(tag)) {
            endLine();
        }
    }

    @Override
    public void end(String tag) {
        if (tag.equals("table")) {
            if (depth == 1) {
                endRow();
                endLine();
            }
            depth = Math.max(0, depth - 1);
        } else if (depth == 1 && tag.equals("tr")) {
            endRow();
        } else if (depth == 1 && (tag.equals("td") || tag.equals("th"))) {
            endCell();
        } else if (inCell) {
            cell.append(LINES.contains(tag) ? " " : "");
        } else if (LINES.contains(tag)) {
            endLine();
        }
    }

    private void beginRow() {
        inRow = true;
        column = 0;
    }

    private void beginCell(HtmlTags.Attributes attributes) {
        if (!inRow) {
            endLine();
            beginRow();
        }
        endCell();
        while (column < width && covered[column] > 0) {
            column++;
        }
        int columns = span(attributes.value("colspan"), WIDEST_SPAN);
        int rows = span(attributes.value("rowspan"), HIGHEST_SPAN);
        grid.merge(row, column, row + rows - 1, column + columns - 1);
        for (int i = width; i < Math.min(column, covered.length); i++) {
            covered[i] = 0;
        }
        for (int i = column; i < Math.min(column + columns, covered.length); i++) {
            covered[i] = rows;
        }
        width = Math.max(width, Math.min(column + columns, covered.length));
        firstColumn = column;
        column += columns;
        inCell = true;
    }

    private void endCell() {
        if (inCell) {
            grid.put(row, firstColumn, shown(cell));
            cell.setLength(0);
            inCell = false;
        }
    }

    private void endRow() {
        endCell();
        if (inRow) {
            for (int i = 0; i < width; i++) {
                covered[i] = Math.max(0, covered[i] - 1);
            }
            row++;
            inRow = false;
        }
    }

    private void endLine() {
        String text = shown(line);
        line.setLength(0);
        if (!text.isEmpty() && !inRow) {
            grid.put(row++, 0, text);
        }
    }

    private static String shown(CharSequence text) {
        String single = SPACE.matcher(text).replaceAll(" ");
        int from = single.startsWith(" ") ? 1 : 0;
        int to = single.length() > from && single.endsWith(" ") ? single.length() - 1 : single.length();
        return single.substring(from, to);
    }

    private static int span(String given, int most) {
        String number = given.strip().toLowerCase(Locale.ROOT);
        return number.matches("\\d{1,9}") ? Math.max(1, Math.min(most, Integer.parseInt(number))) : 1;
    }
}
