package org.wenheng.api.console;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.period.PublishedPeriods;
import org.wenheng.api.problem.RequestProblem;
import org.wenheng.api.score.Evidence;
import org.wenheng.api.score.Grades;
import org.wenheng.api.score.IndicatorEvidence;
import org.wenheng.api.score.RegionScore;
import org.wenheng.api.score.RegionScores;

@Controller
@RequestMapping("/schemes/{scheme}/{period}/regions/{region}")
class RegionPage {
    private final PublishedPeriods periods;
    private final RegionScores scores;
    private final Evidence evidence;
    private final Grades grades;
    private final Sentences sentences;
    private final ChartData charts;
    private final UnitNames unitNames;

    RegionPage(
            PublishedPeriods periods,
            RegionScores scores,
            Evidence evidence,
            Grades grades,
            Sentences sentences,
            ChartData charts,
            UnitNames unitNames) {
        this.periods = periods;
        this.scores = scores;
        this.evidence = evidence;
        this.grades = grades;
        this.sentences = sentences;
        this.charts = charts;
        this.unitNames = unitNames;
    }

    @GetMapping
    String show(
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String kind,
            Model model) {
        if (kind != null) {
            RequestProblem.requireOneOf("kind", kind, List.of("unit", "parent"));
        }
        PublishedPeriod published = periods.load(scheme, period);
        RegionScore score = scores.load(published, region, kind);
        RegionScore.Previous previous = score.previous();
        List<RegionScores.HistoryEntry> history =
                scores.history(published, region, score.result().kind());
        model.addAttribute("published", published);
        model.addAttribute("score", score);
        model.addAttribute("history", history);
        model.addAttribute("scale", new GradeScale(grades.list(scheme)));
        model.addAttribute(
                "sentence",
                sentences.region(score, unitNames.of(published, score.result().kind())));
        model.addAttribute("composition", charts.composition(score.nodes()));
        model.addAttribute("development", charts.development(history));
        model.addAttribute(
                "otherMethod",
                previous != null && !Objects.equals(previous.schemeVersion(), published.schemeVersion()));
        return "region";
    }

    @GetMapping("/indicators/{indicator}")
    String indicator(
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String region,
            @PathVariable String indicator,
            Model model) {
        PublishedPeriod published = periods.load(scheme, period);
        IndicatorEvidence found = evidence.load(published, region, indicator);
        model.addAttribute("published", published);
        model.addAttribute("evidence", found);
        return "indicator";
    }
}
