package org.wenheng.analytics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.workbook.SentText;

/** {@code scores.csv}: RFC 4180 in UTF-8 with a byte order mark, so that a spreadsheet shows Chinese; no text is a formula. */
final class ScoresCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ScoresCsv() {}

    static byte[] write(ScoreSheet sheet) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(sheet.columns().stream()
                    .map(column -> cell(ScoreSheet.both(column)))
                    .toList());
            for (List<@Nullable Object> row : sheet.rows()) {
                printer.printRecord(row.stream().map(ScoresCsv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("CSV in memory cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP: CSV injection). */
    static String cell(@Nullable Object cell) {
        String text = ScoreSheet.text(cell);
        return cell instanceof String && SentText.looksLikeFormula(text) ? "'" + text : text;
    }
}
