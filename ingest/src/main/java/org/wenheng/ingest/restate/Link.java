package org.wenheng.ingest.restate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.reference.RegionChange.Kind;
import org.wenheng.ingest.reference.RegionHistory;

/**
 * Where a region's value goes on one day, in the direction in which it is restated.
 *
 * @param source code on the near side of the day
 * @param target code on the far side
 * @param share share of the source that goes to the target; null if not known
 * @param weight share of the target that comes from the source; null if not known
 * @param change null for a region that stays what it is while others join it
 */
record Link(
        String source,
        String target,
        @Nullable BigDecimal share,
        @Nullable BigDecimal weight,
        @Nullable RegionChange change) {

    /** The links of a day; regions that nothing happens to have none. */
    static List<Link> of(RegionHistory history, LocalDate day, boolean forward) {
        Map<List<String>, Link> links = new LinkedHashMap<>();
        for (RegionChange change : history.changesOf(day)) {
            if (change.kind().passesOn()) {
                Link link = of(change, forward);
                links.putIfAbsent(List.of(link.source(), link.target()), link);
            }
        }
        Set<String> sources = new HashSet<>();
        links.values().forEach(link -> sources.add(link.source()));
        LocalDate near = forward ? day.minusDays(1) : day;
        for (Link link : List.copyOf(links.values())) {
            String code = link.target();
            if (!sources.contains(code) && history.on(code, near).isPresent()) {
                links.putIfAbsent(List.of(code, code), new Link(code, code, BigDecimal.ONE, null, null));
            }
        }
        return forward ? List.copyOf(links.values()) : dividedBack(links, history, day.minusDays(1));
    }

    /**
     * Going back, a region that took in parts of others is divided again. Its shares are known only from the weights of a
     * merger; the weights of a split say what the others gave, not what this one is made of.
     */
    private static List<Link> dividedBack(Map<List<String>, Link> links, RegionHistory history, LocalDate eve) {
        for (Link link : List.copyOf(links.values())) {
            String code = link.source();
            if (history.on(code, eve).isPresent() && isNotFromItself(code, links)) {
                links.put(List.of(code, code), new Link(code, code, null, null, null));
            }
        }
        return links.values().stream()
                .map(link -> {
                    boolean isMerger = link.change() != null && link.change().kind() == Kind.MERGE;
                    long ways = links.values().stream()
                            .filter(other -> other.source().equals(link.source()))
                            .count();
                    return ways > 1 && !isMerger
                            ? new Link(link.source(), link.target(), null, link.weight(), link.change())
                            : link;
                })
                .toList();
    }

    private static boolean isNotFromItself(String code, Map<List<String>, Link> links) {
        return !links.containsKey(List.of(code, code))
                && links.values().stream()
                        .filter(link -> link.source().equals(code))
                        .noneMatch(link ->
                                link.change() != null && link.change().kind().keepsPlace());
    }

    private static Link of(RegionChange change, boolean forward) {
        String from = Objects.requireNonNull(change.from());
        String to = Objects.requireNonNull(change.to());
        BigDecimal ofFrom = change.kind() == Kind.SPLIT ? change.weight() : BigDecimal.ONE;
        BigDecimal ofTo =
                change.kind() == Kind.MERGE ? change.weight() : change.kind() == Kind.SPLIT ? null : BigDecimal.ONE;
        if (forward) {
            return new Link(from, to, ofFrom, ofTo, change);
        }
        BigDecimal back = change.kind() == Kind.SPLIT ? BigDecimal.ONE : ofTo;
        return new Link(to, from, back, change.kind() == Kind.MERGE ? null : ofFrom, change);
    }

    /** Links that share a source or a target, together: what one day ties to each other. */
    static List<List<Link>> groups(Collection<Link> links) {
        Map<String, List<Link>> groupOf = new LinkedHashMap<>();
        for (Link link : links) {
            List<Link> source = groupOf.computeIfAbsent("near " + link.source(), key -> new ArrayList<>());
            List<Link> target = groupOf.computeIfAbsent("far " + link.target(), key -> new ArrayList<>());
            if (source != target) {
                source.addAll(target);
                groupOf.replaceAll((key, group) -> group == target ? source : group);
            }
            source.add(link);
        }
        Set<List<Link>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return groupOf.values().stream().filter(seen::add).toList();
    }

    /** The links of a group that lead to a region. */
    static List<Link> into(List<Link> group, String target) {
        return group.stream().filter(link -> link.target().equals(target)).toList();
    }
}
