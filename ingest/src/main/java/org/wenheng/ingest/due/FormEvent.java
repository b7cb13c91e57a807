package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An act of an authority on one report. Acts are never changed or removed; one that was wrong is withdrawn by another.
 *
 * @param number from 1, in the order of writing; decides between acts of the same moment
 * @param until last day on which it holds, in the catalogue's zone; present exactly if {@link FormEventKind#isDated()}
 * @param withdraws number of the event that it undoes; present exactly for a withdrawal
 * @param reason why, in the words of who acted
 * @param by who acted
 * @param at when, by the server's clock
 */
public record FormEvent(
        long number,
        ReportKey report,
        FormEventKind kind,
        @Nullable LocalDate until,
        @Nullable Long withdraws,
        String reason,
        String by,
        Instant at) {

    /** The order in which events take effect. */
    public static final Comparator<FormEvent> ORDER =
            Comparator.comparing(FormEvent::at).thenComparingLong(FormEvent::number);

    public FormEvent {
        if (kind.isDated() != (until != null)) {
            throw new IllegalArgumentException(
                    "Event " + kind + " until " + until + " (expected: a day exactly for a dated kind)");
        }
        if ((kind == FormEventKind.WITHDRAW) != (withdraws != null)) {
            throw new IllegalArgumentException(
                    "Event " + kind + " withdraws " + withdraws + " (expected: a number exactly for a withdrawal)");
        }
    }
}
