package org.wenheng.api.score;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.period.PublishedPeriods;
import org.wenheng.api.problem.RequestProblem;

@RestController
@RequestMapping("/api/schemes/{scheme}/periods/{period}/regions/{region}")
@Tag(name = "得分 Scores")
class RegionScoreController {
    private final PublishedPeriods periods;
    private final RegionScores scores;
    private final Evidence evidence;

    RegionScoreController(PublishedPeriods periods, RegionScores scores, Evidence evidence) {
        this.periods = periods;
        this.scores = scores;
        this.evidence = evidence;
    }

    @GetMapping
    @Operation(
            summary = "一个地区的得分及其构成",
            description =
                    "Result of a region and its tree; contributions of the leaves sum to the score before rounding."
                            + " kind: unit or parent; without it the one the region has, unit first")
    ResponseEntity<RegionScore> load(
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String kind) {
        RegionScore score = scores.load(periods.load(scheme, period), region, checked(kind));
        String before = score.previous() == null ? "" : score.previous().period();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(score.published().runId() + "-" + before)
                .body(score);
    }

    @GetMapping("/history")
    @Operation(
            summary = "一个地区的历次得分",
            description = "Scores in all published periods of the same frequency, oldest first")
    List<RegionScores.HistoryEntry> history(
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String kind) {
        PublishedPeriod published = periods.load(scheme, period);
        RegionScore score = scores.load(published, region, checked(kind));
        return scores.history(published, region, score.result().kind());
    }

    @GetMapping("/indicators/{indicator}")
    @Operation(
            summary = "一项指标的算法和数据来源",
            description =
                    "Formula and method of an indicator, the element values it was computed from, and the submitted"
                            + " cells behind each, as known to the run; at most 100 cells for an input")
    IndicatorEvidence indicator(
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String region,
            @PathVariable String indicator) {
        return evidence.load(periods.load(scheme, period), region, indicator);
    }

    private static @Nullable String checked(@Nullable String kind) {
        return kind == null ? null : RequestProblem.requireOneOf("kind", kind, List.of("unit", "parent"));
    }
}
