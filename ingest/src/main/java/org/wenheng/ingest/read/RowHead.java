package org.wenheng.ingest.read;

/**
 * What all cells of one row share: who reports about whom, for when, on which form. As given, not yet checked.
 *
 * @param form code of the form; empty for a table of a source mapping
 * @param region code or name of the region
 * @param period period code
 * @param facilityCode empty for the region itself
 * @param facilityName empty for the region itself
 * @param ofFacility whether the row is about a facility and needs its code
 * @param synthetic whether the file says that its values are generated
 */
public record RowHead(
        String form,
        String region,
        String period,
        String facilityCode,
        String facilityName,
        boolean ofFacility,
        boolean synthetic) {

    /** The same in another period. */
    RowHead inPeriod(String other) {
        return other.equals(period)
                ? this
                : new RowHead(form, region, other, facilityCode, facilityName, ofFacility, synthetic);
    }
}
