package org.wenheng.ingest.generate.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.generate.Chance;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Timetable;

/** Decides where anomalies are planted. An element of a county has at most one, so that each can be told from the others. */
final class Plantings {
    private final BulkRules rules;
    private final List<Period> periods;
    private final Map<String, int[]> facilities;
    private final Timetable timetable;
    private final Chance chance;
    private final Set<List<String>> taken = new HashSet<>();
    private final List<Planting> plantings = new ArrayList<>();
    private int number;

    /** @param facilities counts in the order of the kinds, by county */
    Plantings(
            BulkRules rules, List<Period> periods, Map<String, int[]> facilities, Timetable timetable, Chance chance) {
        this.rules = rules;
        this.periods = List.copyOf(periods);
        this.facilities = facilities;
        this.timetable = timetable;
        this.chance = chance;
    }

    /** The anomalies of counties, by rule, county and month. */
    List<Planting> in(List<Region> counties) {
        for (AnomalyRule rule : rules.anomalies().rules()) {
            for (Region county : counties) {
                if (chance.uniform("anomaly", rule.kind(), county.code()) < rule.share()) {
                    plant(rule, county.code());
                }
            }
        }
        return List.copyOf(plantings);
    }

    private void plant(AnomalyRule rule, String county) {
        int earliest = rules.anomalies().fromMonth() - 1;
        int starts = periods.size() - earliest - Math.max(0, rule.months() - 1);
        String element =
                rule.elements().get(chance.below(rule.elements().size(), "anomaly-element", rule.kind(), county));
        if (starts < 1 || earliest < 1) {
            return;
        }
        // Until the end means long enough to be seen: not from one of the last months on.
        int start = earliest
                + chance.below(rule.months() == 0 ? (starts + 1) / 2 : starts, "anomaly-month", rule.kind(), county);
        int end = rule.months() == 0 ? periods.size() : start + rule.months();
        Optional<Planting.Place> place = place(rule, county);
        boolean possible = (rule.facilityKind() == null || place.isPresent())
                && untroubled(county, periods.subList(start - 1, end))
                && taken.add(List.of(county, element));
        if (possible) {
            number++;
            for (Period period : periods.subList(start, end)) {
                Period source = rule.effect() == AnomalyRule.Effect.COPIED ? periods.get(start - 1) : period;
                plantings.add(new Planting(number, rule, county, orNull(place), element, period, source));
            }
        }
    }

    private static Planting.@Nullable Place orNull(Optional<Planting.Place> place) {
        return place.orElse(null);
    }

    private Optional<Planting.Place> place(AnomalyRule rule, String county) {
        int[] counts = facilities.getOrDefault(county, new int[0]);
        for (int kind = 0; kind < counts.length; kind++) {
            if (rules.kinds().get(kind).code().equals(rule.facilityKind()) && counts[kind] > 0) {
                return Optional.of(new Planting.Place(
                        kind, 1 + chance.below(counts[kind], "anomaly-facility", rule.kind(), county)));
            }
        }
        return Optional.empty();
    }

    /** Nothing can be seen in a month for which nothing comes, and a correction would blur what was planted. */
    private boolean untroubled(String county, List<Period> months) {
        return months.stream()
                .allMatch(month -> CountyReport.of(county, month, rules.reports(), timetable, chance)
                        .filter(report -> report.correctedAt().isEmpty())
                        .isPresent());
    }
}
