package org.wenheng.analytics.scheme;

import java.util.List;
import org.wenheng.analytics.weigh.CombinedWeights;
import org.wenheng.analytics.weigh.Weighting;
import org.wenheng.ingest.reference.Title;

/** Where the weights of a dimension's children come from. */
public sealed interface WeightRule {

    /** The rule in a few words. */
    Title description();

    /** The weights stand in the scheme. */
    record AsWritten() implements WeightRule {
        @Override
        public Title description() {
            return new Title("按方案所列权重", "weights as written");
        }
    }

    /**
     * Weights that were judged once for all children, such as by pairwise comparison.
     *
     * @param children codes in the order of the tree
     * @param weights of the children, in the same order; their proportions stay when fewer children count in a period
     * @param method how they were judged
     */
    record Judged(List<String> children, List<Double> weights, Title method) implements WeightRule {
        public Judged {
            children = List.copyOf(children);
            weights = List.copyOf(weights);
        }

        @Override
        public Title description() {
            return method;
        }
    }

    /** Weights computed anew from the points of the regions of every period. */
    record FromPoints(Weighting weighting) implements WeightRule {
        @Override
        public Title description() {
            return weighting.description();
        }
    }

    /** Two rules together. */
    record Together(WeightRule first, WeightRule second, CombinedWeights.Rule rule) implements WeightRule {
        @Override
        public Title description() {
            Title how = rule.description();
            return new Title(
                    "%s(%s;%s)"
                            .formatted(
                                    how.chinese(),
                                    first.description().chinese(),
                                    second.description().chinese()),
                    "%s (%s; %s)"
                            .formatted(
                                    how.english(),
                                    first.description().english(),
                                    second.description().english()));
        }
    }
}
