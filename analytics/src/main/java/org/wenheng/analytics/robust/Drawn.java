package org.wenheng.analytics.robust;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What an uncertainty came to in a replication. */
public sealed interface Drawn {

    /** The name of the uncertainty. */
    String uncertainty();

    /**
     * One of the alternatives.
     *
     * @param place from 0
     * @param name of the alternative
     */
    record Chosen(String uncertainty, int place, String name) implements Drawn {}

    /**
     * Weights.
     *
     * @param weights by the code of the node, in the order of codes
     */
    record Weights(String uncertainty, Map<String, Double> weights) implements Drawn {
        public Weights {
            weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        }
    }

    /**
     * Errors of values: one deviate a row.
     *
     * @param seed of their stream, from which they can be drawn again
     */
    record Errors(String uncertainty, long seed) implements Drawn {}
}
