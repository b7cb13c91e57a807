package org.wenheng.ingest.lake;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.wenheng.ingest.table.Column;

/** Observations as a CSV table for a spreadsheet. The header is the table's declaration: label and name of each column. */
final class ObservationsCsv {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final ZoneId zone;

    /** @param zone on whose clock moments are shown */
    ObservationsCsv(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Writes the header and all rows.
     *
     * @return the number of rows
     */
    long write(Dataset<Row> observations, Appendable out) throws IOException {
        long count = 0;
        try (CSVPrinter printer = new CSVPrinter(new Unclosed(out), CSVFormat.RFC4180)) {
            List<Column> columns = LakeTables.OBSERVATION.columns();
            for (Column column : columns) {
                printer.print(column.chinese() + " / " + column.name().replace('_', ' '));
            }
            printer.println();
            Iterator<Row> rows = observations.toLocalIterator();
            for (; rows.hasNext(); count++) {
                printer.printRecord(texts(rows.next()));
            }
        }
        return count;
    }

    private List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            Object value = row.get(i);
            if (value instanceof Timestamp moment) {
                texts.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        moment.toInstant().atZone(zone)));
            } else if (value instanceof BigDecimal number) {
                texts.add(number.stripTrailingZeros().toPlainString());
            } else {
                texts.add(value == null ? "" : neutral(value.toString()));
            }
        }
        return texts;
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it; a number stays a number. */
    static String neutral(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The output belongs to the caller, who closes it. */
    private record Unclosed(Appendable out) implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            out.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            out.append(text, start, end);
            return this;
        }

        @Override
        public Appendable append(char character) throws IOException {
            out.append(character);
            return this;
        }
    }
}
