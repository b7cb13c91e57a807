package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.function.Function;
import org.wenheng.analytics.scheme.SchemeChange.Group;
import org.wenheng.ingest.reference.Title;

/**
 * A component of a record of a scheme, and how it is told when it differs.
 *
 * @param component name of the component in its record
 * @param name what a reader calls it
 * @param value what is compared
 * @param written how it is told
 */
record DifferingPart<T>(
        String component,
        Group group,
        boolean movesNumbers,
        Title name,
        Function<T, Object> value,
        Function<T, Title> written) {

    /** What of these parts differs between two states of a thing. */
    static <T> List<SchemeChange> changes(List<DifferingPart<T>> parts, Title subject, T before, T after) {
        return parts.stream()
                .filter(part -> !part.value().apply(before).equals(part.value().apply(after)))
                .map(part -> SchemeChange.of(
                        part.group(),
                        part.movesNumbers(),
                        subject,
                        part.name(),
                        part.written().apply(before),
                        part.written().apply(after)))
                .toList();
    }

    /** A part that can move numbers. */
    static <T> DifferingPart<T> moving(
            String component,
            Group group,
            String chinese,
            String english,
            Function<T, Object> value,
            Function<T, Title> written) {
        return new DifferingPart<>(component, group, true, new Title(chinese, english), value, written);
    }

    /** A part that is read by people only. */
    static <T> DifferingPart<T> textual(
            String component, Group group, String chinese, String english, Function<T, Title> written) {
        return new DifferingPart<>(component, group, false, new Title(chinese, english), written::apply, written);
    }
}
