package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is particular to the values of a field: the {@code checks.yml} of a catalogue.
 *
 * @param relations between elements, those of {@code at_most} in {@code elements.csv} not included
 * @param runningTotals elements that are reported as the total of the year so far and cannot fall before its end
 * @param steady elements that normally stay the same, so that a repeated value says nothing
 * @param uncompared elements whose values are not compared with earlier ones: growth rates, rare events, yes and no
 * @param allowed the only values that an element may have
 */
public record FieldChecks(
        List<Relation> relations,
        Set<String> runningTotals,
        Set<String> steady,
        Set<String> uncompared,
        Map<String, List<BigDecimal>> allowed) {
    /** Nothing is particular. */
    public static final FieldChecks NONE = new FieldChecks(List.of(), Set.of(), Set.of(), Set.of(), Map.of());

    public FieldChecks {
        relations = List.copyOf(relations);
        runningTotals = Set.copyOf(runningTotals);
        steady = Set.copyOf(steady);
        uncompared = Set.copyOf(uncompared);
        allowed = Map.copyOf(allowed);
    }
}
