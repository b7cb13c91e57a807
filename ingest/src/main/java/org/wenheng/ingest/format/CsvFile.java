package org.wenheng.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma-separated text (RFC 4180). Rows are counted as a spreadsheet that opens the file counts them. */
final class CsvFile {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvFile() {}

    static Content read(String name, String text, String encoding) {
        List<SheetRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord line : parser) {
                rows.add(new SheetRow(Math.toIntExact(line.getRecordNumber()), line.toList()));
            }
        } catch (IOException | UncheckedIOException e) {
            return new Content(
                    List.of(),
                    encoding,
                    new Fault(FaultCode.FILE_CSV_MALFORMED, "", Sheet.address(0, rows.size() + 1), name, ""));
        }
        return new Content(List.of(new Sheet("", rows)), encoding, null);
    }
}
