package org.wenheng.ingest.format;

/**
 * Something that kept a file, a sheet or a table from being read.
 *
 * @param sheet empty if it is about the file
 * @param cell address; empty if it is about the file or the sheet
 * @param given what stands there; may be empty
 * @param expected what should stand there, in words of the file; may be empty
 */
public record Fault(FaultCode code, String sheet, String cell, String given, String expected) {

    /** A fault of the whole file. */
    public static Fault ofFile(FaultCode code, String given) {
        return new Fault(code, "", "", given, "");
    }
}
