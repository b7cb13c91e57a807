package org.wenheng.analytics.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.RunDigest;
import org.wenheng.analytics.mart.Publisher.ScoredRun;

/**
 * A run's report as a JSON file {@code <run>/report.json}: its record, the digest of each table, the stages. The names of
 * an object are sorted, so that equal reports are equal bytes.
 */
final class RunReportFile {
    private static final JsonFactory JSON = new JsonFactory();

    private RunReportFile() {}

    /**
     * Writes the report, whole or not at all.
     *
     * @param folder holds a folder for each run
     * @param stages as {@link #stages} writes them
     * @return the file
     */
    static Path write(Path folder, ScoredRun run, boolean published, String stages) {
        Path file = file(folder, run.run().id());
        try {
            Files.createDirectories(file.resolveSibling("."));
            Path draft = file.resolveSibling("report.json.new");
            Files.writeString(draft, json(content(run, published, stages), true) + "\n");
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report " + file, e);
        }
    }

    /** The file of a run's report, written or not. */
    static Path file(Path folder, String runId) {
        return folder.resolve(runId).resolve("report.json");
    }

    /** The stages as JSON on one line. */
    static String stages(List<RunStages.Stage> stages) {
        return json(listed(stages), false);
    }

    /** A value that is JSON already. */
    private record Written(String json) {}

    private static Map<String, Object> content(ScoredRun run, boolean published, String stages) {
        GoldRows rows = run.rows();
        Map<String, Object> content = new TreeMap<>();
        List<String> columns = GoldTables.RUN.columnNames();
        @Nullable Object[] record = rows.run().get(0);
        for (int i = 0; i < record.length; i++) {
            Object value = record[i];
            if (value != null && !columns.get(i).equals("stages")) {
                content.put(columns.get(i), value);
            }
        }
        content.put("published", published);
        content.put("stages", new Written(stages));
        content.put("tables", RunDigest.of(run.run().id(), rows).tables());
        Map<String, Object> counts = new TreeMap<>();
        RunDigest.TABLES.forEach(
                table -> counts.put(table.path(), rows.of(table).size()));
        content.put("rows", counts);
        return content;
    }

    private static List<Map<String, Object>> listed(List<RunStages.Stage> stages) {
        return stages.stream()
                .map(stage -> Map.<String, Object>of(
                        "stage",
                        stage.name(),
                        "seconds",
                        BigDecimal.valueOf(stage.seconds()).setScale(3, RoundingMode.HALF_UP),
                        "rows",
                        stage.rows()))
                .toList();
    }

    private static String json(Object value, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (pretty) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object part : list) {
                write(json, part);
            }
            json.writeEndArray();
        } else if (value instanceof Written written) {
            json.writeRawValue(written.json());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
