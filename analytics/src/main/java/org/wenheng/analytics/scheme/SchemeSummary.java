package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a scheme holds, in numbers, for whoever checked it. */
public final class SchemeSummary {
    private SchemeSummary() {}

    /** The lines of the summary, Chinese first: nodes, weights as written, examples that hold. */
    public static List<String> lines(Scheme scheme) {
        int dimensions = scheme.dimensions().size() - 1;
        int indicators = scheme.indicators().size();
        int adjustments = scheme.rules().adjustments().items().size();
        List<Dimension> first = scheme.dimensions().stream()
                .filter(dimension -> scheme.index().code().equals(dimension.parent()))
                .toList();
        String firstWeight = sum(first, Dimension::weight);
        String weight = sum(scheme.indicators(), Indicator::weight);
        int examples = scheme.indicators().stream()
                .mapToInt(indicator -> indicator.examples().size())
                .sum();
        int worlds = scheme.examples().size();
        return List.of(
                "节点%d个:指数1、维度%d、指标%d、加减分与否决%d / %d nodes: 1 index, %d dimensions, %d indicators, %d adjustments"
                        .formatted(
                                1 + dimensions + indicators + adjustments,
                                dimensions,
                                indicators,
                                adjustments,
                                1 + dimensions + indicators + adjustments,
                                dimensions,
                                indicators,
                                adjustments),
                "权重合计:一级维度%s、指标%s / weights sum: first dimensions %s, indicators %s"
                        .formatted(firstWeight, weight, firstWeight, weight),
                "算例全部相符:指标算例%d个、方案算例%d个 / all examples hold: %d of indicators, %d of the whole scheme"
                        .formatted(examples, worlds, examples, worlds),
                "没有问题 / No problem");
    }

    private static <T> String sum(List<T> parts, ToDoubleFunction<T> weight) {
        return SchemeWords.number(parts.stream().mapToDouble(weight).sum());
    }
}
