package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Timetable;

/**
 * What the events say about a report at a moment: a fold over them in {@link FormEvent#ORDER}, those withdrawn left out.
 *
 * @param exempt whether nothing is asked for
 * @param approvedAt since when it is approved; null if it is not
 * @param extendedTo latest day of any extension; null without one
 * @param reopenedUntil latest day of a reopening since the last approval; null without one
 * @param returns the times it was sent back, in order
 */
public record FormStanding(
        boolean exempt,
        @Nullable Instant approvedAt,
        @Nullable LocalDate extendedTo,
        @Nullable LocalDate reopenedUntil,
        List<Return> returns) {

    /** Nothing was done to the report. */
    public static final FormStanding UNTOUCHED = new FormStanding(false, null, null, null, List.of());

    public FormStanding {
        returns = List.copyOf(returns);
    }

    /** One time a report was sent back, and the last day to send it again. */
    public record Return(Instant at, LocalDate until) {}

    /**
     * The standing as known at a moment.
     *
     * @param events all events of one report, in any order; those after {@code now} are not known yet
     */
    public static FormStanding asOf(Collection<FormEvent> events, Instant now) {
        List<FormEvent> known =
                events.stream().filter(event -> !event.at().isAfter(now)).toList();
        Set<Long> withdrawn = known.stream()
                .map(FormEvent::withdraws)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<FormEvent> standing = known.stream()
                .filter(event -> !withdrawn.contains(event.number()))
                .sorted(FormEvent.ORDER)
                .toList();
        FormStanding folded = UNTOUCHED;
        for (FormEvent event : standing) {
            folded = folded.after(event);
        }
        return folded;
    }

    /** The last day of the return that still waits for an answer or an approval; null if there is none. */
    public @Nullable LocalDate returnedUntil() {
        return returns.isEmpty() || approvedAt != null
                ? null
                : returns.get(returns.size() - 1).until();
    }

    /** Whether a reopening is in force. */
    public boolean isReopened(Instant now, Timetable timetable) {
        return reopenedUntil != null && now.isBefore(timetable.endOf(reopenedUntil));
    }

    /** An approval ends reopenings; a return ends the approval; a reopening only interrupts it. */
    private FormStanding after(FormEvent event) {
        return switch (event.kind()) {
            case EXTEND ->
                new FormStanding(exempt, approvedAt, later(extendedTo, event.until()), reopenedUntil, returns);
            case EXEMPT -> new FormStanding(true, approvedAt, extendedTo, reopenedUntil, returns);
            case RETURN -> {
                List<Return> more = new ArrayList<>(returns);
                more.add(new Return(event.at(), Objects.requireNonNull(event.until())));
                yield new FormStanding(exempt, null, extendedTo, reopenedUntil, more);
            }
            case APPROVE -> new FormStanding(exempt, event.at(), extendedTo, null, returns);
            case REOPEN ->
                new FormStanding(exempt, approvedAt, extendedTo, later(reopenedUntil, event.until()), returns);
            case WITHDRAW -> this;
        };
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
