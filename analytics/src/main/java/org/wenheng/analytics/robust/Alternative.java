package org.wenheng.analytics.robust;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.treat.Treatment;

/**
 * One of several ways to build the index.
 *
 * @param name as it is shown
 * @param changes against the nominal index; empty for the index as it is
 */
public record Alternative(String name, List<Change> changes) {

    public Alternative {
        changes = List.copyOf(changes);
    }

    /** The index as it is. */
    public static Alternative nominal() {
        return new Alternative("nominal", List.of());
    }

    /** Without a node and what is below it. */
    public static Alternative without(String node) {
        return new Alternative(node, List.of(new Change.LeftOut(node)));
    }

    /** A method for each indicator named. */
    public static Alternative ofMethods(String name, Map<String, ? extends Method> methods) {
        return of(name, methods, Change.MethodOf::new);
    }

    /** A treatment for each indicator named. */
    public static Alternative ofTreatments(String name, Map<String, ? extends Treatment> treatments) {
        return of(name, treatments, Change.TreatmentOf::new);
    }

    /** An aggregation for each branch named. */
    public static Alternative ofAggregations(String name, Map<String, ? extends Aggregation> aggregations) {
        return of(name, aggregations, Change.AggregationOf::new);
    }

    /** A weight for each node named. */
    public static Alternative ofWeights(String name, Map<String, Double> weights) {
        return of(name, weights, Change.WeightOf::new);
    }

    /** Values of all indicators, such as those of another imputation. */
    public static Alternative ofValues(String name, Matrix values) {
        return new Alternative(name, List.of(new Change.Values(values)));
    }

    private static <T> Alternative of(String name, Map<String, T> each, BiFunction<String, T, Change> change) {
        return new Alternative(
                name,
                new TreeMap<>(each)
                        .entrySet().stream()
                                .map(entry -> change.apply(entry.getKey(), entry.getValue()))
                                .toList());
    }
}
