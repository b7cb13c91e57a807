package org.wenheng.analytics.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.workbook.SentText;

/** Writes sheets: a CSV file each, all together as JSON, and the first rows on the screen. The same sheets are the same bytes. */
final class SheetFiles {
    /** More digits than any of the numbers means. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final MathContext SCREEN_DIGITS = new MathContext(4);

    private SheetFiles() {}

    /**
     * Writes {@code NAME.csv} of each sheet and {@code NAME.json} with all of them; what was there is replaced.
     *
     * @param folder made if it is not there
     * @param name of the JSON file
     */
    static void write(Path folder, String name, List<Sheet> sheets) throws IOException {
        writeTables(folder, sheets);
        Files.writeString(folder.resolve(name + ".json"), json(sheets), StandardCharsets.UTF_8);
    }

    /** Writes {@code NAME.csv} of each sheet; what was there is replaced. A text that a program would take for a formula is
     * marked as text.
     *
     * @param folder made if it is not there
     */
    static void writeTables(Path folder, List<Sheet> sheets) throws IOException {
        Files.createDirectories(folder);
        for (Sheet sheet : sheets) {
            Files.writeString(folder.resolve(sheet.name() + ".csv"), '\uFEFF' + csv(sheet), StandardCharsets.UTF_8);
        }
    }

    private static String csv(Sheet sheet) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(
                    sheet.columns().stream().map(SheetFiles::protectedText).toList());
            for (List<Object> row : sheet.rows()) {
                printer.printRecord(row.stream()
                        .map(cell -> cell instanceof String word ? protectedText(word) : text(cell, DIGITS))
                        .toList());
            }
        }
        return text.toString();
    }

    /** An apostrophe before what a spreadsheet would take for a formula (OWASP: CSV injection). */
    private static String protectedText(String text) {
        return SentText.looksLikeFormula(text) ? "'" + text : text;
    }

    /** A number that does not exist is an empty cell. */
    private static String text(Object cell, MathContext digits) {
        if (cell instanceof Double number) {
            return Double.isFinite(number)
                    ? new BigDecimal(number).round(digits).stripTrailingZeros().toPlainString()
                    : Double.isNaN(number) ? "" : number.toString();
        }
        return cell instanceof BigDecimal exact ? exact.toPlainString() : cell.toString();
    }

    private static String json(List<Sheet> sheets) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            for (Sheet sheet : sheets) {
                json.writeArrayFieldStart(sheet.name());
                for (List<Object> row : sheet.rows()) {
                    json.writeStartObject();
                    for (int i = 0; i < row.size(); i++) {
                        write(json, sheet.columns().get(i), row.get(i));
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, String field, Object cell) throws IOException {
        String text = text(cell, DIGITS);
        if (cell instanceof Number && text.isEmpty()) {
            json.writeNullField(field);
        } else if (cell instanceof Number) {
            json.writeFieldName(field);
            json.writeNumber(text);
        } else {
            json.writeStringField(field, text);
        }
    }

    /** The first rows of a sheet, columns divided by two spaces. */
    static void print(PrintWriter out, Sheet sheet, int atMost) {
        out.printf(
                "%n%s / %s (%d)%n",
                sheet.title().chinese(), sheet.title().english(), sheet.rows().size());
        List<List<String>> lines = new ArrayList<>(List.of(sheet.columns()));
        sheet.rows().stream()
                .limit(atMost)
                .forEach(row -> lines.add(
                        row.stream().map(cell -> text(cell, SCREEN_DIGITS)).toList()));
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int place = column;
                int widest = lines.stream()
                        .mapToInt(other -> width(other.get(place)))
                        .max()
                        .orElse(0);
                padded.append(line.get(column)).append(" ".repeat(widest - width(line.get(column)) + 2));
            }
            out.println(padded.toString().stripTrailing());
        }
        out.flush();
    }

    /** Places on the screen: a Han character takes two. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> point >= 0x2E80 ? 2 : 1)
                .boxed()
                .collect(Collectors.summingInt(Integer::intValue));
    }
}
