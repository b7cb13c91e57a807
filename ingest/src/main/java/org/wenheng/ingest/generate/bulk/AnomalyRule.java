package org.wenheng.ingest.generate.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of anomaly.
 *
 * @param kind lower kebab case
 * @param facilityKind kind of the one facility in which it is planted; null if it is planted in all facilities of a county
 * @param share of the counties in which one is planted
 * @param effect what is done to the values
 * @param size the factor or the multiple; 1 for a copy
 * @param months how long; 0 until the end
 * @param elements codes of elements in which it may be planted
 */
public record AnomalyRule(
        String kind,
        @Nullable String facilityKind,
        double share,
        Effect effect,
        double size,
        int months,
        List<String> elements) {
    public AnomalyRule {
        elements = List.copyOf(elements);
    }

    /** What is done to a value. */
    public enum Effect {
        /** Multiplied by a factor and brought to the nearest whole number. */
        TIMES,
        /** Brought to the nearest multiple. */
        ROUNDED,
        /** The value of the month before the first one, again and again. */
        COPIED
    }
}
