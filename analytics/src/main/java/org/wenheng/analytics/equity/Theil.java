package org.wenheng.analytics.equity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.composite.PeerGroups;

/**
 * Theil's T, {@code Σ p·(x/μ)·ln(x/μ)} with population shares p, and its parts between and within groups, which sum to it
 * (Theil, Economics and Information Theory, 1967; Shorrocks 1980): 0 where all are equal, at most ln of the number of regions
 * that count the same. A value of 0 adds nothing, the limit of x·ln x; where all are 0, all have the same. NaN where there is
 * no value.
 *
 * @param total of all regions
 * @param between of the means of the groups, {@code Σ s·ln(μ_g/μ)} with the groups' shares s of the whole
 * @param within of the groups, {@code Σ s·T_g}
 * @param groups in the order of their first row; those without any value are left out
 */
public record Theil(double total, double between, double within, List<Group> groups) {

    public Theil {
        groups = List.copyOf(groups);
    }

    /**
     * A group.
     *
     * @param name may be empty: the regions without a group
     * @param regions with a value
     * @param populationShare of the population that counts
     * @param share of the whole amount; 0 for a group that has nothing
     * @param mean weighted
     * @param theil its own; 0 for a group of one
     */
    public record Group(String name, int regions, double populationShare, double share, double mean, double theil) {}

    /**
     * Every region counts the same.
     *
     * @param values by row; NaN is left out
     * @throws IllegalArgumentException if a value is below 0 or infinite, or there is not a group for each row
     */
    public static Theil of(double[] values, PeerGroups groups) {
        return of(values.length, Amounts.of(values), groups);
    }

    /**
     * Regions count by population.
     *
     * @param values per head, by row; NaN is left out
     * @param weights such as population; a region of weight 0 is left out
     * @throws IllegalArgumentException if a value is below 0 or infinite, or a row with a value has a weight that is missing,
     *     below 0 or infinite
     */
    public static Theil of(double[] values, double[] weights, PeerGroups groups) {
        return of(values.length, Amounts.of(values, weights), groups);
    }

    private static Theil of(int rows, Amounts amounts, PeerGroups peers) {
        if (peers.names().size() != rows) {
            throw new IllegalArgumentException(
                    "%d rows and groups for %d".formatted(rows, peers.names().size()));
        }
        if (amounts.size() == 0) {
            return new Theil(Double.NaN, Double.NaN, Double.NaN, List.of());
        }
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        List<Integer> everyone = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            everyone.add(i);
            members.computeIfAbsent(peers.names().get(amounts.rows()[i]), name -> new ArrayList<>())
                    .add(i);
        }
        double mean = amounts.mean();
        List<Group> groups = new ArrayList<>();
        double between = 0;
        double within = 0;
        for (Map.Entry<String, List<Integer>> entry : members.entrySet()) {
            Group group = group(entry.getKey(), amounts, entry.getValue(), mean);
            groups.add(group);
            within += group.share() * group.theil();
            between += group.share() == 0 || amounts.equal() ? 0 : group.share() * Math.log(group.mean() / mean);
        }
        double total = amounts.equal() ? 0 : theil(amounts, everyone, mean, 1);
        // One group is the whole: rounding does not tell its mean from the mean.
        return new Theil(total, groups.size() == 1 ? 0 : between, within, groups);
    }

    private static Group group(String name, Amounts amounts, List<Integer> members, double overall) {
        double population = 0;
        double amount = 0;
        boolean equal = true;
        for (int i : members) {
            population += amounts.weights()[i];
            amount += amounts.weights()[i] * amounts.values()[i];
            equal &= amounts.values()[i] == amounts.values()[members.get(0)];
        }
        double mean = equal ? amounts.values()[members.get(0)] : amount / population;
        double share = overall == 0 ? population : amount / overall;
        return new Group(
                name, members.size(), population, share, mean, equal ? 0 : theil(amounts, members, mean, population));
    }

    private static double theil(Amounts amounts, List<Integer> members, double mean, double population) {
        double sum = 0;
        for (int i : members) {
            double ratio = amounts.values()[i] / mean;
            sum += ratio == 0 ? 0 : amounts.weights()[i] / population * ratio * Math.log(ratio);
        }
        return sum;
    }
}
