package org.wenheng.analytics.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wenheng.analytics.scheme.Dimension;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;

/** Makes a scheme with other weights, other methods or fewer indicators. The changes have been looked at before. */
final class ChangedScheme {
    private ChangedScheme() {}

    static Scheme of(Scheme scheme, List<Change> changes) {
        List<Dimension> dimensions = scheme.dimensions();
        List<Indicator> indicators = scheme.indicators();
        for (Change change : changes) {
            if (change instanceof Change.OfWeight of) {
                dimensions = dimensions.stream()
                        .map(each -> each.code().equals(of.node()) ? each.withWeight(of.weight()) : each)
                        .toList();
                indicators = indicators.stream()
                        .map(each -> each.code().equals(of.node()) ? each.withWeight(of.weight()) : each)
                        .toList();
            } else if (change instanceof Change.OfMethod of) {
                indicators = indicators.stream()
                        .map(each -> each.code().equals(of.indicator()) ? each.withMethod(of.method()) : each)
                        .toList();
            } else if (change instanceof Change.Drop drop) {
                indicators = indicators.stream()
                        .filter(each -> !each.code().equals(drop.indicator()))
                        .toList();
            }
        }
        return scheme.with(withSomethingBelow(dimensions, indicators), indicators);
    }

    /** Parents stand before children, so from the end every dimension meets its children first. */
    private static List<Dimension> withSomethingBelow(List<Dimension> dimensions, List<Indicator> indicators) {
        Set<String> held = new HashSet<>();
        indicators.forEach(indicator -> held.add(indicator.dimension()));
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            String parent = dimensions.get(i).parent();
            if (parent != null && held.contains(dimensions.get(i).code())) {
                held.add(parent);
            }
        }
        return dimensions.stream()
                .filter(dimension -> held.contains(dimension.code()))
                .toList();
    }
}
