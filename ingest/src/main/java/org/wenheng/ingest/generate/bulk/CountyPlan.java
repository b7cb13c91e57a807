package org.wenheng.ingest.generate.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.wenheng.ingest.generate.Chance;
import org.wenheng.ingest.reference.Region;

/**
 * What is lasting in a county.
 *
 * @param kinds in the order of the rules
 */
record CountyPlan(Region region, long key, List<Kind> kinds) {

    /**
     * The facilities of one kind.
     *
     * @param count how many there are
     * @param effect logarithm of what the county makes of their values
     * @param ranges all of them, in order
     */
    record Kind(int count, double effect, List<Range> ranges) {}

    /** Facilities by their numbers; {@code alone} for one in which an anomaly was planted. */
    record Range(int first, int last, boolean alone) {}

    /** The number of facilities of all kinds. */
    int facilities() {
        return kinds.stream().mapToInt(Kind::count).sum();
    }

    /** @param counts in the order of the kinds, by county */
    static List<CountyPlan> of(
            List<Region> counties,
            Map<String, int[]> counts,
            BulkRules rules,
            List<Planting> plantings,
            Chance chance) {
        BulkRules.County of = rules.county();
        double people = counties.stream()
                .mapToDouble(county -> FacilityCounts.number(county, of.people()))
                .sum();
        double[] peopleForEach = IntStream.range(0, rules.kinds().size())
                .mapToDouble(kind -> people
                        / counts.values().stream().mapToLong(each -> each[kind]).sum())
                .toArray();
        List<CountyPlan> plans = new ArrayList<>();
        for (Region county : counties) {
            int[] own = counts.getOrDefault(county.code(), new int[0]);
            List<Kind> kinds = new ArrayList<>();
            for (int kind = 0; kind < own.length; kind++) {
                double demand = FacilityCounts.number(county, of.people()) / own[kind] / peopleForEach[kind];
                double effect = (demand > 0 && Double.isFinite(demand) ? of.demand() * StrictMath.log(demand) : 0)
                        + group(county, of)
                        + of.spread() * chance.bell("county", county.code());
                kinds.add(new Kind(own[kind], effect, ranges(own[kind], alone(plantings, county, kind))));
            }
            plans.add(new CountyPlan(county, Chance.key(county.code()), List.copyOf(kinds)));
        }
        return List.copyOf(plans);
    }

    private static double group(Region county, BulkRules.County rules) {
        String group = county.attribute(rules.attribute());
        return group == null ? 0 : rules.groups().getOrDefault(group, 0.0);
    }

    private static TreeSet<Integer> alone(List<Planting> plantings, Region county, int kind) {
        TreeSet<Integer> alone = new TreeSet<>();
        for (Planting planting : plantings) {
            Planting.Place place = planting.place();
            if (place != null && place.kind() == kind && planting.region().equals(county.code())) {
                alone.add(place.ordinal());
            }
        }
        return alone;
    }

    private static List<Range> ranges(int count, TreeSet<Integer> alone) {
        List<Range> ranges = new ArrayList<>();
        int first = 1;
        for (int one : alone) {
            if (first < one) {
                ranges.add(new Range(first, one - 1, false));
            }
            ranges.add(new Range(one, one, true));
            first = one + 1;
        }
        if (first <= count) {
            ranges.add(new Range(first, count, false));
        }
        return List.copyOf(ranges);
    }
}
