package org.wenheng.ingest.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.ReportedCell;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * A cell after the checks that need nothing but the cell.
 *
 * @param key what it is about; null if that could not be told
 * @param status {@link ValueStatus#REPORTED} or the reason for no value
 * @param value in the element's canonical unit; present exactly if reported and readable
 * @param findings in the order of the checks
 */
public record CheckedCell(
        ReportedCell cell,
        @Nullable ObservationKey key,
        ValueStatus status,
        @Nullable BigDecimal value,
        List<Finding> findings) {

    /** Whether no check rejects it. */
    public boolean isAccepted() {
        return key != null && findings.stream().noneMatch(finding -> finding.severity() == Severity.REJECT);
    }

    /** The same cell with one more finding. */
    CheckedCell with(Finding finding) {
        List<Finding> more = new java.util.ArrayList<>(findings);
        more.add(finding);
        return new CheckedCell(cell, key, status, value, List.copyOf(more));
    }
}
