package org.wenheng.ingest.due;

import java.time.Instant;

/**
 * What became known about a report at one moment.
 *
 * @param at when, by the server's clock
 * @param answered cells answered from then on less cells no longer answered
 * @param nil the same for cells that say "nothing to report"
 * @param received values that came, corrections included
 * @param facilities facilities that became known, each of which has a row to fill
 */
public record ReportChange(Instant at, int answered, int nil, int received, int facilities) {

    /** Both changes of the same moment together. */
    public ReportChange plus(ReportChange other) {
        return new ReportChange(
                at,
                answered + other.answered,
                nil + other.nil,
                received + other.received,
                facilities + other.facilities);
    }
}
