package org.wenheng.ingest.reference;

/** What people read: Chinese first, English beside. Neither is empty. */
public record Title(String chinese, String english) {}
