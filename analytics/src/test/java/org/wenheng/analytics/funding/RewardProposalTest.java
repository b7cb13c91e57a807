package org.wenheng.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenheng.analytics.funding.RewardRule.Band;
import org.wenheng.analytics.funding.RewardRule.GradeAmount;
import org.wenheng.analytics.funding.RewardRule.Improvement;
import org.wenheng.analytics.funding.RewardRule.Limits;
import org.wenheng.ingest.reference.Title;

class RewardProposalTest {
    private static final List<Title> GRADES = SmallTown.GRADES;
    /** 600, 400 and 200 yuan; 100 for three points; factors 0.8, 1 and 1.2; from 100 to 650 yuan. */
    private static final RewardRule RULE = new RewardRule(
            new Title("奖励", "reward"),
            List.of(
                    new GradeAmount(GRADES.get(0), Optional.of(600_00L), "f.yml:1"),
                    new GradeAmount(GRADES.get(1), Optional.of(400_00L), "f.yml:2"),
                    new GradeAmount(GRADES.get(2), Optional.of(200_00L), "f.yml:3"),
                    new GradeAmount(GRADES.get(3), Optional.empty(), "f.yml:4")),
            Optional.of(new Improvement(new BigDecimal("3"), 100_00, new BigDecimal("0.9"), "f.yml:5")),
            List.of(
                    new Band(BigDecimal.ZERO, new BigDecimal("0.8"), "f.yml:6"),
                    new Band(new BigDecimal("200000"), BigDecimal.ONE, "f.yml:7"),
                    new Band(new BigDecimal("500000"), new BigDecimal("1.2"), "f.yml:8")),
            new Limits(100_00, 650_00, "f.yml:9"),
            "f.yml:10",
            "test");

    @Test
    void aClaimIsGradeAndImprovementTimesPopulationWithinLimitsAndExplainsItself() {
        RewardProposal proposal = RewardProposal.of(
                RULE,
                List.of(candidate("a", 0, "92.00", "88.00", "500000"), candidate("b", 2, "70.00", "69.50", "199999")),
                1_000_000);
        Award best = proposal.awards().get(0);
        // (600 + 100) × 1.2 = 840, at most 650.
        assertThat(best.claim()).isEqualTo(650_00);
        assertThat(chinese(best))
                .containsExactly(
                        "等次优秀:600.00元(f.yml:1)",
                        "比上期+4.00分,达到3分:100.00元(f.yml:5)",
                        "人口500000,系数1.2(f.yml:8)",
                        "计840.00元,封顶650.00元(f.yml:9)",
                        "预算足够,按应得额650.00元");
        assertThat(best.reasons())
                .extracting(Title::english)
                .contains(
                        "grade Excellent: 600.00 yuan (f.yml:1)",
                        "840.00 yuan, at most 650.00 yuan (f.yml:9)",
                        "the budget suffices: the claim of 650.00 yuan");
        Award other = proposal.awards().get(1);
        assertThat(other.claim()).isEqualTo(160_00);
        assertThat(chinese(other)).contains("比上期+0.50分,不到3分:0.00元(f.yml:5)", "人口199999,系数0.8(f.yml:6)");
        assertThat(proposal.standing().chinese()).contains("未经任何部门或个人审定");
    }

