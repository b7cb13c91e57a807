package org.wenheng.ingest.generate;

/**
 * Something that was planted in a report, to be found again.
 *
 * @param file path below the output folder
 * @param sheet name of the sheet; empty for a CSV file or a whole file
 * @param cell address such as {@code D7}; empty for a whole file
 * @param kind what was done, lower kebab case
 * @param given what stands there
 * @param right what would have been right
 */
public record Planted(String file, String sheet, String cell, String kind, String given, String right) {}
