package org.wenheng.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259). An array of objects is a table: its keys, in the order in which they first appear, are row 1, and
 * the n-th record is row n+1. An array of arrays is a table as it stands. Tables may stand below keys of an object; each is a
 * sheet with the keys that lead to it as its name, {@code result.rows}. An object of arrays of single values is a table whose
 * columns are the keys. Objects within a record become columns {@code outer.inner}, arrays within a record their JSON text.
 * What stands beside the tables is a hidden sheet of one record, the last one. Numbers come as they are written, null is empty.
 * With one object a line (ndjson) line n is row n+1.
 */
final class JsonFile {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.NESTING)
                    .maxStringLength(Limits.CELL_CHARACTERS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final String file;
    private final Grid grid;
    private final Map<String, String> beside = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    private JsonFile(String file) {
        this.file = file;
        this.grid = new Grid(file);
    }

    /** Whether a text begins like JSON. */
    static boolean fits(String text) {
        String start = text.substring(0, Math.min(text.length(), 1_000)).stripLeading();
        return start.startsWith("{") || start.matches("(?s)\\[\\s*[\\[{\"\\-\\d\\]tfn].*");
    }

    static List<Sheet> read(String file, String text) {
        JsonFile reading = new JsonFile(file);
        try {
            if (isLines(text)) {
                reading.readLines(text);
            } else {
                reading.readDocument(text);
            }
            return reading.grid.sheets();
        } catch (StreamConstraintsException e) {
            throw reading.fault(FaultCode.FILE_NESTED_TOO_DEEP, e, 0);
        } catch (IOException e) {
            throw e instanceof JsonProcessingException malformed
                    ? reading.fault(FaultCode.FILE_JSON_MALFORMED, malformed, 0)
                    : new UnreadableException(FaultCode.FILE_DAMAGED, file, "");
        }
    }

    private UnreadableException fault(FaultCode code, JsonProcessingException e, int line) {
        var place = e.getLocation();
        String where = place == null ? "" : "%d:%d".formatted(line > 0 ? line : place.getLineNr(), place.getColumnNr());
        return new UnreadableException(code, file, where);
    }

    /** Whether the first line is a whole object and another line follows. */
    private static boolean isLines(String text) {
        String body = text.strip();
        int end = body.indexOf('\n');
        if (end < 0
                || !body.startsWith("{")
                || !body.substring(end).stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser parser = FACTORY.createParser(body.substring(0, end))) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private void readLines(String text) throws IOException {
        grid.begin("", false);
        Map<String, Integer> keys = new LinkedHashMap<>();
        int line = 0;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            String one = text.substring(from, end < 0 ? text.length() : end);
            from = end < 0 ? text.length() : end + 1;
            line++;
            if (one.isBlank()) {
                continue;
            }
            try (JsonParser parser = FACTORY.createParser(one)) {
                JsonToken start = parser.nextToken();
                if (start != JsonToken.START_OBJECT) {
                    throw new JsonParseException(parser, "No object");
                }
                readRecord(parser, line + 1, "", keys);
                if (parser.nextToken() != null) {
                    throw new JsonParseException(parser, "More than one object");
                }
            } catch (StreamConstraintsException e) {
                throw fault(FaultCode.FILE_NESTED_TOO_DEEP, e, line);
            } catch (JsonProcessingException e) {
                throw fault(FaultCode.FILE_JSON_MALFORMED, e, line);
            }
        }
        endTable(keys);
    }

    private void readDocument(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                parser.nextToken();
                readTable(parser, "");
            } else if (start == JsonToken.START_OBJECT) {
                readContainer(parser, "");
            } else {
                throw new JsonParseException(parser, "No table");
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "More than one document");
            }
        }
        if (!columns.isEmpty()) {
            readColumns();
        }
        if (!beside.isEmpty()) {
            boolean alone = grid.sheets().isEmpty();
            grid.begin("", !alone);
            Map<String, Integer> keys = new LinkedHashMap<>();
            beside.forEach((key, value) -> put(key, value, 2, keys));
            endTable(keys);
        }
    }

    /** An object that may hold tables, from its first key to its end. */
    private void readContainer(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                readContainer(parser, key);
            } else if (value == JsonToken.START_ARRAY) {
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY) {
                    readTable(parser, key);
                } else {
                    columns.put(key, singles(parser));
                }
            } else {
                beside.put(key, single(parser));
            }
        }
    }

    /** An array of records or rows, from its first element to its end. */
    private void readTable(JsonParser parser, String name) throws IOException {
        grid.begin(name, false);
        Map<String, Integer> keys = new LinkedHashMap<>();
        boolean hasHeader = parser.currentToken() == JsonToken.START_OBJECT;
        int row = hasHeader ? 2 : 1;
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken(), row++) {
            if (token == JsonToken.START_OBJECT && hasHeader) {
                readRecord(parser, row, "", keys);
            } else if (token == JsonToken.START_ARRAY) {
                parser.nextToken();
                List<String> texts = singles(parser);
                for (int column = 0; column < texts.size(); column++) {
                    grid.put(row, column, texts.get(column));
                }
            } else {
                grid.put(row, 0, single(parser));
            }
        }
        endTable(keys);
    }

    private void readRecord(JsonParser parser, int row, String path, Map<String, Integer> keys) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readRecord(parser, row, key, keys);
            } else {
                put(key, single(parser), row, keys);
            }
        }
    }

    private void readColumns() {
        grid.begin("", false);
        Map<String, Integer> keys = new LinkedHashMap<>();
        columns.forEach((key, texts) -> {
            put(key, "", 2, keys);
            for (int i = 0; i < texts.size(); i++) {
                put(key, texts.get(i), i + 2, keys);
            }
        });
        endTable(keys);
    }

    private void put(String key, String value, int row, Map<String, Integer> keys) {
        Integer column = keys.get(key);
        if (column == null) {
            column = keys.size();
            keys.put(key, column);
            grid.put(1, column, key);
        }
        grid.put(row, column, value);
    }

    private void endTable(Map<String, Integer> keys) {
        grid.end();
        keys.clear();
    }

    /** The elements of an array, from the first to its end. */
    private List<String> singles(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (texts.size() == Limits.CELLS) {
                throw new UnreadableException(FaultCode.FILE_TOO_MANY_CELLS, file, Limits.CELLS + " 格 / cells");
            }
            texts.add(single(parser));
        }
        return texts;
    }

    /** A value as one text; arrays and objects as their JSON text. */
    private static String single(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "Cut off");
        }
        return switch (token) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case START_ARRAY, START_OBJECT -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator out = FACTORY.createGenerator(text)) {
                    out.copyCurrentStructure(parser);
                }
                yield text.toString();
            }
            default -> parser.getText();
        };
    }
}
