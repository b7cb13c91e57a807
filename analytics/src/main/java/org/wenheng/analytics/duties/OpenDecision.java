package org.wenheng.analytics.duties;

import org.wenheng.ingest.reference.Title;

/**
 * Something that was agreed and is not done yet.
 *
 * @param code its own code
 * @param duty code of the duty it belongs to
 * @param title what is to be done
 */
public record OpenDecision(String code, String duty, Title title) {}
