package org.wenheng.analytics.explain;

/** What a region wants to reach. */
public sealed interface Goal {

    /** The grade above the one it has. */
    record NextGrade() implements Goal {}

    /**
     * A better place than the one it has; a tie with the region before it is one, for equal scores share the better rank.
     *
     * @param amongPeers whether the places are those in the peer group; otherwise those among all regions of its kind
     */
    record NextRank(boolean amongPeers) implements Goal {}
}
