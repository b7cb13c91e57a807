package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;

/** Elements by the names under which a table has them, with or without a unit in brackets. */
final class ElementLabels {
    private final Map<String, List<String>> codes = new HashMap<>();
    private final UnitWords units;

    private ElementLabels(UnitWords units) {
        this.units = units;
    }

    /** The labels of a mapping; codes and names of the catalogue if the mapping says none. */
    static ElementLabels of(SourceMapping mapping, Catalogue catalogue, UnitWords units) {
        ElementLabels labels = new ElementLabels(units);
        mapping.labels().forEach((code, texts) -> texts.forEach(text -> labels.add(text, code)));
        if (mapping.labels().isEmpty()) {
            catalogue.elements().values().forEach(labels::add);
        }
        return labels;
    }

    /** Codes and names of these elements. */
    static ElementLabels of(Iterable<Element> elements, UnitWords units) {
        ElementLabels labels = new ElementLabels(units);
        elements.forEach(labels::add);
        return labels;
    }

    private void add(Element element) {
        add(element.code(), element.code());
        add(element.name().chinese(), element.code());
        add(element.name().english(), element.code());
    }

    private void add(String label, String code) {
        List<String> same = codes.computeIfAbsent(TableWords.plain(label), key -> new ArrayList<>(1));
        if (!same.contains(code)) {
            same.add(code);
        }
    }

    /**
     * An element and the unit that its name carries.
     *
     * @param unit null if the name carries none
     */
    record Found(String element, @Nullable String unit) {}

    /** The element that a name means; null if it means none or several. */
    @Nullable
    Found find(String text) {
        List<String> candidates = candidates(text);
        return candidates.size() == 1
                ? new Found(candidates.get(0), units.split(text).unit())
                : null;
    }

    /** The codes of all elements that a name may mean. */
    List<String> candidates(String text) {
        List<String> exact = codes.getOrDefault(TableWords.plain(text), List.of());
        return exact.isEmpty()
                ? codes.getOrDefault(TableWords.plain(units.split(text).name()), List.of())
                : exact;
    }

    /** What is known, for a message. */
    String known() {
        return codes.values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(12)
                .collect(Collectors.joining(", "));
    }
}
