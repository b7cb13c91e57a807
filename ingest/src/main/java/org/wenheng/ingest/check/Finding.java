package org.wenheng.ingest.check;

import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * What a check says about a cell, a sheet or a file.
 *
 * @param code stable code
 * @param sheet empty for a CSV file and for a finding about the file
 * @param cell address such as {@code C7}; empty for a finding about the file
 * @param regionCode null where not known
 * @param period null where not known
 * @param elementCode null where not known
 * @param given the value as given; null where there is none
 * @param message what is wrong and what was expected
 * @param advice what to do
 * @param explanation what the reporter wrote to explain the value; null if nothing
 */
public record Finding(
        String code,
        Severity severity,
        String sheet,
        String cell,
        @Nullable String regionCode,
        @Nullable String period,
        @Nullable String elementCode,
        @Nullable String given,
        Title message,
        Title advice,
        @Nullable String explanation) {

    /** The place and the Chinese and English message on one line. */
    public String line() {
        String place = sheet.isEmpty() ? cell : cell.isEmpty() ? sheet : sheet + "!" + cell;
        return "%s [%s] %s / %s".formatted(place, code, message.chinese(), message.english());
    }
}
