package org.wenheng.analytics.explain;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.Others;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * The states between two runs: some causes have come about, the others have not.
 *
 * <p>A place of which the region had said something in the first run moves with {@link Cause#CORRECTION}, any other with
 * {@link Cause#NEW_DATA}, and the period with the latter. If the second run holds nothing at all of a period that the first
 * one holds, that period is out of its reach and goes with the new data; it was not taken back. The other regions stand in
 * the panel and the period of the first run until {@link Cause#PEERS} has come about. {@link Cause#BOUNDARY} moves the
 * regions in force with their parents and attributes; the elements of the catalogue go with {@link Cause#SCHEME}, whose
 * formulas name them.
 */
final class Counterfactuals {
    private final RunInputs before;
    private final RunInputs after;
    private final Set<String> own;
    private final Map<Place, Cell> ownBefore;
    private final Map<Place, Cell> ownAfter;
    private final Set<Period> reach;

    /**
     * @param own the region, and its units if it is a parent
     */
    Counterfactuals(RunInputs before, RunInputs after, Set<String> own) {
        this.before = before;
        this.after = after;
        this.own = own;
        this.ownBefore = cells(before.panel(), own::contains);
        this.ownAfter = cells(after.panel(), own::contains);
        this.reach = after.panel().cells().keySet().stream().map(Place::period).collect(Collectors.toSet());
    }

    private static Map<Place, Cell> cells(ElementPanel panel, Predicate<String> regions) {
        return panel.cells().entrySet().stream()
                .filter(entry -> regions.test(entry.getKey().region()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The causes of which there is anything at all between the runs. */
    Set<Cause> present() {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        boolean moved = !before.period().equals(after.period());
        Set<Cause> data = EnumSet.of(Cause.CORRECTION, Cause.NEW_DATA);
        for (Cause cause : data) {
            if (!ownPanel(EnumSet.of(cause)).equals(ownBefore) || (moved && cause == Cause.NEW_DATA)) {
                causes.add(cause);
            }
        }
        if (!before.scheme().equals(after.scheme())
                || !before.catalogue().elements().equals(after.catalogue().elements())) {
            causes.add(Cause.SCHEME);
        }
        Predicate<String> others = region -> !own.contains(region);
        if (moved || !cells(before.panel(), others).equals(cells(after.panel(), others))) {
            causes.add(Cause.PEERS);
        }
        if (!inForce(before).equals(inForce(after))) {
            causes.add(Cause.BOUNDARY);
        }
        return causes;
    }

    /** What the own regions get after these causes; empty if the scheme counts nothing in that period. */
    Optional<ScoreTable> score(Set<Cause> done) {
        Scheme scheme = scheme(done);
        Period period = (done.contains(Cause.NEW_DATA) ? after : before).period();
        RunInputs peers = done.contains(Cause.PEERS) ? after : before;
        ElementPanel.Builder panel = ElementPanel.builder();
        ownPanel(done).forEach((place, cell) -> panel.put(place.region(), place.period(), place.element(), cell));
        if (scheme.indicatorsIn(period).isEmpty()) {
            return Optional.empty();
        }
        Others others = new Others(own, period, peers.panel(), peers.period());
        return Optional.of(new Engine(scheme, catalogue(done)).score(panel.build(), period, others));
    }

    /** The scheme by which a state is scored. */
    Scheme scheme(Set<Cause> done) {
        return (done.contains(Cause.SCHEME) ? after : before).scheme();
    }

    private Map<Place, Cell> ownPanel(Set<Cause> done) {
        Map<Place, Cell> panel = new HashMap<>();
        ownBefore.forEach(
                (place, cell) -> add(panel, place, done.contains(causeAt(place)) ? ownAfter.get(place) : cell));
        ownAfter.forEach((place, cell) -> {
            if (!ownBefore.containsKey(place) && done.contains(Cause.NEW_DATA)) {
                panel.put(place, cell);
            }
        });
        return panel;
    }

    private static void add(Map<Place, Cell> panel, Place place, @Nullable Cell cell) {
        if (cell != null) {
            panel.put(place, cell);
        }
    }

    private Cause causeAt(Place place) {
        boolean said = Objects.requireNonNull(ownBefore.get(place)).status() != ValueStatus.NOT_REPORTED;
        return said && reach.contains(place.period()) ? Cause.CORRECTION : Cause.NEW_DATA;
    }

    private Catalogue catalogue(Set<Cause> done) {
        Catalogue base = (done.contains(Cause.SCHEME) ? after : before).catalogue();
        Map<String, Region> regions = inForce(done.contains(Cause.BOUNDARY) ? after : before);
        return withRegions(base, regions);
    }

    /** A catalogue with other regions. */
    static Catalogue withRegions(Catalogue base, Map<String, Region> regions) {
        return new Catalogue(
                base.code(),
                base.title(),
                regions,
                base.elements(),
                base.departments(),
                base.forms(),
                base.history(),
                base.overlaps(),
                base.checks(),
                base.timetable());
    }

    /** The regions of a run on its last day, without their days in force: these would tie them to the period. */
    private static Map<String, Region> inForce(RunInputs run) {
        Map<String, Region> regions = new LinkedHashMap<>();
        run.catalogue().regions().values().stream()
                .filter(region -> region.isInForceOn(run.period().lastDay()))
                .forEach(region -> regions.put(
                        region.code(),
                        new Region(
                                region.code(),
                                region.name(),
                                region.level(),
                                region.parent(),
                                region.attributes(),
                                List.of(),
                                null,
                                null)));
        return regions;
    }
}
