package org.wenheng.ingest.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * A region of a file in the time in which it was so.
 *
 * @param where file and row
 * @param path names from the top down, its own last
 * @param parent code; null for the root, and until it is looked up
 * @param from null if it always was
 * @param until first day on which it is so no more; null if it still is
 * @param successors codes into which it went when it ended
 * @param ceded codes to which parts went before
 */
record RegionRow(
        String where,
        String code,
        String name,
        String level,
        List<String> path,
        @Nullable String parent,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> successors,
        List<Ceded> ceded) {

    /** A part that went to another region. */
    record Ceded(String code, LocalDate date) {}

    boolean isInForceOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || until.isAfter(day));
    }

    RegionRow below(@Nullable String parentCode) {
        return new RegionRow(where, code, name, level, path, parentCode, from, until, successors, ceded);
    }

    /** The same row in records that begin on a day: what was so before counts as having always been so. */
    RegionRow knownSince(LocalDate day) {
        LocalDate begin = from == null || !from.isAfter(day) ? null : from;
        return new RegionRow(where, code, name, level, path, parent, begin, until, successors, ceded);
    }

    /** Whether another row goes on where this one ends, with nothing changed that a code, name, level or parent shows. */
    boolean goesOnAs(RegionRow next) {
        return code.equals(next.code)
                && name.equals(next.name)
                && level.equals(next.level)
                && Objects.equals(parent, next.parent)
                && until != null
                && until.equals(next.from)
                && successors.stream().allMatch(code::equals);
    }

    /** This row and the next one as one. */
    RegionRow with(RegionRow next) {
        List<Ceded> all = java.util.stream.Stream.concat(ceded.stream(), next.ceded.stream())
                .distinct()
                .toList();
        return new RegionRow(where, code, name, level, path, parent, from, next.until, next.successors, all);
    }

    Region region() {
        return new Region(
                code,
                new Title(name, name),
                level,
                parent,
                java.util.Map.of(),
                List.of(),
                from,
                until == null ? null : until.minusDays(1));
    }
}
