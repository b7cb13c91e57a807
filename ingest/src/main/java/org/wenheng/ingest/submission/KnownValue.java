package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * What is known about a key.
 *
 * @param value present exactly if reported
 */
public record KnownValue(ValueStatus status, @Nullable BigDecimal value) {

    /** Whether both say the same; 1.50 and 1.5 do. */
    public boolean sameAs(KnownValue other) {
        if (value == null || other.value == null) {
            return status == other.status && value == null && other.value == null;
        }
        return status == other.status && value.compareTo(other.value) == 0;
    }

    /** The value or the reason, for a message. */
    public String text() {
        return value == null ? status.nameChinese() : value.stripTrailingZeros().toPlainString();
    }
}
