package org.wenheng.analytics.weigh;

/**
 * Mean consistency indices of random judgement matrices of order 1 to 15 (平均随机一致性指标). Several tables circulate and
 * decide differently near the limit, so the scheme names one and the note repeats it. Source: policy facts 2.2, where they
 * are called A and B.
 */
public enum RandomIndex {
    /** Table A: Saaty, The Analytic Hierarchy Process (1980), as commonly continued to order 15. */
    SAATY("A (Saaty)", 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
    /** Table B: means of 1,000 random matrices each, as in Chinese textbooks of systems engineering and published code. */
    THOUSAND_MATRICES("B (1000)", 0, 0, 0.52, 0.89, 1.12, 1.26, 1.36, 1.41, 1.46, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // never written to and never given out
    private final double[] byOrder;

    RandomIndex(String title, double... byOrder) {
        this.title = title;
        this.byOrder = byOrder;
    }

    /** The name by which people know the table. */
    public String title() {
        return title;
    }

    /** The last order for which there is an index. */
    public int lastOrder() {
        return byOrder.length;
    }

    /**
     * The index of matrices of an order.
     *
     * @param order 1 to {@link #lastOrder()}
     */
    public double of(int order) {
        if (order < 1 || order > byOrder.length) {
            throw new IllegalArgumentException(
                    "Random index table %s ends at order %s, the matrix has %s: divide the node"
                            .formatted(title, byOrder.length, order));
        }
        return byOrder[order - 1];
    }
}
