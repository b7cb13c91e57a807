package org.wenheng.ingest.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that takes a day of the calendar, such as {@code 2026-11-05}; says in both languages what it expects. */
public final class DayText implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "“%s”不是日期(应如 2026-11-05) / \"%s\" is not a date (expected: 2026-11-05)".formatted(text, text));
        }
    }
}
