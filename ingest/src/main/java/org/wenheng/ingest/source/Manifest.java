package org.wenheng.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a pull is about and how far it got. It is written before the first row is read and again after every part, so that
 * a pull that was cut off goes on where it stood, with the same window.
 *
 * @param mapping code of the source mapping
 * @param version SHA-256 of the mapping's file
 * @param server address, without user and password
 * @param started when the window was fixed
 * @param full whether all rows are read whatever was read before
 * @param watermark the column of the watermark; null if there is none
 * @param window the rows it is about
 * @param key the column of the parts; null if there is one part
 * @param ends keys with which the parts end, without the last part: it has no end
 * @param rows rows of the window when it was fixed; without rows there are no parts
 * @param columns columns of the files, in order
 * @param parts those that were read, in their order
 * @param completed when all parts had been taken in; null if they have not
 */
public record Manifest(
        String mapping,
        String version,
        String server,
        Instant started,
        boolean full,
        @Nullable KeyColumn watermark,
        Window window,
        @Nullable KeyColumn key,
        List<String> ends,
        long rows,
        List<String> columns,
        List<PulledPart> parts,
        @Nullable Instant completed) {

    public Manifest {
        ends = List.copyOf(ends);
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
    }

    /** How many parts there are, read or not. */
    public int partCount() {
        return rows == 0 ? 0 : ends.size() + 1;
    }

    /** Whether every part was read. */
    public boolean isRead() {
        return missing().isEmpty();
    }

    /** The key after which a part begins. */
    public Optional<String> after(int part) {
        return part == 1 ? Optional.empty() : Optional.of(ends.get(part - 2));
    }

    /** The key with which a part ends. */
    public Optional<String> last(int part) {
        return part > ends.size() ? Optional.empty() : Optional.of(ends.get(part - 1));
    }

    /** Rows of the parts that were read. */
    public long rowsRead() {
        return parts.stream().mapToLong(PulledPart::rows).sum();
    }

    /** With one more part read. */
    public Manifest with(PulledPart part) {
        List<PulledPart> more = new ArrayList<>(parts);
        more.add(part);
        more.sort(Comparator.comparingInt(PulledPart::number));
        return withParts(more);
    }

    /** With these parts read and no others. */
    public Manifest withParts(List<PulledPart> read) {
        return new Manifest(
                mapping, version, server, started, full, watermark, window, key, ends, rows, columns, read, completed);
    }

    /** Numbers of the parts that are still to be read, in order. */
    public List<Integer> missing() {
        Set<Integer> there = parts.stream().map(PulledPart::number).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, partCount())
                .filter(number -> !there.contains(number))
                .boxed()
                .toList();
    }

    /** Taken in. */
    public Manifest completedAt(Instant moment) {
        return new Manifest(
                mapping, version, server, started, full, watermark, window, key, ends, rows, columns, parts, moment);
    }

    /**
     * Whether a pull may go on where this one was cut off. The parts fit together if the window has an end: whatever
     * changes at the source after it was fixed leaves the window and belongs to the next pull. Without a watermark only
     * one transaction shows one state, so that a pull goes on only if nothing is left to be read.
     *
     * @param mappingVersion the mapping as it is now
     * @param fullAsked whether all rows are asked for
     */
    public boolean canGoOn(String mappingVersion, boolean fullAsked) {
        return completed == null
                && version.equals(mappingVersion)
                && (full || !fullAsked)
                && (window.to() != null || isRead());
    }
}
