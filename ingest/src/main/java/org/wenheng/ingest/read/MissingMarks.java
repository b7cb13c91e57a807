package org.wenheng.ingest.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * The marks that stand for a reason instead of a value.
 *
 * @param statuses by the mark without white space, width of letters and case; the empty text is the mark of an empty cell
 */
public record MissingMarks(Map<String, ValueStatus> statuses) {
    /** The marks of the forms: words in Chinese and English that stand in the resource of the words. */
    public static final MissingMarks OF_FORMS =
            new MissingMarks(TableWords.standard().missing());

    /** No mark at all: what is no number is malformed, and only an empty cell says that nothing was reported. */
    public static final MissingMarks NONE = new MissingMarks(Map.of());

    public MissingMarks {
        statuses = Map.copyOf(statuses);
    }

    /** Marks as they stand in a file. */
    public static MissingMarks of(Map<String, ValueStatus> asWritten) {
        Map<String, ValueStatus> plain = new java.util.HashMap<>();
        asWritten.forEach((mark, status) -> plain.put(TableWords.plain(mark), status));
        return new MissingMarks(plain);
    }

    /** The reason that a text stands for; null if the text is no mark. */
    public @Nullable ValueStatus statusOf(String text) {
        ValueStatus exact = statuses.get(text);
        // Marks are short, and most texts are numbers: neither needs to be folded to know that it is no mark.
        if (exact != null || text.length() > 24 || (!text.isEmpty() && isDigit(text.charAt(0)))) {
            return exact;
        }
        return statuses.get(TableWords.plain(text));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
