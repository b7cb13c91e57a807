package org.wenheng.api.period;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wenheng.api.problem.RequestProblem;
import org.wenheng.api.scheme.Schemes;

@RestController
@Tag(name = "期 Periods")
class PeriodController {
    private final Schemes schemes;
    private final PublishedPeriods periods;

    PeriodController(Schemes schemes, PublishedPeriods periods) {
        this.schemes = schemes;
        this.periods = periods;
    }

    @GetMapping("/api/schemes/{scheme}/periods")
    @Operation(
            summary = "已发布的各期，新的在前",
            description = "Published periods, newest first. frequency: month, quarter or year; all without it")
    List<PublishedPeriod> list(
            @PathVariable String scheme, @RequestParam(required = false) @Nullable String frequency) {
        if (frequency != null) {
            RequestProblem.requireOneOf("frequency", frequency, List.of("month", "quarter", "year"));
        }
        return periods.list(schemes.load(scheme).schemeCode(), frequency);
    }
}
