package org.wenheng.ingest.due;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * Whether a form is open for a reporter, and why.
 *
 * @param day the first or last day that matters; null if none does, such as for late reports that are always accepted
 */
public record Opening(OpeningReason reason, @Nullable LocalDate day) {

    public boolean isOpen() {
        return reason.isOpen();
    }

    /** What it says to the reporter. */
    public Title message() {
        return reason.message(day == null ? "-" : day.toString());
    }
}
