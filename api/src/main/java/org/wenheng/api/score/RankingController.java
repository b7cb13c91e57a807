package org.wenheng.api.score;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wenheng.api.period.PublishedPeriods;
import org.wenheng.api.problem.RequestProblem;

@RestController
@Tag(name = "得分 Scores")
class RankingController {
    private static final int LARGEST_PAGE = 1000;

    private final PublishedPeriods periods;
    private final Rankings rankings;

    RankingController(PublishedPeriods periods, Rankings rankings) {
        this.periods = periods;
        this.rankings = rankings;
    }

    @GetMapping("/api/schemes/{scheme}/periods/{period}/ranking")
    @Operation(
            summary = "一期的位次表",
            description =
                    "Regions of a published period, best first, with the change since the previous published period of"
                            + " the same frequency. kind: unit or parent; page counts from 0; size up to 1000")
    ResponseEntity<Ranking> list(
            @PathVariable String scheme,
            @PathVariable String period,
            @RequestParam(defaultValue = "unit") String kind,
            @RequestParam(required = false) @Nullable String peerGroup,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        Rankings.Request request = new Rankings.Request(
                RequestProblem.requireOneOf("kind", kind, List.of("unit", "parent")),
                peerGroup,
                RequestProblem.requireBetween("page", page, 0, Integer.MAX_VALUE),
                RequestProblem.requireBetween("size", size, 1, LARGEST_PAGE));
        Ranking ranking = rankings.list(periods.load(scheme, period), request);
        String before = ranking.previous() == null ? "" : ranking.previous().runId();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(ranking.published().runId() + "-" + before)
                .body(ranking);
    }
}
