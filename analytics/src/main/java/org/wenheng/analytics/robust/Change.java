package org.wenheng.analytics.robust;

import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.composite.Reference;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.treat.Treatment;

/** One thing that is otherwise than in the nominal index. Nodes and indicators are named by their codes in the tree. */
public sealed interface Change {

    /** What is changed, such as {@code method of I03}. No two uncertainties may change the same. */
    String subject();

    /** Another method for an indicator; what it is measured against stays. */
    record MethodOf(String indicator, Method method) implements Change {
        @Override
        public String subject() {
            return "method of " + indicator;
        }
    }

    /** Something else that an indicator is measured against. */
    record ReferenceOf(String indicator, Reference reference) implements Change {
        @Override
        public String subject() {
            return "reference of " + indicator;
        }
    }

    /** Another treatment of an indicator's values. */
    record TreatmentOf(String indicator, Treatment treatment) implements Change {
        @Override
        public String subject() {
            return "treatment of " + indicator;
        }
    }

    /** Another way of putting the children of a branch together. */
    record AggregationOf(String branch, Aggregation aggregation) implements Change {
        @Override
        public String subject() {
            return "aggregation of " + branch;
        }
    }

    /**
     * Another weight among the siblings.
     *
     * @param weight at least 0; only the proportions among siblings count
     */
    record WeightOf(String node, double weight) implements Change {
        @Override
        public String subject() {
            return "weight of " + node;
        }
    }

    /**
     * An indicator or a branch is taken out, with everything below it; the weight goes to its siblings in proportion. A
     * branch that has nothing left is taken out with it.
     */
    record LeftOut(String node) implements Change {
        @Override
        public String subject() {
            return "presence of " + node;
        }
    }

    /**
     * Other values, such as those of another imputation.
     *
     * @param values rows × indicators, as in the study
     */
    record Values(Matrix values) implements Change {
        @Override
        public String subject() {
            return "values";
        }
    }
}
