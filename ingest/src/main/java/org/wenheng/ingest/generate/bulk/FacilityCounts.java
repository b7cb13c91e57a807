package org.wenheng.ingest.generate.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Region;

/** How many facilities of each kind a county has. */
final class FacilityCounts {
    private FacilityCounts() {}

    /**
     * Shares facilities out, first {@link FacilityKind#each}, then the rest by largest remainders (Hamilton's method): the
     * counts add up to the total exactly.
     *
     * @param total of all counties and kinds
     * @return counts in the order of the kinds, by code of the county
     * @throws InputRefusedException if the total is too small for what every county has
     */
    static Map<String, int[]> of(List<Region> counties, List<FacilityKind> kinds, int total) {
        int least =
                counties.size() * kinds.stream().mapToInt(FacilityKind::each).sum();
        if (total < least) {
            throw InputRefusedException.of(
                    "BULK_FACILITIES_TOO_FEW",
                    Integer.toString(total),
                    "%d 个县至少要有 %d 个机构,给出的是 %d 个".formatted(counties.size(), least, total),
                    "%d counties need at least %d facilities; %d were given".formatted(counties.size(), least, total));
        }
        int[] ofKinds = shared(
                total - least, kinds.stream().mapToDouble(FacilityKind::rest).toArray());
        Map<String, int[]> counts = new LinkedHashMap<>();
        counties.forEach(county -> counts.put(county.code(), new int[kinds.size()]));
        for (int kind = 0; kind < kinds.size(); kind++) {
            FacilityKind of = kinds.get(kind);
            int[] ofCounties = shared(
                    ofKinds[kind],
                    counties.stream()
                            .mapToDouble(county -> number(county, of.by()))
                            .toArray());
            for (int county = 0; county < ofCounties.length; county++) {
                counts.getOrDefault(counties.get(county).code(), ofCounties)[kind] = of.each() + ofCounties[county];
            }
        }
        return counts;
    }

    /** The number an attribute of a region holds; 0 where it is not there. */
    static double number(Region region, String attribute) {
        String text = region.attribute(attribute);
        return text == null ? 0 : Double.parseDouble(text);
    }

    /** Whole numbers that add up to the total, as close to the weights as can be; equal ones if all weights are 0. */
    private static int[] shared(int total, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] counts = new int[weights.length];
        double[] remainders = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = sum > 0 ? total * (weights[i] / sum) : (double) total / weights.length;
            counts[i] = (int) exact;
            remainders[i] = exact - counts[i];
            given += counts[i];
        }
        List<Integer> byRemainder =
                new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
        byRemainder.sort(
                Comparator.comparingDouble((Integer i) -> -remainders[i]).thenComparing(i -> i));
        for (int i = 0; given < total; i++, given++) {
            counts[byRemainder.get(i % byRemainder.size())]++;
        }
        return counts;
    }
}
