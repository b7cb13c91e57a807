package org.wenheng.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads text separated by commas (RFC 4180), tabs or semicolons. Rows are counted as a spreadsheet that opens the file counts
 * them: a line break in quotes ends no row.
 */
final class CsvFile {
    private static final char[] DELIMITERS = {',', '\t', ';'};
    private static final int LINES_TRIED = 200;
    private static final int MOST_COUNTED = 1_000;

    private CsvFile() {}

    /**
     * The character that separates the cells: the one that divides the most of the first lines into the same number of cells.
     * Of equals the first of comma, tab and semicolon.
     */
    static char delimiter(String text) {
        char best = ',';
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int agreeing = agreeingLines(text, delimiter);
            if (agreeing > most) {
                most = agreeing;
                best = delimiter;
            }
        }
        return best;
    }

    /** Whether any line is divided into cells. */
    static boolean isTable(String text) {
        for (char delimiter : DELIMITERS) {
            if (agreeingLines(text, delimiter) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Of the first lines that hold a delimiter outside of quotes, how many hold it equally often. */
    private static int agreeingLines(String text, char delimiter) {
        int[] lines = new int[MOST_COUNTED + 1];
        int most = 0;
        int seen = 0;
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length() && seen < LINES_TRIED; i++) {
            char one = i == text.length() ? '\n' : text.charAt(i);
            if (one == '"') {
                quoted = !quoted;
            } else if (!quoted && one == delimiter) {
                count++;
            } else if ((!quoted && one == '\n') || i == text.length()) {
                if (count > 0) {
                    most = Math.max(most, ++lines[Math.min(count, MOST_COUNTED)]);
                }
                seen++;
                count = 0;
            }
        }
        return most;
    }

    /** @throws UnreadableException if quotes are unbalanced or the table is too large */
    static List<Sheet> read(String file, String text) {
        char delimiter = delimiter(text);
        boundCells(file, text, delimiter);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        Grid grid = new Grid(file);
        grid.begin("", false);
        long row = 0;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord line : parser) {
                row = line.getRecordNumber();
                grid.putRow(Math.toIntExact(row), line.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableException(
                    FaultCode.FILE_CSV_MALFORMED, "", Sheet.address(0, Math.toIntExact(row) + 1), file, "");
        }
        grid.end();
        return grid.sheets();
    }

    /** Counted before a row becomes cells: one row may be as long as the file. */
    private static void boundCells(String file, String text, char delimiter) {
        int cells = 1;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == delimiter || one == '\n' || one == '\r') {
                cells++;
            }
        }
        if (cells > 2 * Limits.CELLS) {
            throw new UnreadableException(FaultCode.FILE_TOO_MANY_CELLS, file, Limits.CELLS + " 格 / cells");
        }
    }
}
