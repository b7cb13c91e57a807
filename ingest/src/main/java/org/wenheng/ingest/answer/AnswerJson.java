package org.wenheng.ingest.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * The answer for programs. An object with
 *
 * <ul>
 *   <li>{@code version}: 1, and one more whenever a field changes its meaning;
 *   <li>{@code submission}: number of the submission; {@code file}: name; {@code sha256}: of the bytes;
 *   <li>{@code mapping}: how it was read; {@code encoding}: as what, and why;
 *   <li>{@code region}, {@code period}: the one of the file, null for several; {@code synthetic}: whether it says so;
 *   <li>{@code verdict}: accepted, partly-accepted or refused;
 *   <li>{@code ledger}: {@code read} = {@code accepted} + {@code refused} + {@code unchanged};
 *   <li>{@code findings}: all of them in the order of the cells, each with {@code number} from 1, {@code code},
 *       {@code severity} (reject, explain, note), {@code sheet} and {@code cell} of the value (empty if it is about the
 *       file), {@code mark}: the address at which the mistake stands, such as the head's; {@code region}, {@code period},
 *       {@code element}, {@code given} (null where unknown), {@code message} and {@code advice} in {@code zh} and
 *       {@code en}, {@code explanation}: what the reporter wrote, null if nothing.
 * </ul>
 */
final class AnswerJson {
    private static final int VERSION = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private AnswerJson() {}

    static byte[] of(Submission submission, Marks marks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("submission", submission.id());
            json.writeStringField("file", submission.file().name());
            json.writeStringField("sha256", submission.file().hash());
            json.writeStringField("mapping", submission.mapping());
            json.writeStringField("encoding", submission.encoding());
            write(json, "region", submission.regionCode());
            write(json, "period", submission.period());
            json.writeBooleanField("synthetic", submission.synthetic());
            json.writeStringField("verdict", submission.verdict().code());
            write(json, submission.ledger());
            json.writeArrayFieldStart("findings");
            for (int i = 0; i < submission.findings().size(); i++) {
                write(
                        json,
                        i + 1,
                        submission.findings().get(i),
                        marks.placeOfFinding().get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("JSON in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Ledger ledger) throws IOException {
        json.writeObjectFieldStart("ledger");
        json.writeNumberField("read", ledger.read());
        json.writeNumberField("accepted", ledger.accepted());
        json.writeNumberField("refused", ledger.refused());
        json.writeNumberField("unchanged", ledger.unchanged());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, int number, Finding finding, String mark) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", number);
        json.writeStringField("code", finding.code());
        json.writeStringField("severity", YamlNode.wordOf(finding.severity()));
        json.writeStringField("sheet", finding.sheet());
        json.writeStringField("cell", finding.cell());
        json.writeStringField("mark", mark);
        write(json, "region", finding.regionCode());
        write(json, "period", finding.period());
        write(json, "element", finding.elementCode());
        write(json, "given", finding.given());
        write(json, "message", finding.message());
        write(json, "advice", finding.advice());
        write(json, "explanation", finding.explanation());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Title title) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("zh", title.chinese());
        json.writeStringField("en", title.english());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }
}
