package org.wenheng.ingest.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * The marks that stand for a reason instead of a value.
 *
 * @param statuses by the mark, exactly as written; the empty text is the mark of an empty cell
 */
public record MissingMarks(Map<String, ValueStatus> statuses) {
    /** The marks of the forms. */
    public static final MissingMarks OF_FORMS = new MissingMarks(Map.of(
            "", ValueStatus.NOT_REPORTED,
            "-", ValueStatus.NOT_APPLICABLE,
            "—", ValueStatus.NOT_APPLICABLE,
            "——", ValueStatus.NOT_APPLICABLE,
            "－", ValueStatus.NOT_APPLICABLE,
            "/", ValueStatus.NOT_APPLICABLE,
            "无", ValueStatus.NIL,
            "***", ValueStatus.SUPPRESSED));

    public MissingMarks {
        statuses = Map.copyOf(statuses);
    }

    /** The reason that a text stands for; null if the text is no mark. */
    public @Nullable ValueStatus statusOf(String text) {
        return statuses.get(text);
    }
}
