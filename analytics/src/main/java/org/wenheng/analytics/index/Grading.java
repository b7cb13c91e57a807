package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.scheme.ScoringRules;
import org.wenheng.analytics.scheme.ScoringRules.Block;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.ingest.reference.Title;

/**
 * The grade of a published score: half-open bands, then floors of binding indicators, then vetoes.
 *
 * @param grade after caps; null without a score or without grades
 * @param byPoints by the score alone
 * @param reasons why the grade is lower than by points; empty if it is not
 */
record Grading(@Nullable Title grade, @Nullable Title byPoints, List<Title> reasons) {
    Grading {
        reasons = List.copyOf(reasons);
    }

    static Grading of(@Nullable BigDecimal score, List<Title> failing, List<Title> vetoes, ScoringRules rules) {
        List<Grade> grades = rules.grades();
        if (score == null || grades.isEmpty()) {
            return new Grading(null, null, List.of());
        }
        int byPoints = gradeOf(score, grades);
        int grade = byPoints;
        List<Title> reasons = new ArrayList<>();
        for (Block block : rules.floors().blocks()) {
            if (failing.size() >= block.count() && byPoints <= block.grade()) {
                grade = Math.max(grade, block.grade() + 1);
                reasons.add(floorReason(failing, rules.floors().below(), grades.get(block.grade())));
            }
        }
        if (!vetoes.isEmpty() && byPoints < rules.adjustments().vetoGrade()) {
            grade = Math.max(grade, rules.adjustments().vetoGrade());
            vetoes.forEach(veto -> reasons.add(new Title("一票否决:" + veto.chinese(), "Veto: " + veto.english())));
        }
        return new Grading(grades.get(grade).title(), grades.get(byPoints).title(), reasons);
    }

    private static int gradeOf(BigDecimal score, List<Grade> grades) {
        for (int i = 0; i < grades.size(); i++) {
            if (score.compareTo(BigDecimal.valueOf(grades.get(i).from())) >= 0) {
                return i;
            }
        }
        return grades.size() - 1;
    }

    private static Title floorReason(List<Title> failing, double below, Grade blocked) {
        String floor = BigDecimal.valueOf(below).stripTrailingZeros().toPlainString();
        String chinese = failing.stream().map(Title::chinese).collect(Collectors.joining("、"));
        String english = failing.stream().map(Title::english).collect(Collectors.joining(", "));
        return new Title(
                "%d项约束性指标低于%s分(%s),不能评为%s"
                        .formatted(
                                failing.size(), floor, chinese, blocked.title().chinese()),
                "%d binding indicator(s) below %s points (%s): %s is out of reach"
                        .formatted(
                                failing.size(), floor, english, blocked.title().english()));
    }
}
