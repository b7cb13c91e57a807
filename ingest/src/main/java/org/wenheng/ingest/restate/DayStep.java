package org.wenheng.ingest.restate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.reference.RegionChange.Kind;
import org.wenheng.ingest.reference.RegionHistory;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Takes the values of one period over one day of change, forward or back. */
final class DayStep {
    /** Decimals of the parts of a divided quantity and of a weighted mean; as many as a stored value has. */
    private static final int DECIMALS = 6;

    private final RegionHistory history;
    private final Element element;
    private final Coverage coverage;
    private final LocalDate day;
    private final LocalDate near;
    private final LocalDate far;
    private final List<Link> links;

    DayStep(RegionHistory history, Element element, Coverage coverage, LocalDate day, boolean forward) {
        this.history = history;
        this.element = element;
        this.coverage = coverage;
        this.day = day;
        this.near = forward ? day.minusDays(1) : day;
        this.far = forward ? day : day.minusDays(1);
        this.links = Link.of(history, day, forward);
    }

    /**
     * Applies the day.
     *
     * @param values by code in force on the near side; replaced by those on the far side
     * @param spoiled codes whose value could not be restated; replaced likewise
     * @param stuck receives the values that cannot be restated
     */
    void apply(Map<String, RegionValue> values, Set<String> spoiled, List<RegionValue> stuck) {
        Map<String, RegionValue> before = new LinkedHashMap<>(values);
        Set<String> spoiledBefore = Set.copyOf(spoiled);
        links.forEach(link -> {
            values.remove(link.source());
            spoiled.remove(link.source());
        });
        Map<Link, RegionValue> amounts = new HashMap<>();
        for (List<Link> group : Link.groups(links)) {
            Title obstacle = Obstacle.of(group, before.keySet(), spoiledBefore, element, day);
            if (obstacle != null) {
                spoil(group, before, obstacle, spoiled, stuck);
            } else if (group.stream().anyMatch(link -> before.containsKey(link.source()))) {
                combine(group, before, values, amounts);
            }
        }
        values.replaceAll((code, value) -> value.on(far));
        noteBoundaries(values);
        if (coverage == Coverage.WHOLE_AREA) {
            new MovedParts(history, near, far, links).adjust(element, before, amounts, values, spoiled, stuck);
        }
        for (String code : List.copyOf(values.keySet())) {
            if (history.on(code, far).isEmpty()) {
                RegionValue lost = Objects.requireNonNull(values.remove(code));
                stuck.add(lost.on(near)
                        .impossible(new Title(
                                "%s 在 %s 撤销或设立,没有可对应的行政区".formatted(code, day),
                                "%s was abolished or established on %s; there is no region to state it for"
                                        .formatted(code, day))));
                spoiled.add(code);
            }
        }
    }

    private void spoil(
            List<Link> group,
            Map<String, RegionValue> before,
            Title obstacle,
            Set<String> spoiled,
            List<RegionValue> stuck) {
        group.stream().map(Link::source).distinct().forEach(source -> {
            RegionValue value = before.get(source);
            if (value != null) {
                stuck.add(value.impossible(obstacle));
            }
        });
        group.forEach(link -> spoiled.add(link.target()));
    }

    private void combine(
            List<Link> group,
            Map<String, RegionValue> before,
            Map<String, RegionValue> after,
            Map<Link, RegionValue> amounts) {
        for (String source : group.stream().map(Link::source).distinct().toList()) {
            RegionValue value = before.get(source);
            List<Link> out =
                    group.stream().filter(link -> link.source().equals(source)).toList();
            if (value != null) {
                divide(value, out, amounts);
            }
        }
        for (String target : group.stream().map(Link::target).distinct().toList()) {
            List<Link> parts = Link.into(group, target);
            if (parts.stream().anyMatch(amounts::containsKey)) {
                after.put(target, joined(target, parts, before, amounts));
            }
        }
    }

