package org.wenheng.api.scheme;

/**
 * A version of an assessment scheme.
 *
 * @param catalogue code of the catalogue whose regions it scores
 * @param unitLevel level of the regions that are scored by their own indicators
 * @param schemeHash fingerprint of the scheme's file
 */
public record Scheme(
        String schemeCode,
        String schemeVersion,
        String catalogue,
        String titleZh,
        String titleEn,
        String unitLevel,
        String schemeHash,
        String source) {}
