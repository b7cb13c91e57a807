package org.wenheng.analytics.supervise;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/** What anomaly cases and data quality say of the regions. */
final class CaseFacts {
    /** Values told in a reason; the others are in the table of cases. */
    private static final int TOLD = 3;

    private final List<AnomalyCase> cases;
    private final Map<String, Integer> tested;
    private final Map<String, Element> elements;

    /**
     * @param tested values that could be judged, by region
     * @param elements of the catalogue, by code
     */
    CaseFacts(List<AnomalyCase> cases, Map<String, Integer> tested, Map<String, Element> elements) {
        this.cases = cases;
        this.tested = tested;
        this.elements = elements;
    }

    /** The fact of a region; not known if no value of it could be judged. */
    Fact fact(String region) {
        List<AnomalyCase> own = cases.stream()
                .filter(one -> one.region().equals(region))
                .sorted(Comparator.comparing(AnomalyCase::score).reversed().thenComparing(AnomalyCase::id))
                .toList();
        if (!tested.containsKey(region)) {
            return Fact.unknown(
                    Watch.CASES,
                    region,
                    "",
                    new Title("历史太短,没有可检验的数值", "no value has a history long enough to be tested"));
        }
        Set<String> departments = new TreeSet<>();
        own.forEach(one -> departments.addAll(departments(one.element())));
        return Fact.of(
                        Watch.CASES,
                        region,
                        Map.of(
                                "cases", (double) own.size(),
                                "highest", own.isEmpty() ? 0 : own.get(0).score(),
                                "repeated",
                                        (double) own.stream()
                                                .filter(AnomalyCase::isRepeated)
                                                .count()),
                        Map.of(
                                "values",
                                new Title(
                                        own.stream()
                                                .limit(TOLD)
                                                .map(one -> name(one).chinese() + ":"
                                                        + explained(one).chinese())
                                                .collect(Collectors.joining(";")),
                                        own.stream()
                                                .limit(TOLD)
                                                .map(one -> name(one).english() + ": "
                                                        + explained(one).english())
                                                .collect(Collectors.joining("; ")))))
                .answeredBy(List.copyOf(departments));
    }

    /** The explanation of the strongest detection. */
    private static Title explained(AnomalyCase one) {
        return one.detections().stream()
                .max(Comparator.comparing(Detection::score))
                .map(Detection::explanation)
                .orElse(Fact.NOTHING_KNOWN);
    }

    private Title name(AnomalyCase one) {
        Element element = elements.get(one.element());
        return element == null ? new Title(one.element(), one.element()) : element.name();
    }

    private List<String> departments(String code) {
        Element element = elements.get(code);
        return element == null ? List.of() : element.departmentNames();
    }

    /** The fact of a region's data quality; not known if nothing could be counted. */
    static Fact quality(DataQuality quality) {
        return Fact.of(
                Watch.QUALITY,
                quality.region(),
                Map.of("quality", quality.total()),
                Map.of(
                        "parts",
                        new Title(
                                quality.parts().stream()
                                        .map(part -> part.name().chinese() + " " + Figures.of(part.points(), 1))
                                        .collect(Collectors.joining("、")),
                                quality.parts().stream()
                                        .map(part -> part.name().english() + " " + Figures.of(part.points(), 1))
                                        .collect(Collectors.joining(", ")))));
    }
}