    private void divide(RegionValue value, List<Link> out, Map<Link, RegionValue> amounts) {
        BigDecimal whole = value.value();
        List<BigDecimal> shares =
                out.stream().map(link -> Objects.requireNonNull(link.share())).toList();
        List<BigDecimal> parts = whole == null
                ? List.of()
                : out.size() == 1 ? List.of(whole) : Apportionment.of(whole, shares, element.integer() ? 0 : DECIMALS);
        for (int i = 0; i < out.size(); i++) {
            Link link = out.get(i);
            boolean divided = Objects.requireNonNull(link.share()).compareTo(BigDecimal.ONE) != 0;
            List<RegionChange> changes = new ArrayList<>(value.changes());
            if (link.change() != null) {
                changes.add(link.change());
            }
            Outcome outcome = link.change() == null
                    ? Outcome.AS_REPORTED
                    : divided
                            ? Outcome.ESTIMATED
                            : link.change().kind().keepsPlace() ? Outcome.CARRIED : Outcome.COMBINED;
            amounts.put(
                    link,
                    new RegionValue(
                            link.target(),
                            value.period(),
                            value.status(),
                            whole == null ? null : parts.get(i),
                            far,
                            value.outcome().or(outcome),
                            changes,
                            null));
        }
    }

    /** The value of a region made of these parts. A part without a value leaves the whole without one. */
    private RegionValue joined(
            String target, List<Link> parts, Map<String, RegionValue> before, Map<Link, RegionValue> amounts) {
        List<RegionValue> known =
                parts.stream().map(amounts::get).filter(Objects::nonNull).toList();
        if (parts.size() == 1) {
            return known.get(0);
        }
        List<ValueStatus> statuses =
                new ArrayList<>(known.stream().map(RegionValue::status).toList());
        parts.stream()
                .filter(link -> !before.containsKey(link.source()))
                .forEach(link -> statuses.add(ValueStatus.NOT_REPORTED));
        ValueStatus status = together(statuses);
        Outcome outcome = known.stream().map(RegionValue::outcome).reduce(Outcome.COMBINED, Outcome::or);
        List<RegionChange> changes = known.stream()
                .flatMap(value -> value.changes().stream())
                .distinct()
                .toList();
        return new RegionValue(
                target,
                known.get(0).period(),
                status,
                status == ValueStatus.REPORTED ? value(parts, amounts) : null,
                far,
                outcome,
                changes,
                null);
    }

    private BigDecimal value(List<Link> parts, Map<Link, RegionValue> amounts) {
        BigDecimal result = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        boolean first = true;
        for (Link link : parts) {
            BigDecimal value = Objects.requireNonNull(amounts.get(link)).value();
            if (value == null) {
                continue;
            }
            switch (element.overFacilities()) {
                case SUM -> result = result.add(value);
                case MAX -> result = first ? value : result.max(value);
                case MEAN -> {
                    BigDecimal weight = Objects.requireNonNull(link.weight());
                    result = result.add(value.multiply(weight));
                    weights = weights.add(weight);
                }
            }
            first = false;
        }
        return weights.signum() == 0 ? result : result.divide(weights, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Nil and not applicable count as nothing beside a number; anything missing leaves no number. */
    static ValueStatus together(List<ValueStatus> statuses) {
        for (ValueStatus decisive :
                List.of(ValueStatus.NOT_REPORTED, ValueStatus.SUPPRESSED, ValueStatus.REPORTED, ValueStatus.NIL)) {
            if (statuses.contains(decisive)) {
                return decisive;
            }
        }
        return ValueStatus.NOT_APPLICABLE;
    }

    private void noteBoundaries(Map<String, RegionValue> values) {
        for (RegionChange change : history.changesOf(day)) {
            if (change.kind() == Kind.BOUNDARY) {
                for (String code : new TreeSet<>(
                        Set.of(Objects.requireNonNull(change.from()), Objects.requireNonNull(change.to())))) {
                    values.computeIfPresent(code, (key, value) -> {
                        List<RegionChange> changes = new ArrayList<>(value.changes());
                        changes.add(change);
                        return new RegionValue(
                                value.region(),
                                value.period(),
                                value.status(),
                                value.value(),
                                value.asOf(),
                                value.outcome().or(Outcome.BOUNDARY_MOVED),
                                changes,
                                null);
                    });
                }
            }
        }
    }
}
