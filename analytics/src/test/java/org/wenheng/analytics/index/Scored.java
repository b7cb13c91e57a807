package org.wenheng.analytics.index;

import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** Scores a small world and finds what a region got. */
final class Scored {
    private Scored() {}

    static RegionResult unit(
            Scheme scheme, Catalogue catalogue, ElementPanel.Builder panel, Period period, String region) {
        return result(scheme, catalogue, panel, period, region, "unit");
    }

    static RegionResult result(
            Scheme scheme, Catalogue catalogue, ElementPanel.Builder panel, Period period, String region, String kind) {
        return new Engine(scheme, catalogue)
                .score(panel.build(), period).results().stream()
                        .filter(result ->
                                result.region().equals(region) && result.kind().equals(kind))
                        .findFirst()
                        .orElseThrow();
    }

    static NodeResult node(RegionResult result, String code) {
        return result.nodes().stream()
                .filter(node -> node.node().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
