package org.wenheng.analytics.gold;

/**
 * What is needed to do a run again, and who did it.
 *
 * @param schemeHash SHA-256 of the scheme's content
 * @param observationVersion Delta version of the observations that were read
 * @param submissionVersion Delta version of the submissions that were read
 * @param seed of what is drawn
 * @param by who ran it
 */
public record RunRecord(String schemeHash, long observationVersion, long submissionVersion, long seed, String by) {}
