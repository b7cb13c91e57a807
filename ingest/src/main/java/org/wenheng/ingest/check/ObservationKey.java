package org.wenheng.ingest.check;

/**
 * What an observation is about, within its catalogue.
 *
 * @param facilityCode empty for the region itself
 * @param period code of the period
 */
public record ObservationKey(String regionCode, String facilityCode, String period, String elementCode) {}
