package org.wenheng.analytics.index;

import java.util.List;
import org.wenheng.analytics.scheme.formula.Quantity;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * What an element is over a period, and what that rests on.
 *
 * @param quantity the accumulated value, or why there is none
 * @param parts the cells looked at, each of a period of the element's own frequency
 * @param partial whether there is a value although parts, or facilities of a part, are missing
 */
record ElementReading(String element, Quantity quantity, List<Part> parts, boolean partial) {

    /** A cell of the panel and its period. */
    record Part(Period period, ElementPanel.Cell cell) {
        boolean isUsable() {
            return cell.status() == ValueStatus.REPORTED || cell.status() == ValueStatus.NIL;
        }

        boolean isGiven() {
            return cell.status() != ValueStatus.NOT_REPORTED;
        }

        /** A stated nothing counts as 0. */
        double value() {
            return cell.status() == ValueStatus.NIL ? 0 : cell.value();
        }

        boolean lacksFacilities() {
            return cell.status() == ValueStatus.REPORTED && cell.reported() < cell.expected();
        }
    }

    /** Whether anything was said about the element at all. */
    boolean isGiven() {
        return parts.stream().anyMatch(Part::isGiven);
    }
}
