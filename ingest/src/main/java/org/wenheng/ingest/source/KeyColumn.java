package org.wenheng.ingest.source;

/** A column by whose order rows are chosen, with the kind of its values. */
public record KeyColumn(String name, KeyKind kind) {}
