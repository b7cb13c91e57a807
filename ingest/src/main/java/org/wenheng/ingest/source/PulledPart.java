package org.wenheng.ingest.source;

/**
 * A part that was read.
 *
 * @param number from 1
 * @param file name of its file; empty if it had no rows
 * @param rows without the header
 * @param sha256 of the file's bytes, hexadecimal; empty if it had no rows
 */
public record PulledPart(int number, String file, long rows, String sha256) {}
