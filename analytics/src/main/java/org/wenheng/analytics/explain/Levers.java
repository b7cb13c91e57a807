package org.wenheng.analytics.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.explain.Lever.Value;
import org.wenheng.analytics.index.ElementInput;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.formula.Formula;
import org.wenheng.analytics.scheme.formula.Formula.ElementAt;
import org.wenheng.analytics.scheme.formula.Formula.Operation;
import org.wenheng.analytics.scheme.formula.Formula.Operator;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * What a region can turn: the reported values of the period that is scored, for what lies before it is past. A part may grow
 * to what its whole can be lowered to, and a whole be lowered to what its parts are, so that turned together they still fit.
 */
final class Levers {
    private final RunInputs run;
    private final Bounds bounds;
    private final Map<String, Set<Place>> places = new LinkedHashMap<>();
    private final Set<String> acted = new LinkedHashSet<>();

    Levers(RunInputs run, RegionResult result, Bounds bounds) {
        this.run = run;
        this.bounds = bounds;
        for (Indicator indicator : run.scheme().indicatorsIn(run.period())) {
            acted.addAll(actedOn(indicator.formula()));
        }
        for (ElementInput input : result.inputs()) {
            if (input.status() == ValueStatus.REPORTED && isOfThePeriod(input.period())) {
                places.computeIfAbsent(input.element(), code -> new LinkedHashSet<>())
                        .add(new Place(result.region(), input.period(), input.element()));
            }
        }
    }

    private boolean isOfThePeriod(Period other) {
        return !other.lastDay().isBefore(run.period().firstDay())
                && !other.firstDay().isAfter(run.period().lastDay());
    }

    /** The elements that a formula does not merely divide by or take off. */
    static Set<String> actedOn(Formula formula) {
        Set<String> elements = new LinkedHashSet<>();
        if (formula instanceof ElementAt at) {
            elements.add(at.element());
        } else if (formula instanceof Operation operation) {
            boolean leftAlone = operation.operator() == Operator.DIVIDED_BY || operation.operator() == Operator.MINUS;
            elements.addAll(actedOn(operation.left()));
            elements.addAll(leftAlone ? Set.of() : actedOn(operation.right()));
        }
        return elements;
    }

    /** One for each element that some indicator of the region reads. */
    List<Lever> ofElements() {
        Set<String> read = new LinkedHashSet<>();
        run.scheme()
                .indicatorsIn(run.period())
                .forEach(each -> read.addAll(each.formula().elements()));
        return read.stream()
                .filter(code -> share(code) > 0 && places.containsKey(code))
                .map(code -> new Lever(code, element(code).name(), share(code), values(code)))
                .toList();
    }

    /** The elements that an indicator acts on, turned together; it has no values if none can be turned. */
    Lever ofIndicator(Indicator indicator) {
        List<String> elements = actedOn(indicator.formula()).stream()
                .filter(code -> share(code) > 0 && places.containsKey(code))
                .toList();
        double share = elements.stream().mapToDouble(this::share).min().orElse(0);
        List<Value> values =
                elements.stream().flatMap(code -> values(code).stream()).toList();
        return new Lever(indicator.code(), indicator.title(), share, values);
    }

    private double share(String element) {
        return bounds.said(element).orElse(acted.contains(element) ? bounds.otherwise() : 0);
    }

    private Element element(String code) {
        return Objects.requireNonNull(run.catalogue().elements().get(code));
    }

    private List<Value> values(String code) {
        List<Value> values = new ArrayList<>();
        for (Place place : places.getOrDefault(code, Set.of())) {
            Element element = element(code);
            Cell cell = run.panel().at(place);
            values.add(new Value(place, cell, lowest(place, element), highest(place, element), element.integer()));
        }
        return values;
    }

    private double lowest(Place place, Element element) {
        double parts = run.catalogue().elements().values().stream()
                .filter(part -> element.code().equals(part.atMost()))
                .map(part -> run.panel().at(place.region(), place.period(), part.code()))
                .filter(cell -> cell.status() == ValueStatus.REPORTED)
                .mapToDouble(Cell::value)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        return Math.max(parts, number(element.minimum(), Double.NEGATIVE_INFINITY));
    }

    private double highest(Place place, Element element) {
        double maximum = number(element.maximum(), Double.POSITIVE_INFINITY);
        Element whole =
                element.atMost() == null ? null : run.catalogue().elements().get(element.atMost());
        if (whole == null) {
            return maximum;
        }
        Place its = new Place(place.region(), place.period(), whole.code());
        Cell cell = run.panel().at(its);
        if (cell.status() != ValueStatus.REPORTED) {
            return maximum;
        }
        double lowered = new Value(its, cell, lowest(its, whole), Double.POSITIVE_INFINITY, whole.integer())
                .turned(-share(whole.code()));
        return Math.min(maximum, lowered);
    }

    private static double number(@Nullable BigDecimal limit, double otherwise) {
        return limit == null ? otherwise : limit.doubleValue();
    }
}
