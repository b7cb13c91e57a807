package org.wenheng.analytics.robust;

/**
 * How two rows stood to each other in the replications in which both had a rank. The three shares sum to 1; they are NaN if
 * there was no such replication.
 *
 * @param above share of the replications in which the first row ranked above the second
 * @param equal share in which they shared a rank
 * @param below share in which the first row ranked below the second
 * @param replications in which both had a rank
 */
public record PairComparison(double above, double equal, double below, int replications) {

    static PairComparison of(int above, int equal, int below) {
        int all = above + equal + below;
        return new PairComparison((double) above / all, (double) equal / all, (double) below / all, all);
    }

    /**
     * Whether one of the two ranked above the other in at least a share of the replications: whether the order of the two
     * may be stated without reserve.
     */
    public boolean isSettled(double share) {
        return above >= share || below >= share;
    }
}
