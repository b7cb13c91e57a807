package org.wenheng.ingest.format;

/** Ends the reading of a file; {@link Content} turns it into the file's fault. */
final class UnreadableException extends RuntimeException {
    private final Fault fault;

    UnreadableException(FaultCode code, String sheet, String cell, String given, String expected) {
        super(code.name());
        this.fault = new Fault(code, sheet, cell, given, expected);
    }

    /** A fault of the whole file. */
    UnreadableException(FaultCode code, String given, String expected) {
        this(code, "", "", given, expected);
    }

    Fault fault() {
        return fault;
    }
}
