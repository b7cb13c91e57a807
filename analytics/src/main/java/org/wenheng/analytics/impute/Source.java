package org.wenheng.analytics.impute;

import org.wenheng.ingest.reference.Title;

/** What a value was drawn from. */
public sealed interface Source {

    /** In a few words. */
    Title description();

    /** The other rows of the column. */
    record OtherRows() implements Source {
        @Override
        public Title description() {
            return new Title("本指标全部地区", "all regions of the indicator");
        }
    }

    /** The rows of the peer group. */
    record Group(String name) implements Source {
        @Override
        public Title description() {
            return new Title("同类组“" + name + "”", "peer group " + name);
        }
    }

    /** The other indicators of the same row. */
    record Siblings(String family) implements Source {
        @Override
        public Title description() {
            return new Title("同一地区“" + family + "”的其他指标", "other indicators of " + family + " of the same region");
        }
    }

    /**
     * Values of the same series.
     *
     * @param first period of the earlier value
     * @param last period of the later value; the same if there is only one
     */
    record Periods(int first, int last) implements Source {
        @Override
        public Title description() {
            String both = first == last ? Integer.toString(first) : first + "–" + last;
            return new Title("同一地区" + both + "期", "period " + both + " of the same region");
        }
    }

    /** Nothing but the rule. */
    record Rule() implements Source {
        @Override
        public Title description() {
            return new Title("规则给定", "given by the rule");
        }
    }
}
