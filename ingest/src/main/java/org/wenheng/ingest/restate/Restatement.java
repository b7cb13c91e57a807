package org.wenheng.ingest.restate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.RegionHistory;
import org.wenheng.ingest.reference.Title;

/**
 * Restates a series of one element for the regions of another day, and says of each value what was done to it.
 *
 * <p>A value goes along with a region that is recoded, renamed or given another parent. Values of regions put together are
 * added, if the element adds up over regions; a mean is weighted by the shares of the merger; of a maximum the largest stays.
 * A quantity of a region that is divided is divided by the shares of the split, in parts that add up to it exactly, and is an
 * estimate from then on. What cannot be restated stays as it was reported, under its region, with the reason. A missing value
 * stays missing in its own way, and a sum of which a part is missing or withheld is no number.
 */
public final class Restatement {
    private final RegionHistory history;
    private final Element element;
    private final Coverage coverage;
    private final LocalDate day;

    private Restatement(RegionHistory history, Element element, Coverage coverage, LocalDate day) {
        this.history = history;
        this.element = element;
        this.coverage = coverage;
        this.day = day;
    }

    /**
     * Restates a series.
     *
     * @param series values of one element, at most one for a region and period; a region of which there is no value at all in a
     *     period is not reported there
     * @param element says how parts make a whole ({@link Element#overFacilities()}) and whether it is counted in whole units
     * @param coverage what the values of regions that have regions below them cover
     * @param day the day for whose regions the values shall stand, later or earlier than the periods
     * @return by period, then by region; values that could not be restated stand under the region they were reported for
     * @throws IllegalArgumentException if a region has two values in a period
     */
    public static List<RegionValue> restate(
            Collection<RegionValue> series, RegionHistory history, Element element, Coverage coverage, LocalDate day) {
        Map<Period, List<RegionValue>> byPeriod = new TreeMap<>();
        series.forEach(value -> byPeriod.computeIfAbsent(value.period(), period -> new ArrayList<>())
                .add(value));
        Restatement restatement = new Restatement(history, element, coverage, day);
        List<RegionValue> restated = new ArrayList<>();
        byPeriod.values().forEach(values -> restated.addAll(restatement.restatePeriod(values)));
        return List.copyOf(restated);
    }

    private List<RegionValue> restatePeriod(List<RegionValue> given) {
        List<RegionValue> done = new ArrayList<>();
        List<RegionValue> open = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RegionValue value : given) {
            if (!seen.add(value.region() + " " + value.asOf())) {
                throw new IllegalArgumentException("Two values of " + value.region() + " in "
                        + value.period().code());
            }
            if (value.outcome() == Outcome.IMPOSSIBLE) {
                done.add(value);
            } else {
                Optional<LocalDate> stated = statedOn(value);
                if (stated.isPresent()) {
                    open.add(value.on(stated.get()));
                } else {
                    done.add(value.impossible(new Title(
                            "%s 在 %s 期不是有效的行政区代码"
                                    .formatted(value.region(), value.period().code()),
                            "%s is no region in force in %s"
                                    .formatted(value.region(), value.period().code()))));
                }
            }
        }
        go(open, true, done);
        go(open, false, done);
        done.addAll(open);
        done.sort(Comparator.comparing(RegionValue::region).thenComparing(RegionValue::asOf));
        return done;
    }

    /** The day for which a value stands: the last in its period on which the region was in force. */
    private Optional<LocalDate> statedOn(RegionValue value) {
        if (history.on(value.region(), value.asOf()).isPresent()) {
            return Optional.of(value.asOf());
        }
        return history.everUnder(value.region()).stream()
                .filter(region -> region.isInForceWithin(value.period().firstDay(), value.asOf()))
                .flatMap(region -> Optional.ofNullable(region.validTo()).stream())
                .max(Comparator.naturalOrder());
    }

    /** Takes the values on one side of the day to it, one day of change after the other. */
    private void go(List<RegionValue> open, boolean forward, List<RegionValue> done) {
        List<RegionValue> waiting = new ArrayList<>(
                open.stream().filter(value -> isOnSide(value, forward)).toList());
        if (waiting.isEmpty()) {
            return;
        }
        open.removeIf(value -> isOnSide(value, forward));
        List<LocalDate> stated =
                waiting.stream().map(RegionValue::asOf).sorted().toList();
        List<LocalDate> days = new ArrayList<>(
                forward
                        ? history.daysOfChange(stated.get(0), day)
                        : history.daysOfChange(day, stated.get(stated.size() - 1)));
        if (!forward) {
            Collections.reverse(days);
        }
        Map<String, RegionValue> values = new TreeMap<>();
        Set<String> spoiled = new HashSet<>();
        for (LocalDate change : days) {
            LocalDate reached = change;
            waiting.removeIf(value -> {
                boolean joins =
                        forward ? value.asOf().isBefore(reached) : !value.asOf().isBefore(reached);
                return joins && values.putIfAbsent(value.region(), value) == null;
            });
            new DayStep(history, element, coverage, change, forward).apply(values, spoiled, done);
        }
        waiting.forEach(value -> values.putIfAbsent(value.region(), value));
        values.values().forEach(value -> open.add(value.on(day)));
    }

    private boolean isOnSide(RegionValue value, boolean before) {
        return before ? value.asOf().isBefore(day) : value.asOf().isAfter(day);
    }
}
