package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * What goes in and what comes out where efficiency is asked.
 *
 * @param inputs at least one
 * @param outputs at least one
 */
public record EfficiencyRule(
        Title title, Orientation orientation, Returns returns, List<Side> inputs, List<Side> outputs, String source) {
    public EfficiencyRule {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** An input or output: elements added up. */
    public record Side(Title title, List<Element> elements) {
        public Side {
            elements = List.copyOf(elements);
        }
    }

    /**
     * The regions as units to compare; a figure that is not there is NaN, and such a region is then not measured. Nil is 0.
     * Efficiencies are shares, not money: here and only here amounts become binary numbers.
     */
    public List<DecisionUnit> units(Ledger ledger, List<String> regions, Period asked) {
        List<Element> all = new ArrayList<>();
        inputs.forEach(side -> all.addAll(side.elements()));
        outputs.forEach(side -> all.addAll(side.elements()));
        Period period = Ledger.sayable(asked, all);
        return regions.stream()
                .map(region -> {
                    Function<List<Side>, double[]> values = sides -> sides.stream()
                            .map(side -> ledger.over(period, region, side.elements()))
                            .mapToDouble(figure -> {
                                var value = figure.value();
                                return value == null ? Double.NaN : value.doubleValue();
                            })
                            .toArray();
                    return new DecisionUnit(region, values.apply(inputs), values.apply(outputs));
                })
                .toList();
    }
}
