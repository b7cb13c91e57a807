package org.wenheng.api.region;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wenheng.api.problem.RequestProblem;

@RestController
@Tag(name = "行政区 Regions")
class RegionController {
    private static final int LARGEST_PAGE = 5000;

    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    @GetMapping("/api/catalogues/{catalogue}/regions")
    @Operation(
            summary = "目录中的行政区",
            description = "Regions in the order of the catalogue; level and parent narrow the list; page counts from 0")
    Regions.RegionPage list(
            @PathVariable String catalogue,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "500") int size) {
        RequestProblem.requireBetween("page", page, 0, Integer.MAX_VALUE);
        RequestProblem.requireBetween("size", size, 1, LARGEST_PAGE);
        return regions.list(catalogue, level, parent, page, size);
    }
}
