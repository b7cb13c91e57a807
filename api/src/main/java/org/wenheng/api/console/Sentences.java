package org.wenheng.api.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.score.Ranking;
import org.wenheng.api.score.RegionScore;

/** The first line of a page: what a reader takes away in ten seconds. */
@Component
class Sentences {
    private final Words words;

    Sentences(Words words) {
        this.words = words;
    }

    /** Such as {@code 2025年，延吉市得 86.42 分，良好，第 5 位（60 个县市区），比2024年 +2.31}. */
    String region(RegionScore score, String unitName) {
        PublishedPeriod published = score.published();
        RegionScore.Result result = score.result();
        String start = published.periodNameZh() + "，" + score.region().nameZh();
        if (result.score() == null) {
            return start + "没有得分：报送数据不足以计分";
        }
        StringBuilder sentence = new StringBuilder(start)
                .append("得 ")
                .append(words.score(result.score()))
                .append(" 分");
        if (result.gradeZh() != null) {
            sentence.append("，").append(result.gradeZh());
        }
        if (result.rank() != null) {
            sentence.append("，第 %d 位（%d 个%s）".formatted(result.rank(), result.rankOf(), unitName));
        }
        RegionScore.Previous previous = score.previous();
        if (previous != null && previous.scoreChange() != null) {
            sentence.append("，比%s ".formatted(previous.periodNameZh())).append(words.signed(previous.scoreChange()));
        }
        return sentence.toString();
    }

    /** Such as {@code 2025年，60 个县市区参评：优秀 5 个，良好 20 个。平均 73.20 分，延吉市居首（86.42 分）}. */
    String ranking(PublishedPeriod published, List<Ranking.Row> rows, String unitName, GradeScale scale) {
        List<Ranking.Row> scored =
                rows.stream().filter(row -> row.score() != null).toList();
        String start = "%s，%d 个%s".formatted(published.periodNameZh(), rows.size(), unitName);
        if (scored.isEmpty()) {
            return start + "，都没有得分";
        }
        BigDecimal sum = scored.stream()
                .map(row -> Objects.requireNonNull(row.score()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Ranking.Row first = scored.get(0);
        String grades = grades(scored, scale).entrySet().stream()
                .map(grade -> grade.getKey() + " " + grade.getValue() + " 个")
                .collect(Collectors.joining("，", "：", ""));
        return start
                + (grades.equals("：") ? "" : grades)
                + "。平均 %s 分，%s居首（%s 分）"
                        .formatted(
                                words.score(sum.divide(BigDecimal.valueOf(scored.size()), 2, RoundingMode.HALF_UP)),
                                first.nameZh(),
                                words.score(first.score()));
    }

    private static Map<String, Long> grades(List<Ranking.Row> scored, GradeScale scale) {
        Map<String, Long> counts = new LinkedHashMap<>();
        scale.grades().forEach(grade -> counts.put(grade, 0L));
        scored.forEach(row -> {
            if (row.gradeZh() != null) {
                counts.merge(row.gradeZh(), 1L, Long::sum);
            }
        });
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
