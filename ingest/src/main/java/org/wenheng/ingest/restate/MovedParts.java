package org.wenheng.ingest.restate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.reference.RegionHistory;
import org.wenheng.ingest.reference.Title;

/** Values of whole areas from which regions went, or to which they came, on one day. */
final class MovedParts {
    private final RegionHistory history;
    private final LocalDate near;
    private final LocalDate far;
    private final List<Link> links;
    private final Map<String, String> goesOnAs = new HashMap<>();

    MovedParts(RegionHistory history, LocalDate near, LocalDate far, List<Link> links) {
        this.history = history;
        this.near = near;
        this.far = far;
        this.links = links;
        for (Link link : links) {
            if (link.change() != null && link.change().kind().keepsPlace()) {
                goesOnAs.put(link.source(), link.target());
            }
        }
    }

    /** What came to an area (1) or went from it (-1). */
    private record Moved(Link link, int sign) {}

    /** Adds what came and takes off what went; an area whose part is not known cannot be restated. */
    void adjust(
            Element element,
            Map<String, RegionValue> before,
            Map<Link, RegionValue> amounts,
            Map<String, RegionValue> values,
            Set<String> spoiled,
            List<RegionValue> stuck) {
        moved().forEach((area, parts) -> {
            RegionValue value = values.get(area);
            if (value == null || history.on(area, far).isEmpty()) {
                return;
            }
            Title obstacle = obstacle(element, parts, amounts);
            if (obstacle == null) {
                values.put(area, adjusted(value, parts, amounts));
            } else {
                values.remove(area);
                spoiled.add(area);
                RegionValue given = before.values().stream()
                        .filter(old -> goesOnAs.getOrDefault(old.region(), old.region())
                                .equals(area))
                        .findFirst()
                        .orElse(value);
                stuck.add(given.impossible(obstacle));
            }
        });
    }

    private Map<String, List<Moved>> moved() {
        Map<String, List<Moved>> moved = new TreeMap<>();
        Set<String> movedWith = new LinkedHashSet<>();
        List<Link> fromTheTop = links.stream()
                .sorted(Comparator.comparing(
                        link -> above(link.source(), near, true).size()))
                .toList();
        for (Link link : fromTheTop) {
            Set<String> left = above(link.source(), near, true);
            Set<String> entered = above(link.target(), far, false);
            if (left.equals(entered) || left.stream().anyMatch(movedWith::contains)) {
                continue;
            }
            movedWith.add(link.target());
            for (String area : left) {
                if (!entered.contains(area)) {
                    moved.computeIfAbsent(area, key -> new ArrayList<>()).add(new Moved(link, -1));
                }
            }
            for (String area : entered) {
                if (!left.contains(area)) {
                    moved.computeIfAbsent(area, key -> new ArrayList<>()).add(new Moved(link, 1));
                }
            }
        }
        return moved;
    }

    /** Codes of the regions above one, all as they are on the far side of the day. */
    private Set<String> above(String code, LocalDate day, boolean isNear) {
        Set<String> above = new LinkedHashSet<>();
        history.on(code, day).map(region -> history.above(region, day)).orElse(List.of()).stream()
                .map(Region::code)
                .forEach(higher -> above.add(isNear ? goesOnAs.getOrDefault(higher, higher) : higher));
        return above;
    }

    private @Nullable Title obstacle(Element element, List<Moved> parts, Map<Link, RegionValue> amounts) {
        for (Moved part : parts) {
            String code = part.link().source();
            RegionValue amount = amounts.get(part.link());
            if (element.overFacilities() != RollUp.SUM) {
                return new Title(
                        "%s 划转后,%s 不能由部分推算".formatted(code, element.code()),
                        "%s moved, and %s cannot be made from parts".formatted(code, element.code()));
            }
            if (amount == null || amount.value() == null) {
                return new Title(
                        "%s 已划转,但没有它的数值可以扣除或加入".formatted(code),
                        "%s moved and there is no value of it to take off or add".formatted(code));
            }
        }
        return null;
    }

    private RegionValue adjusted(RegionValue value, List<Moved> parts, Map<Link, RegionValue> amounts) {
        BigDecimal result = value.value();
        Outcome outcome = value.outcome().or(Outcome.COMBINED);
        List<RegionChange> changes = new ArrayList<>(value.changes());
        for (Moved part : parts) {
            RegionValue amount = Objects.requireNonNull(amounts.get(part.link()));
            BigDecimal moved = Objects.requireNonNull(amount.value());
            result = result == null ? null : part.sign() > 0 ? result.add(moved) : result.subtract(moved);
            outcome = amount.outcome() == Outcome.ESTIMATED ? Outcome.ESTIMATED : outcome;
            RegionChange change = part.link().change();
            if (change != null && !changes.contains(change)) {
                changes.add(change);
            }
        }
        return new RegionValue(value.region(), value.period(), value.status(), result, far, outcome, changes, null);
    }
}
