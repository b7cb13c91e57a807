package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.index.ElementReading.Part;
import org.wenheng.analytics.scheme.ScoringRules.Adjustment;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.ScoringRules.Adjustments;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * What bonus, deduction and veto do to a region. Each item gives its cases × its points; the caps are used up in the order
 * of the scheme. An element that nobody reported means that there was no case.
 */
record AdjustmentResults(List<NodeResult> nodes, List<ElementInput> inputs, List<Title> vetoes) {

    AdjustmentResults {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        vetoes = List.copyOf(vetoes);
    }

    static AdjustmentResults of(Region region, Adjustments adjustments, Period period, ElementTimes times) {
        List<NodeResult> nodes = new ArrayList<>();
        List<ElementInput> inputs = new ArrayList<>();
        List<Title> vetoes = new ArrayList<>();
        if (!adjustments.periods().contains(period.frequency())) {
            return new AdjustmentResults(nodes, inputs, vetoes);
        }
        Map<AdjustmentKind, Double> left = new EnumMap<>(AdjustmentKind.class);
        left.putAll(adjustments.caps());
        for (Adjustment item : adjustments.items()) {
            ElementReading reading = times.read(region.code(), item.element(), period, Reach.PERIOD);
            double cases = reading.quantity().isValue() ? reading.quantity().value() : 0;
            double wanted = Math.max(0, cases) * item.pointsEach();
            double points = Math.min(wanted, left.getOrDefault(item.kind(), 0.0));
            left.merge(item.kind(), -points, Double::sum);
            nodes.add(node(item, reading.quantity().value(), points, wanted > points, adjustments));
            inputs.addAll(inputs(item, reading));
            if (item.kind() == AdjustmentKind.VETO && cases > 0) {
                vetoes.add(item.title());
            }
        }
        return new AdjustmentResults(nodes, inputs, vetoes);
    }

    private static NodeResult node(
            Adjustment item, double value, double points, boolean capped, Adjustments adjustments) {
        double signed = Exact.onGrid(item.kind() == AdjustmentKind.DEDUCTION ? -points : points);
        List<Title> notes =
                capped ? List.of(Notes.capUsedUp(adjustments.caps().getOrDefault(item.kind(), 0.0))) : List.of();
        return new NodeResult(item.code(), "scored", value, signed, 0, signed, notes);
    }

    private static List<ElementInput> inputs(Adjustment item, ElementReading reading) {
        return reading.parts().stream()
                .filter(Part::isGiven)
                .map(part -> new ElementInput(
                        item.code(),
                        reading.element(),
                        part.period(),
                        part.cell().status(),
                        part.cell().value()))
                .toList();
    }
}
