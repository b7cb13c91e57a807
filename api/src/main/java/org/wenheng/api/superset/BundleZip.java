package org.wenheng.api.superset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Writes a bundle as the zip that Superset imports: sorted entries, one fixed time, so the same files give the same bytes. */
final class BundleZip {
    private static final String ROOT = "wenheng/";

    /** Local to the entry, without a zone: the earliest time that a zip can hold is 1980. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private BundleZip() {}

    static byte[] bytes(Bundle bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            // Stored, not deflated: deflate's bytes depend on the zlib that the Java platform brings.
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, Map<String, @Nullable Object>> file :
                    bundle.files().entrySet()) {
                write(zip, ROOT + file.getKey(), yaml(file.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a zip to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Texts always in quotes: Superset reads YAML 1.1, where a bare {@code on} or {@code 2026-10-01} is no text. */
    static String yaml(Map<String, ? extends @Nullable Object> content) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings, new QuotedTexts(settings)).dumpToString(content);
    }

    private static final class QuotedTexts extends StandardRepresenter {
        QuotedTexts(DumpSettings settings) {
            super(settings);
            representers.put(
                    String.class, text -> representScalar(Tag.STR, text.toString(), ScalarStyle.DOUBLE_QUOTED));
        }
    }
}
