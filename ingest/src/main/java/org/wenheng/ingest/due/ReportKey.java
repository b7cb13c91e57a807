package org.wenheng.ingest.due;

/** Names one expected report: codes of the region that reports, of the form and of the period. */
public record ReportKey(String region, String form, String period) {}
