package org.wenheng.api.scheme;

import org.jspecify.annotations.Nullable;

/**
 * A node of a scheme's tree.
 *
 * @param parentCode node above; null for the root
 * @param kind index, dimension, indicator, bonus, deduction or veto
 * @param question why it is measured, in a reader's words
 * @param weight weight in the whole by the scheme, in per cent
 * @param nature binding, expected, or empty
 * @param target the target as the scheme writes it; empty without one
 */
public record SchemeNode(
        String nodeCode,
        @Nullable String parentCode,
        String kind,
        String titleZh,
        String titleEn,
        String question,
        String unit,
        String formula,
        String methodZh,
        String methodEn,
        String direction,
        String nature,
        double weight,
        String departments,
        String frequency,
        String target,
        String targetSource,
        int sort) {}
