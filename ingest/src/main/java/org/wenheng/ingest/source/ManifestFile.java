package org.wenheng.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manifest as JSON (UTF-8): texts, lists of texts and, for the parts, lists of objects. */
final class ManifestFile {
    private static final JsonFactory JSON = new JsonFactory();

    private ManifestFile() {}

    static byte[] write(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes).setPrettyPrinter(new DefaultPrettyPrinter())) {
            json.writeStartObject();
            text(json, "mapping", manifest.mapping());
            text(json, "version", manifest.version());
            text(json, "server", manifest.server());
            text(json, "started", manifest.started().toString());
            text(json, "full", Boolean.toString(manifest.full()));
            column(json, "watermark", manifest.watermark());
            text(json, "from", manifest.window().from());
            text(json, "to", manifest.window().to());
            column(json, "key", manifest.key());
            texts(json, "ends", manifest.ends());
            text(json, "rows", Long.toString(manifest.rows()));
            texts(json, "columns", manifest.columns());
            json.writeArrayFieldStart("parts");
            for (PulledPart part : manifest.parts()) {
                json.writeStartObject();
                text(json, "number", Integer.toString(part.number()));
                text(json, "file", part.file());
                text(json, "rows", Long.toString(part.rows()));
                text(json, "sha256", part.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            Instant completed = manifest.completed();
            text(json, "completed", completed == null ? null : completed.toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static Manifest read(byte[] bytes) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<PulledPart> parts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.START_ARRAY) {
                    texts.put(name, json.getText());
                } else if (name.equals("parts")) {
                    readParts(json, parts);
                } else {
                    lists.put(name, readTexts(json));
                }
            }
        }
        String completed = texts.get("completed");
        return new Manifest(
                needed(texts, "mapping"),
                needed(texts, "version"),
                needed(texts, "server"),
                Instant.parse(needed(texts, "started")),
                Boolean.parseBoolean(needed(texts, "full")),
                column(texts, "watermark"),
                new Window(texts.get("from"), texts.get("to")),
                column(texts, "key"),
                lists.getOrDefault("ends", List.of()),
                Long.parseLong(needed(texts, "rows")),
                lists.getOrDefault("columns", List.of()),
                parts,
                completed == null ? null : Instant.parse(completed));
    }

    private static void readParts(JsonParser json, List<PulledPart> parts) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> texts = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                texts.put(name, json.getText());
            }
            parts.add(new PulledPart(
                    Integer.parseInt(needed(texts, "number")),
                    needed(texts, "file"),
                    Long.parseLong(needed(texts, "rows")),
                    needed(texts, "sha256")));
        }
    }

    private static List<String> readTexts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getText());
        }
        return texts;
    }

    private static String needed(Map<String, String> texts, String name) throws IOException {
        String text = texts.get(name);
        if (text == null) {
            throw new IOException("The manifest has no " + name);
        }
        return text;
    }

    private static @Nullable KeyColumn column(Map<String, String> texts, String name) throws IOException {
        String column = texts.get(name);
        return column == null ? null : new KeyColumn(column, KeyKind.valueOf(needed(texts, name + "_kind")));
    }

    private static void column(JsonGenerator json, String name, @Nullable KeyColumn column) throws IOException {
        text(json, name, column == null ? null : column.name());
        text(json, name + "_kind", column == null ? null : column.kind().name());
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A value that is absent is left out. */
    private static void text(JsonGenerator json, String name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }
}
