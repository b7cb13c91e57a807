package org.wenheng.ingest.generate.bulk;

/**
 * A kind of facility.
 *
 * @param letter stands in the codes of its facilities
 * @param title stands in their names
 * @param each how many every county has to begin with
 * @param rest its share of the facilities that are left then; 0 to 1
 * @param by attribute of regions by which these are shared out among counties
 * @param spread standard deviation of the logarithm of the size of its facilities
 * @param missing share of months for which one of them gives no value at all
 */
public record FacilityKind(
        String code, String letter, String title, int each, double rest, String by, double spread, double missing) {}
