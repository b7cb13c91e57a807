package org.wenheng.analytics.explain;

import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/** One thing that is other than it was. */
public sealed interface Change {

    /**
     * Another value of an element of a region.
     *
     * @param cell the new value, or the reason why there is none
     */
    record OfValue(Place place, Cell cell) implements Change {
        /** A reported number in the element's canonical unit. */
        public static OfValue to(String region, Period period, String element, double value) {
            return new OfValue(new Place(region, period, element), new Cell(ValueStatus.REPORTED, value, 1, 1));
        }
    }

    /**
     * Another weight of a dimension or an indicator.
     *
     * @param weight among the siblings as they are written, above 0
     */
    record OfWeight(String node, double weight) implements Change {}

    /** Another way in which an indicator's value becomes points, or the same way with another target. */
    record OfMethod(String indicator, Method method) implements Change {}

    /** An indicator that is left out; its weight goes to its siblings, that of an empty dimension to the dimension's. */
    record Drop(String indicator) implements Change {}
}