    @Test
    void aVetoAFailedGradeNoGradeAndNoPopulationLeaveNothingWithTheReason() {
        Candidate vetoed = new Candidate(
                "a",
                new Title("甲", "A"),
                Optional.of(GRADES.get(0)),
                Optional.of(new BigDecimal("95.00")),
                Optional.empty(),
                BigDecimal.ZERO,
                Figure.of(BigDecimal.TEN),
                List.of(new Title("数据造假", "fabricated data")));
        Candidate ungraded = new Candidate(
                "c",
                new Title("丙", "C"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                Figure.of(BigDecimal.TEN),
                List.of());
        Candidate uncounted = new Candidate(
                "d",
                new Title("丁", "D"),
                Optional.of(GRADES.get(1)),
                Optional.of(new BigDecimal("85.00")),
                Optional.empty(),
                BigDecimal.ZERO,
                Figure.without(FigureStatus.NOT_REPORTED),
                List.of());
        RewardProposal proposal = RewardProposal.of(
                RULE, List.of(vetoed, candidate("b", 3, "50.00", "40.00", "10"), ungraded, uncounted), 1_000_000);
        assertThat(proposal.claimed()).isZero();
        assertThat(proposal.awards())
                .allSatisfy(award -> assertThat(award.fen()).isZero());
        assertThat(proposal.awards().stream().map(RewardProposalTest::chinese))
                .containsExactly(
                        List.of("一票否决:数据造假,不予奖励(f.yml:10)"),
                        List.of("等次不合格不予奖励(f.yml:4)"),
                        List.of("没有等次,不能提出建议"),
                        List.of("人口数未报,补报后才能提出建议"));
    }

    @Test
    void floorsComeFirstAndTheRestIsInProportionToWhatIsClaimedAboveThem() {
        // Claims 600, 400 and 200; floors 100 each; 630 leave 330 for 500 + 300 + 100: 183.33, 110, 36.67.
        List<Candidate> candidates = List.of(
                candidate("a", 0, "91.00", "91.00", "300000"),
                candidate("b", 1, "81.00", "81.00", "300000"),
                candidate("c", 2, "61.00", "61.00", "300000"));
        assertThat(fen(RewardProposal.of(RULE, candidates, 630_00)))
                .containsExactly(Map.entry("a", 283_33L), Map.entry("b", 210_00L), Map.entry("c", 136_67L));
        // Not even the floors: equal parts, and the odd fen to the first code.
        assertThat(fen(RewardProposal.of(RULE, candidates, 100_00)))
                .containsExactly(Map.entry("a", 33_34L), Map.entry("b", 33_33L), Map.entry("c", 33_33L));
        assertThat(chinese(RewardProposal.of(RULE, candidates, 630_00).awards().get(0)))
                .last()
                .isEqualTo("应得合计1200.00元超过预算630.00元:先保底,余额按应得额超过保底部分的比例分配;应得600.00元,建议283.33元");
    }

    @Test
    void aScoreThatRoseBecauseDataCameInAtLastIsNoImprovement() {
        Candidate late = new Candidate(
                "a",
                new Title("甲", "A"),
                Optional.of(GRADES.get(2)),
                Optional.of(new BigDecimal("75.00")),
                Optional.of(new BigDecimal("30.00")),
                new BigDecimal("0.8999"),
                Figure.of(new BigDecimal("300000")),
                List.of());
        Award award = RewardProposal.of(RULE, List.of(late), 1_000_000).awards().get(0);
        assertThat(award.claim()).isEqualTo(200_00);
        assertThat(chinese(award)).contains("两期中数据覆盖较低的一期为89.9%,不到90.0%,不计进步奖(f.yml:5)");
    }

    @Test
    void aNegativeBudgetAndARegionTwiceAreRefused() {
        Candidate one = candidate("a", 0, "91.00", "91.00", "300000");
        assertThatThrownBy(() -> RewardProposal.of(RULE, List.of(one), -1)).hasMessageContaining("-1 fen");
        assertThatThrownBy(() -> RewardProposal.of(RULE, List.of(one, one), 1)).hasMessage("Two candidates a");
    }

    /** Largest remainders give c two of 10 and one of 11, the paradox of Alabama: its proportion is 1.43, then 1.57. */
    @Test
    void aGreaterAmountTakesNothingFromAnybodyWhereLargestRemaindersWould() {
        Map<String, Long> claims = Map.of("a", 6L, "b", 6L, "c", 2L);
        // The next fen goes to the greatest of 6/9, 6/9 and 2/3: all equal, so in the order of the codes.
        assertThat(Apportionment.of(10, claims).values()).containsExactly(5L, 4L, 1L);
        assertThat(Apportionment.of(11, claims).values()).containsExactly(5L, 5L, 1L);
        assertThat(Apportionment.of(12, claims).values()).containsExactly(5L, 5L, 2L);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSumIsTheBudgetOrTheClaimsAndNobodyIsAboveTheClaim(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = drawn(random);
        for (int i = 0; i < 20; i++) {
            long budget = random.nextLong(0, 20_000_00);
            RewardProposal proposal = RewardProposal.of(RULE, candidates, budget);
            long sum = proposal.awards().stream().mapToLong(Award::fen).sum();
            assertThat(sum).isEqualTo(Math.min(budget, proposal.claimed())).isEqualTo(proposal.awarded());
            assertThat(proposal.awards())
                    .allSatisfy(award -> assertThat(award.fen()).isBetween(0L, award.claim()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGreaterBudgetNeverLowersAnAward(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = drawn(random);
        long budget = random.nextLong(0, 15_000_00);
        Map<String, Long> before = fen(RewardProposal.of(RULE, candidates, budget));
        for (int i = 0; i < 60; i++) {
            // By single fen, where rounding could show, and now and then by much.
            budget += i % 10 == 0 ? random.nextLong(1, 500_00) : 1;
            Map<String, Long> after = fen(RewardProposal.of(RULE, candidates, budget));
            Map<String, Long> earlier = before;
            after.forEach((region, fen) ->
                    assertThat(fen).isGreaterThanOrEqualTo(Objects.requireNonNull(earlier.get(region))));
            before = after;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBetterGradeNeverLowersAnAward(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = drawn(random);
        long budget = random.nextLong(0, 12_000_00);
        Map<String, Long> before = fen(RewardProposal.of(RULE, candidates, budget));
        for (int i = 0; i < candidates.size(); i++) {
            Candidate one = candidates.get(i);
            int grade = GRADES.indexOf(one.grade().orElseThrow());
            if (grade > 0) {
                List<Candidate> others = new ArrayList<>(candidates);
                others.set(
                        i,
                        new Candidate(
                                one.region(),
                                one.name(),
                                Optional.of(GRADES.get(grade - 1)),
                                one.score(),
                                one.previous(),
                                one.covered(),
                                one.population(),
                                one.vetoes()));
                long after = Objects.requireNonNull(
                        fen(RewardProposal.of(RULE, others, budget)).get(one.region()));
                assertThat(after).isGreaterThanOrEqualTo(Objects.requireNonNull(before.get(one.region())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheRegionsDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = drawn(random);
        long budget = random.nextLong(0, 12_000_00);
        List<Candidate> mixed = new ArrayList<>(candidates);
        Collections.shuffle(mixed, new Random(seed));
        assertThat(RewardProposal.of(RULE, mixed, budget)).isEqualTo(RewardProposal.of(RULE, candidates, budget));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGreaterClaimNeverGetsLessAndEveryPartIsNearItsProportion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Long> claims = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            claims.put("r%02d".formatted(i), random.nextLong(0, i % 3 == 0 ? 5 : 100_000));
        }
        long claimed = claims.values().stream().mapToLong(Long::longValue).sum();
        long amount = random.nextLong(0, claimed);
        Map<String, Long> parts = Apportionment.of(amount, claims);
        claims.forEach((code, claim) -> {
            long part = Objects.requireNonNull(parts.get(code));
            assertThat(Math.abs(part - (double) amount * claim / claimed)).isLessThan(2);
            claims.forEach((other, its) -> {
                if (its > claim) {
                    assertThat(Objects.requireNonNull(parts.get(other))).isGreaterThanOrEqualTo(part);
                }
            });
        });
    }

    private static List<Candidate> drawn(SplittableRandom random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            candidates.add(candidate(
                    "r%02d".formatted(i),
                    random.nextInt(4),
                    random.nextInt(50, 100) + ".00",
                    random.nextInt(50, 100) + ".00",
                    Integer.toString(random.nextInt(10_000, 900_000))));
        }
        return candidates;
    }

    private static Candidate candidate(String region, int grade, String score, String previous, String population) {
        return new Candidate(
                region,
                new Title(region, region),
                Optional.of(GRADES.get(grade)),
                Optional.of(new BigDecimal(score)),
                Optional.of(new BigDecimal(previous)),
                BigDecimal.ONE,
                Figure.of(new BigDecimal(population)),
                List.of());
    }

    private static List<String> chinese(Award award) {
        return award.reasons().stream().map(Title::chinese).toList();
    }

    private static Map<String, Long> fen(RewardProposal proposal) {
        return proposal.awards().stream()
                .collect(Collectors.toMap(
                        award -> award.candidate().region(), Award::fen, (one, other) -> one, TreeMap::new));
    }
}
