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
 * @param explanation what the reporter wrote to explain the value, as written; null if nothing
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

    /**
     * Whether the reporter has explained what had to be explained. A finding of the severity {@link Severity#EXPLAIN} is
     * open until then; no other finding is open or explained. What counts as an explanation says {@link Explanations}.
     *
     * <p>A finding stays as it was sent. If the same value comes again with an explanation, the later submission holds the
     * same finding, explained: of the findings with one code about one cell's value the latest counts.
     */
    public boolean isExplained() {
        return severity == Severity.EXPLAIN && Explanations.explains(explanation);
    }

    /** Whether an explanation is needed and not there. */
    public boolean isOpen() {
        return severity == Severity.EXPLAIN && !Explanations.explains(explanation);
    }

    /** The same finding with what the reporter wrote elsewhere to explain it. */
    public Finding withExplanation(String text) {
        return new Finding(code, severity, sheet, cell, regionCode, period, elementCode, given, message, advice, text);
    }

    /** Whether a remark would explain a finding. */
    public static boolean explains(String remark) {
        return Explanations.explains(remark);
    }

    /** The place and the Chinese and English message on one line. */
    public String line() {
        String place = sheet.isEmpty() ? cell : cell.isEmpty() ? sheet : sheet + "!" + cell;
        return "%s [%s] %s / %s".formatted(place, code, message.chinese(), message.english());
    }
}
