package org.wenheng.api.console;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.period.PublishedPeriods;
import org.wenheng.api.problem.RequestProblem;
import org.wenheng.api.score.Grades;
import org.wenheng.api.score.Ranking;
import org.wenheng.api.score.Rankings;

@Controller
class RankingPage {
    private static final int ROWS = 200;

    private final PublishedPeriods periods;
    private final Rankings rankings;
    private final Grades grades;
    private final Sentences sentences;
    private final ChartData charts;
    private final UnitNames unitNames;

    RankingPage(
            PublishedPeriods periods,
            Rankings rankings,
            Grades grades,
            Sentences sentences,
            ChartData charts,
            UnitNames unitNames) {
        this.periods = periods;
        this.rankings = rankings;
        this.grades = grades;
        this.sentences = sentences;
        this.charts = charts;
        this.unitNames = unitNames;
    }

    @GetMapping("/schemes/{scheme}/{period}")
    String show(
            @PathVariable String scheme,
            @PathVariable String period,
            @RequestParam(defaultValue = "unit") String kind,
            @RequestParam(required = false) @Nullable String peerGroup,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        RequestProblem.requireOneOf("kind", kind, List.of("unit", "parent"));
        RequestProblem.requireBetween("page", page, 0, Integer.MAX_VALUE);
        PublishedPeriod published = periods.load(scheme, period);
        // A form sends an empty group for "all".
        String group = peerGroup == null || peerGroup.isEmpty() ? null : peerGroup;
        Ranking ranking = rankings.list(published, new Rankings.Request(kind, group, 0, Integer.MAX_VALUE));
        List<Rankings.Group> groups = rankings.groups(published);
        GradeScale scale = new GradeScale(grades.list(scheme));
        String unitName = unitNames.of(published, kind);
        model.addAttribute("published", published);
        model.addAttribute("ranking", ranking);
        model.addAttribute("rows", slice(ranking.rows(), page));
        model.addAttribute("page", page);
        model.addAttribute("pages", (ranking.total() + ROWS - 1) / ROWS);
        model.addAttribute(
                "kinds", groups.stream().map(Rankings.Group::kind).distinct().toList());
        model.addAttribute("groups", groupsOf(groups, kind));
        model.addAttribute(
                "covered",
                ranking.rows().stream()
                        .mapToDouble(Ranking.Row::covered)
                        .average()
                        .orElse(0));
        model.addAttribute("scale", scale);
        model.addAttribute("unitName", unitName);
        model.addAttribute("unitNames", unitNames);
        model.addAttribute("sentence", sentences.ranking(published, ranking.rows(), unitName, scale));
        model.addAttribute("chart", charts.ranking(ranking.rows(), scale));
        model.addAttribute("periods", periods.list(scheme, null));
        model.addAttribute("otherMethod", isOtherMethod(ranking));
        return "ranking";
    }

    private static List<String> groupsOf(List<Rankings.Group> groups, String kind) {
        return groups.stream()
                .filter(group -> group.kind().equals(kind) && !group.peerGroup().isEmpty())
                .map(Rankings.Group::peerGroup)
                .toList();
    }

    private static List<Ranking.Row> slice(List<Ranking.Row> rows, int page) {
        return rows.stream().skip((long) page * ROWS).limit(ROWS).toList();
    }

    /** Whether the previous period was scored by another version of the scheme, so that changes mix two methods. */
    private static boolean isOtherMethod(Ranking ranking) {
        PublishedPeriod previous = ranking.previous();
        return previous != null
                && !Objects.equals(previous.schemeVersion(), ranking.published().schemeVersion());
    }
}
