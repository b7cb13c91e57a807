package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a catalogue through time: every name, code and parent with the days on which it was in force, and the
 * changes between them. Reading is safe for several threads.
 */
public final class RegionHistory {
    private final List<Region> regions;
    private final List<RegionChange> changes;
    private final Map<String, List<Region>> byCode = new LinkedHashMap<>();
    private final TreeMap<LocalDate, List<RegionChange>> byDay = new TreeMap<>();
    private final Map<Edge, List<RegionChange>> leaving = new HashMap<>();
    private final Map<Edge, List<RegionChange>> arriving = new HashMap<>();

    private record Edge(LocalDate date, String code) {}

    /**
     * A history.
     *
     * @param regions present and former ones; those of the same code must not be in force on the same day
     * @param changes in any order
     */
    public RegionHistory(Collection<Region> regions, Collection<RegionChange> changes) {
        this.regions = List.copyOf(regions);
        this.changes = changes.stream()
                .sorted(Comparator.comparing(RegionChange::date))
                .toList();
        for (Region region : regions) {
            byCode.computeIfAbsent(region.code(), code -> new ArrayList<>()).add(region);
        }
        for (RegionChange change : this.changes) {
            byDay.computeIfAbsent(change.date(), day -> new ArrayList<>()).add(change);
            index(leaving, change.date(), change.from(), change);
            index(arriving, change.date(), change.to(), change);
        }
    }

    private static void index(
            Map<Edge, List<RegionChange>> index, LocalDate date, @Nullable String code, RegionChange change) {
        if (code != null) {
            index.computeIfAbsent(new Edge(date, code), edge -> new ArrayList<>())
                    .add(change);
        }
    }

    /** All regions, present and former. */
    public List<Region> regions() {
        return regions;
    }

    /** All changes by day. */
    public List<RegionChange> changes() {
        return changes;
    }

    /** What a code stood for at any time. */
    public List<Region> everUnder(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** What a code stands for on a day. */
    public Optional<Region> on(String code, LocalDate day) {
        return everUnder(code).stream()
                .filter(region -> region.isInForceOn(day))
                .findFirst();
    }

    /** The regions in force on a day, by code. */
    public List<Region> inForce(LocalDate day) {
        return regions.stream()
                .filter(region -> region.isInForceOn(day))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    /** The regions above one on a day, from the root down to its parent. */
    public List<Region> above(Region region, LocalDate day) {
        List<Region> above = new ArrayList<>();
        Optional<Region> next = parent(region, day);
        while (next.isPresent() && !above.contains(next.get())) {
            above.add(0, next.get());
            next = parent(next.get(), day);
        }
        return above;
    }

    /** Its names from the root down, such as {@code 吉林省/四平市/铁西区}, on its last day or the day given if that is earlier. */
    public String path(Region region, LocalDate day) {
        LocalDate last = region.validTo();
        LocalDate seen = last != null && last.isBefore(day) ? last : day;
        LocalDate first = region.validFrom();
        LocalDate when = first != null && first.isAfter(seen) ? first : seen;
        return above(region, when).stream()
                .map(higher -> higher.name().chinese() + "/")
                .collect(Collectors.joining("", "", region.name().chinese()));
    }

    private Optional<Region> parent(Region region, LocalDate day) {
        return region.parent() == null ? Optional.empty() : on(region.parent(), day);
    }

    /** The days on which something changed, after the one and up to the other. */
    public List<LocalDate> daysOfChange(LocalDate after, LocalDate upTo) {
        return after.isBefore(upTo)
                ? List.copyOf(byDay.subMap(after, false, upTo, true).keySet())
                : List.of();
    }

    /** What changed on a day. */
    public List<RegionChange> changesOf(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** What a day did to the region that had this code until then. */
    List<RegionChange> leaving(String code, LocalDate day) {
        return leaving.getOrDefault(new Edge(day, code), List.of());
    }

    /** What made a day's region of this code out of others. */
    List<RegionChange> arriving(String code, LocalDate day) {
        return arriving.getOrDefault(new Edge(day, code), List.of());
    }

    /**
     * The same place on another day, before or after: recoded, renamed or given another parent, but neither divided nor put
     * together with another one. Empty if it is not the same place any more, or not yet.
     */
    public Optional<Region> samePlaceOn(Region region, LocalDate day) {
        Region seen = region;
        for (int steps = 0; steps <= changes.size(); steps++) {
            if (seen.isInForceOn(day)) {
                return Optional.of(seen);
            }
            LocalDate end = seen.validTo();
            LocalDate begin = seen.validFrom();
            Optional<Region> next = end != null && end.isBefore(day)
                    ? samePlaceAfter(seen.code(), end.plusDays(1))
                    : begin == null ? Optional.empty() : samePlaceBefore(seen.code(), begin);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            seen = next.get();
        }
        return Optional.empty();
    }

    private Optional<Region> samePlaceAfter(String code, LocalDate day) {
        List<RegionChange> onward = passing(leaving(code, day));
        Set<String> targets = onward.stream()
                .map(change -> Objects.requireNonNull(change.to()))
                .collect(Collectors.toSet());
        boolean same = targets.size() == 1
                && onward.stream().allMatch(change -> change.kind().keepsPlace())
                && isAllOf(targets.iterator().next(), code, day);
        return same ? on(targets.iterator().next(), day) : Optional.empty();
    }

    private Optional<Region> samePlaceBefore(String code, LocalDate day) {
        List<RegionChange> inward = passing(arriving(code, day));
        Set<String> sources = inward.stream()
                .map(change -> Objects.requireNonNull(change.from()))
                .collect(Collectors.toSet());
        if (sources.size() != 1) {
            return Optional.empty();
        }
        String source = sources.iterator().next();
        return samePlaceAfter(source, day).isPresent() ? on(source, day.minusDays(1)) : Optional.empty();
    }

    private boolean isAllOf(String target, String source, LocalDate day) {
        return passing(arriving(target, day)).stream().allMatch(change -> source.equals(change.from()));
    }

    private static List<RegionChange> passing(List<RegionChange> found) {
        return found.stream().filter(change -> change.kind().passesOn()).toList();
    }

    /** What has become of a region by a later day, or what it was made of on an earlier one: all parts, by code. */
    public List<Region> partsOn(Region region, LocalDate day) {
        Set<Region> open = new LinkedHashSet<>(List.of(region));
        Map<String, Region> done = new TreeMap<>();
        for (int steps = 0; steps <= changes.size() && !open.isEmpty(); steps++) {
            Region next = open.iterator().next();
            open.remove(next);
            LocalDate end = next.validTo();
            LocalDate begin = next.validFrom();
            if (next.isInForceOn(day)) {
                done.put(next.code(), next);
            } else if (end != null && end.isBefore(day)) {
                passing(leaving(next.code(), end.plusDays(1)))
                        .forEach(change -> on(Objects.requireNonNull(change.to()), change.date())
                                .ifPresent(open::add));
            } else if (begin != null) {
                passing(arriving(next.code(), begin))
                        .forEach(change -> on(
                                        Objects.requireNonNull(change.from()),
                                        change.date().minusDays(1))
                                .ifPresent(open::add));
            }
        }
        return List.copyOf(done.values());
    }
}
