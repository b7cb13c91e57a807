package org.wenheng.analytics.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as maps, lists, texts, {@link BigDecimal}s, booleans and null. Keys keep their order, numbers their digits;
 * a key that comes twice is an error.
 */
final class Json {
    private static final int DEEPEST = 16;
    /** Digits of a number: a hostile exponent would make a BigDecimal of gigabytes when it is written out. */
    private static final int LONGEST_NUMBER = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Indented, UTF-8, one line feed at the end. */
    static byte[] write(Map<String, @Nullable Object> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            write(json, content);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("JSON in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object one : list) {
                write(json, one);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Integer whole) {
            json.writeNumber(whole);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * Reads one document.
     *
     * @throws MalformedException if it is none
     */
    static @Nullable Object read(byte[] bytes) throws MalformedException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedException("more than one document");
            }
            return value;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new MalformedException(
                    place == null ? "?" : "%d:%d".formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException | NumberFormatException e) {
            throw new MalformedException("?");
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException, MalformedException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new MalformedException("cut off");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    object.put(key, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            default -> parser.getText();
        };
    }

    private static BigDecimal number(JsonParser parser) throws IOException, MalformedException {
        BigDecimal number = new BigDecimal(parser.getText());
        if (Math.abs((long) number.scale()) > 400) {
            throw new MalformedException(parser.getText());
        }
        return number;
    }

    /** Says where a text stops being JSON. */
    static final class MalformedException extends Exception {
        MalformedException(String where) {
            super(where);
        }
    }
}
