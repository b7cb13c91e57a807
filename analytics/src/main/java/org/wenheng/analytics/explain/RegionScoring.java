package org.wenheng.analytics.explain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.Others;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Region;

/**
 * Scores one region again and again while its own values change. The others are asked only what some method compares: every
 * other indicator is put to regions with a mark, which the region alone has. Whether that gives the region the same nodes as
 * the whole table does is looked at once; if it does not, every scoring is one of the whole table.
 */
final class RegionScoring {
    private static final String MARK = "scored-alone";

    private final RunInputs run;
    private final String region;
    private final String kind;
    private final Engine engine;
    private final ElementPanel own;
    private final Others others;
    private final boolean alone;

    RegionScoring(RunInputs run, RegionResult result) {
        this.run = run;
        this.region = result.region();
        this.kind = result.kind();
        Set<String> regions = Known.regionsOf(result);
        this.engine = new Engine(markedScheme(run.scheme()), markedCatalogue(run.catalogue(), regions));
        ElementPanel.Builder panel = ElementPanel.builder();
        run.panel().cells().forEach((place, cell) -> {
            if (regions.contains(place.region())) {
                panel.put(place.region(), place.period(), place.element(), cell);
            }
        });
        this.own = panel.build();
        this.others = new Others(regions, run.period(), run.panel(), run.period());
        this.alone = findAlone(Map.of())
                .filter(same -> same.nodes().equals(result.nodes()))
                .isPresent();
    }

    private static Scheme markedScheme(Scheme scheme) {
        List<Indicator> indicators = scheme.indicators().stream()
                .map(indicator -> indicator.method() instanceof ComparingMethod
                        ? indicator
                        : indicator.askedOnlyWhere(MARK, MARK))
                .toList();
        return scheme.with(scheme.dimensions(), indicators);
    }

    private static Catalogue markedCatalogue(Catalogue catalogue, Set<String> own) {
        Map<String, Region> regions = new LinkedHashMap<>(catalogue.regions());
        regions.replaceAll((code, each) -> own.contains(code) ? marked(each) : each);
        return Counterfactuals.withRegions(catalogue, regions);
    }

    private static Region marked(Region region) {
        Map<String, String> attributes = new HashMap<>(region.attributes());
        attributes.put(MARK, MARK);
        return new Region(
                region.code(),
                region.name(),
                region.level(),
                region.parent(),
                attributes,
                region.aliases(),
                region.validFrom(),
                region.validTo());
    }

    /** The region with some other values; its ranks, and a grade that depends on them, mean nothing. */
    RegionResult score(Map<Place, Cell> changes) {
        return alone
                ? findAlone(changes).orElseThrow()
                : Known.result(run.with(run.panel().with(changes)).score(), region, kind);
    }

    private Optional<RegionResult> findAlone(Map<Place, Cell> changes) {
        return Known.find(engine.score(own.with(changes), run.period(), others), region, kind);
    }
}
