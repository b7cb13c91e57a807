package org.wenheng.ingest.template;

/**
 * A workbook for one reporter and period.
 *
 * @param name such as {@code 220102-南关区-2026-10.xlsx}
 * @param bytes not copied, not to be changed
 * @param forms number of forms in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be written, never compared
public record TemplateFile(String name, byte[] bytes, int forms) {}
