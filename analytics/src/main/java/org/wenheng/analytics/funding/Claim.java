package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.funding.RewardRule.Band;
import org.wenheng.analytics.funding.RewardRule.GradeAmount;
import org.wenheng.ingest.reference.Title;

/**
 * What a region may claim by the rule, before the budget is looked at.
 *
 * @param gradeFen amount of its grade
 * @param bonusFen for its improvement
 * @param factor of its population; 0 if it claims nothing
 * @param fen the claim; 0 if it claims nothing
 * @param floor what it gets before the rest is divided; 0 if it claims nothing
 * @param reasons step by step, each with its clause and numbers
 */
record Claim(
        Candidate candidate,
        long gradeFen,
        long bonusFen,
        BigDecimal factor,
        long fen,
        long floor,
        List<Title> reasons) {

    /** The claim of a region: what is missing is said and leaves nothing, for nothing is guessed. */
    static Claim of(RewardRule rule, Candidate candidate) {
        List<Title> reasons = new ArrayList<>();
        if (!candidate.vetoes().isEmpty()) {
            candidate
                    .vetoes()
                    .forEach(veto -> reasons.add(new Title(
                            "一票否决:%s,不予奖励(%s)".formatted(veto.chinese(), rule.vetoClause()),
                            "veto: %s, no reward (%s)".formatted(veto.english(), rule.vetoClause()))));
            return nothing(candidate, reasons);
        }
        Optional<GradeAmount> amount = candidate
                .grade()
                .flatMap(grade -> rule.grades().stream()
                        .filter(other -> other.grade().equals(grade))
                        .findFirst());
        if (amount.isEmpty()) {
            reasons.add(new Title("没有等次,不能提出建议", "no grade, so nothing can be proposed"));
            return nothing(candidate, reasons);
        }
        GradeAmount grade = amount.get();
        if (grade.fen().isEmpty()) {
            reasons.add(new Title(
                    "等次%s不予奖励(%s)".formatted(grade.grade().chinese(), grade.clause()),
                    "grade %s gets no reward (%s)".formatted(grade.grade().english(), grade.clause())));
            return nothing(candidate, reasons);
        }
        BigDecimal people = candidate.population().value();
        if (people == null) {
            Title why = candidate.population().status().title();
            reasons.add(new Title(
                    "人口数%s,补报后才能提出建议".formatted(why.chinese()),
                    "population %s: nothing is proposed until it is there".formatted(why.english())));
            return nothing(candidate, reasons);
        }
        long gradeFen = grade.fen().get();
        reasons.add(new Title(
                "等次%s:%s元(%s)".formatted(grade.grade().chinese(), MoneyUnit.yuan(gradeFen), grade.clause()),
                "grade %s: %s yuan (%s)".formatted(grade.grade().english(), MoneyUnit.yuan(gradeFen), grade.clause())));
        long bonus = bonus(rule, candidate, reasons);
        Band band = rule.bands().stream()
                .filter(other -> people.compareTo(other.from()) >= 0)
                .reduce((smaller, greater) -> greater)
                .orElseThrow();
        String head = people.stripTrailingZeros().toPlainString();
        reasons.add(new Title(
                "人口%s,系数%s(%s)".formatted(head, band.factor().toPlainString(), band.clause()),
                "population %s, factor %s (%s)".formatted(head, band.factor().toPlainString(), band.clause())));
        return limited(rule, candidate, gradeFen, bonus, band.factor(), reasons);
    }

    private static Claim limited(
            RewardRule rule, Candidate candidate, long gradeFen, long bonus, BigDecimal factor, List<Title> reasons) {
        long wanted = BigDecimal.valueOf(gradeFen + bonus)
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long fen = Math.max(rule.limits().floor(), Math.min(rule.limits().ceiling(), wanted));
        if (fen != wanted) {
            String clause = rule.limits().clause();
            reasons.add(new Title(
                    "计%s元,%s%s元(%s)"
                            .formatted(MoneyUnit.yuan(wanted), fen < wanted ? "封顶" : "保底", MoneyUnit.yuan(fen), clause),
                    "%s yuan, %s %s yuan (%s)"
                            .formatted(
                                    MoneyUnit.yuan(wanted),
                                    fen < wanted ? "at most" : "at least",
                                    MoneyUnit.yuan(fen),
                                    clause)));
        }
        return new Claim(
                candidate,
                gradeFen,
                bonus,
                factor,
                fen,
                Math.min(fen, rule.limits().floor()),
                List.copyOf(reasons));
    }

    private static long bonus(RewardRule rule, Candidate candidate, List<Title> reasons) {
        if (rule.improvement().isEmpty()) {
            return 0;
        }
        var improvement = rule.improvement().get();
        if (candidate.score().isEmpty() || candidate.previous().isEmpty()) {
            reasons.add(new Title("没有上期得分,不计进步奖", "no score of the period before, so no bonus for improvement"));
            return 0;
        }
        if (candidate.covered().compareTo(improvement.leastCovered()) < 0) {
            String covered = percent(candidate.covered());
            String least = percent(improvement.leastCovered());
            reasons.add(new Title(
                    "两期中数据覆盖较低的一期为%s,不到%s,不计进步奖(%s)".formatted(covered, least, improvement.clause()),
                    "%s of the weight rests on reported values in one of the periods, less than %s: no bonus (%s)"
                            .formatted(covered, least, improvement.clause())));
            return 0;
        }
        BigDecimal rise = candidate.score().get().subtract(candidate.previous().get());
        boolean enough = rise.compareTo(improvement.points()) >= 0;
        String change = (rise.signum() > 0 ? "+" : "") + rise.toPlainString();
        long fen = enough ? improvement.fen() : 0;
        reasons.add(new Title(
                "比上期%s分,%s%s分:%s元(%s)"
                        .formatted(
                                change,
                                enough ? "达到" : "不到",
                                improvement.points().toPlainString(),
                                MoneyUnit.yuan(fen),
                                improvement.clause()),
                "%s points since the period before, %s %s: %s yuan (%s)"
                        .formatted(
                                change,
                                enough ? "at least" : "less than",
                                improvement.points().toPlainString(),
                                MoneyUnit.yuan(fen),
                                improvement.clause())));
        return fen;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.DOWN).toPlainString() + "%";
    }

    private static Claim nothing(Candidate candidate, List<Title> reasons) {
        return new Claim(candidate, 0, 0, BigDecimal.ZERO, 0, 0, List.copyOf(reasons));
    }
}
