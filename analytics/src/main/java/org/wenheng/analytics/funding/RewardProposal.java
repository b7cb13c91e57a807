package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wenheng.ingest.reference.Title;

/**
 * Rewards proposed under a budget. Nobody has decided anything: a rule was applied.
 *
 * @param budget fen
 * @param claimed fen that all regions claim together
 * @param awarded fen proposed together: what is claimed, but never more than the budget
 * @param awards by code of the region
 * @param standing what this is and is not; always to be shown with it
 */
public record RewardProposal(long budget, long claimed, long awarded, List<Award> awards, Title standing) {
    static final Title STANDING = new Title(
            "这是按规则算出的奖励建议,未经任何部门或个人审定、签署,不是决定。",
            "This is a proposal worked out by a rule: decided and signed by nobody.");

    /** The same in a few words, for a cell. */
    public static final Title SHORT_STANDING = new Title("建议,未经审定", "proposal, decided by nobody");

    public RewardProposal {
        awards = List.copyOf(awards);
    }

    /**
     * Proposes. Within the budget everybody gets the claim. Beyond it the floors are paid first, and what is left is divided
     * in proportion to claim − floor; a budget below the floors is divided in proportion to the floors.
     *
     * @param candidates in any order, each region once
     * @param budget fen, from 0
     * @throws IllegalArgumentException if the budget is negative or a region occurs twice
     */
    public static RewardProposal of(RewardRule rule, List<Candidate> candidates, long budget) {
        if (budget < 0) {
            throw new IllegalArgumentException("A budget of %d fen (expected: from 0)".formatted(budget));
        }
        SortedMap<String, Claim> claims = new TreeMap<>();
        for (Candidate candidate : candidates) {
            if (claims.put(candidate.region(), Claim.of(rule, candidate)) != null) {
                throw new IllegalArgumentException("Two candidates " + candidate.region());
            }
        }
        SortedMap<String, Long> fen = divided(claims, budget);
        long claimed = claims.values().stream().mapToLong(Claim::fen).sum();
        List<Award> awards = new ArrayList<>();
        claims.forEach((region, claim) -> {
            long own = fen.getOrDefault(region, 0L);
            List<Title> reasons = new ArrayList<>(claim.reasons());
            if (claim.fen() > 0) {
                reasons.add(outcome(claim, own, claimed, budget));
            }
            awards.add(new Award(
                    claim.candidate(),
                    claim.gradeFen(),
                    claim.bonusFen(),
                    claim.factor(),
                    claim.fen(),
                    claim.floor(),
                    own,
                    reasons));
        });
        awards.sort(Comparator.comparing(award -> award.candidate().region()));
        return new RewardProposal(budget, claimed, Math.min(budget, claimed), awards, STANDING);
    }

    private static SortedMap<String, Long> divided(SortedMap<String, Claim> claims, long budget) {
        SortedMap<String, Long> floors = new TreeMap<>();
        SortedMap<String, Long> above = new TreeMap<>();
        claims.forEach((region, claim) -> {
            floors.put(region, claim.floor());
            above.put(region, claim.fen() - claim.floor());
        });
        long floor = floors.values().stream().mapToLong(Long::longValue).sum();
        if (floor >= budget) {
            return Apportionment.of(budget, floors);
        }
        SortedMap<String, Long> rest = Apportionment.of(budget - floor, above);
        floors.forEach((region, fen) -> rest.merge(region, fen, Long::sum));
        return rest;
    }

    private static Title outcome(Claim claim, long own, long claimed, long budget) {
        if (claimed <= budget) {
            return new Title(
                    "预算足够,按应得额%s元".formatted(MoneyUnit.yuan(own)),
                    "the budget suffices: the claim of %s yuan".formatted(MoneyUnit.yuan(own)));
        }
        return new Title(
                "应得合计%s元超过预算%s元:先保底,余额按应得额超过保底部分的比例分配;应得%s元,建议%s元"
                        .formatted(
                                MoneyUnit.yuan(claimed),
                                MoneyUnit.yuan(budget),
                                MoneyUnit.yuan(claim.fen()),
                                MoneyUnit.yuan(own)),
                ("claims of %s yuan exceed the budget of %s: floors first, the rest in proportion to claim less floor;"
                                + " claim %s, proposed %s")
                        .formatted(
                                MoneyUnit.yuan(claimed),
                                MoneyUnit.yuan(budget),
                                MoneyUnit.yuan(claim.fen()),
                                MoneyUnit.yuan(own)));
    }
}
