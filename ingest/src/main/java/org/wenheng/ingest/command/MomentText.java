package org.wenheng.ingest.command;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that takes a moment, such as {@code 2026-11-05T08:00:00Z}; says in both languages what it expects. */
public final class MomentText implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "“%s”不是时刻(应如 2026-11-05T08:00:00Z) / \"%s\" is not an instant (expected: 2026-11-05T08:00:00Z)"
                            .formatted(text, text));
        }
    }
}
