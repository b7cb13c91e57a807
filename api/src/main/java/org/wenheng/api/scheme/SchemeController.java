package org.wenheng.api.scheme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "考核方案 Schemes")
class SchemeController {
    private final Schemes schemes;

    SchemeController(Schemes schemes) {
        this.schemes = schemes;
    }

    /** A scheme with its tree. */
    record SchemeWithNodes(Scheme scheme, List<SchemeNode> nodes) {}

    @GetMapping("/api/schemes")
    @Operation(summary = "全部考核方案", description = "The current version of every scheme, by code")
    List<Scheme> list() {
        return schemes.list();
    }

    @GetMapping("/api/schemes/{scheme}")
    @Operation(summary = "一个考核方案及其指标树", description = "A scheme and the nodes of its tree, parents before children")
    SchemeWithNodes load(@PathVariable String scheme) {
        Scheme found = schemes.load(scheme);
        return new SchemeWithNodes(found, schemes.nodes(found.schemeCode(), found.schemeVersion()));
    }
}
