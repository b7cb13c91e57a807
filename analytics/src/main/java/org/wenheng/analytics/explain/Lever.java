package org.wenheng.analytics.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.ingest.reference.Title;

/**
 * Something of a region that can be turned up and down: values that change together by the same share.
 *
 * @param code of the element, or of the indicator whose elements are turned together
 * @param title what it is called
 * @param share how far it may be turned, up or down
 * @param values what it turns
 */
record Lever(String code, Title title, double share, List<Value> values) {
    Lever {
        values = List.copyOf(values);
    }

    /**
     * A value within its own limits.
     *
     * @param lowest the value never goes below this, and never down at all if it is below already
     * @param highest the same upwards
     * @param whole whether it stays a whole number
     */
    record Value(Place place, Cell cell, double lowest, double highest, boolean whole) {

        /** The value turned by a share of its size: up if the share is above 0. */
        double turned(double share) {
            double value = cell.value();
            double wanted = value + Math.abs(value) * share;
            if (share >= 0) {
                double up = Math.min(highest, wanted);
                return Math.max(value, whole ? Math.floor(up) : up);
            }
            double down = Math.max(lowest, wanted);
            return Math.min(value, whole ? Math.ceil(down) : down);
        }
    }

    /** The values that are other than they were when the lever is turned by a share. */
    Map<Place, Cell> turned(double by) {
        Map<Place, Cell> changed = new HashMap<>();
        for (Value value : values) {
            Cell cell = value.cell();
            double turned = value.turned(by);
            if (turned != cell.value()) {
                changed.put(value.place(), new Cell(cell.status(), turned, cell.reported(), cell.expected()));
            }
        }
        return changed;
    }
}
