package org.wenheng.analytics.weigh;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * How the children of a node come to their weights. Methods that look at the points share these rules: a child without two
 * different values in the rows that are used says nothing about anybody and gets weight 0; if only one child differs it gets
 * all the weight; if none does (a single row, for one) all get the same. The note says so. Values that differ by less than a
 * part in 10¹² of their size differ by rounding only. A missing value is never taken for a zero; each method says which rows
 * it uses. The result depends neither on the order of rows nor on that of the siblings.
 */
public sealed interface Weighting
        permits EqualWeights,
                GivenWeights,
                AnalyticHierarchyProcess,
                EntropyWeights,
                CriticWeights,
                StandardDeviationWeights,
                MerecWeights,
                PrincipalComponentWeights,
                CorrelationBalancedWeights,
                CombinedWeights {

    /**
     * The weights of siblings.
     *
     * @param points rows × siblings, higher is better, NaN where there are none; at least one column
     * @throws IllegalArgumentException if there is no column, a value is infinite, or the method cannot be used for these
     *     siblings; the message says why
     */
    Weighed weigh(Matrix points);

    /** The method and its parameters in one sentence. */
    Title description();
}
