package org.wenheng.ingest.reference;

import java.util.List;

/** What a text that names a region was found to mean in a period. */
public sealed interface RegionMatch {

    /** The regions that it can mean, by code. */
    List<Region> candidates();

    /** Exactly one region. */
    record Found(Region region) implements RegionMatch {
        @Override
        public List<Region> candidates() {
            return List.of(region);
        }
    }

    /**
     * A code or name that one region has at another time: the same place, neither divided nor put together in between.
     *
     * @param region as it is in the period
     * @param asked as the text names it
     */
    record SamePlace(Region region, Region asked) implements RegionMatch {
        @Override
        public List<Region> candidates() {
            return List.of(region);
        }
    }

    /** Several regions of the period; nothing but the text could choose among them. */
    record Ambiguous(List<Region> candidates) implements RegionMatch {}

    /**
     * Regions of another time that are not one region in the period.
     *
     * @param asked as the text names them
     * @param candidates what they are or were in the period, by code; empty if the records do not say
     */
    record NotInForce(List<Region> asked, List<Region> candidates) implements RegionMatch {}

    /** No region of any time. */
    record Unknown() implements RegionMatch {
        @Override
        public List<Region> candidates() {
            return List.of();
        }
    }
}
