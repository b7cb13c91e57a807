package org.wenheng.ingest.submission;

/**
 * Where the cells of a file went. Nothing is lost: read = accepted + refused + unchanged.
 *
 * @param read values read, missing ones with a reason included
 * @param accepted values that became observations
 * @param refused values that did not, each with a finding
 * @param unchanged values equal to what was known already
 */
public record Ledger(long read, long accepted, long refused, long unchanged) {
    /** The ledger of a file of which no cell was read. */
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0);

    public Ledger {
        if (read != accepted + refused + unchanged) {
            throw new IllegalArgumentException("Ledger does not balance: read %d, accepted %d, refused %d, unchanged %d"
                    .formatted(read, accepted, refused, unchanged));
        }
    }

    /** Both ledgers together. */
    public Ledger plus(Ledger other) {
        return new Ledger(
                read + other.read, accepted + other.accepted, refused + other.refused, unchanged + other.unchanged);
    }
}
