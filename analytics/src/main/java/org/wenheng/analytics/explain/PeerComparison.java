package org.wenheng.analytics.explain;

/**
 * An indicator of a region beside its peers: the regions of the same kind and peer group, itself among them, that have a
 * value. One that reported nothing is no yardstick.
 *
 * @param node the region's own
 * @param grouped whether the peers are a peer group; otherwise they are all regions of its kind
 * @param peers how many regions the medians are of
 * @param medianContribution median of their contributions; NaN if there are none
 * @param medianValue median of their values; NaN if there are none
 */
public record PeerComparison(
        NodeExplanation node, boolean grouped, int peers, double medianContribution, double medianValue) {

    /** Points of the score above (or, negative, below) the median; NaN where there is nothing to compare. */
    public double distance() {
        return node.isApplicable() ? node.contribution() - medianContribution : Double.NaN;
    }

    /** Whether the region earns more than its peers' median; never so where it reported nothing. */
    public boolean isStrength() {
        return distance() > 0 && !node.isMissing();
    }

    /** Whether the region earns less than its peers' median; what was not reported is one, what does not apply is none. */
    public boolean isWeakness() {
        return distance() < 0;
    }
}
