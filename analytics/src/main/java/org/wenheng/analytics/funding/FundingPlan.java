package org.wenheng.analytics.funding;

import java.util.List;
import java.util.Optional;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * What is asked about the money of a scheme's regions: data of a folder, not of the code.
 *
 * @param scheme code of the scheme whose units are looked at
 * @param population the population that amounts are divided by
 * @param measures per head and as shares
 * @param progress spending against a schedule
 * @param matching funds that several levels pay together
 * @param costs of a service
 * @param efficiency what goes in and what comes out; empty if nobody asks
 * @param reward how a reward is proposed; empty if there is none
 */
public record FundingPlan(
        String scheme,
        Title title,
        Population population,
        List<RatioRule> measures,
        List<ProgressRule> progress,
        List<MatchingRule> matching,
        List<RatioRule> costs,
        Optional<EfficiencyRule> efficiency,
        Optional<RewardRule> reward) {

    public FundingPlan {
        measures = List.copyOf(measures);
        progress = List.copyOf(progress);
        matching = List.copyOf(matching);
        costs = List.copyOf(costs);
    }

    /** Which year's population is used. */
    public enum PopulationYear {
        /** That of the period. */
        SAME,
        /** That of the year before, which is known earlier. */
        PREVIOUS
    }

    /**
     * The population of a region.
     *
     * @param basis who is counted, and in which area
     */
    public record Population(Element element, Title basis, PopulationYear year) {
        /** The year whose population goes with amounts of a year. */
        public Period periodFor(int ofYear) {
            return switch (year) {
                case SAME -> Period.ofYear(ofYear);
                case PREVIOUS -> Period.ofYear(ofYear - 1);
            };
        }
    }
}
