package org.wenheng.ingest.submission;

import org.wenheng.ingest.check.ObservationKey;

/**
 * An accepted value and the cell it came from.
 *
 * @param facilityName as reported; empty for the region itself
 * @param value the value or the reason for none
 * @param sheet empty for a CSV file
 * @param cell address such as {@code C7}
 * @param given the text in the cell
 * @param synthetic whether the file says that the value is generated
 * @param replaces whether another value of the same key was known
 */
public record Observation(
        ObservationKey key,
        String facilityName,
        KnownValue value,
        String sheet,
        String cell,
        String given,
        boolean synthetic,
        boolean replaces) {}
