package org.wenheng.ingest.template;

/** A facility that was reported before, as it was named last. */
public record KnownFacility(String code, String name) {}
