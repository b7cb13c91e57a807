package org.wenheng.ingest.restate;

/** What a region's value covers. It decides what a change of parent does to the values of the parents. */
public enum Coverage {
    /** The region's own institutions and nothing below it: a region that moves leaves its parents' values as they are. */
    OWN_LEVEL,
    /** The whole area, all regions below included: a region that moves takes its value from one parent to the other. */
    WHOLE_AREA
}
