package org.wenheng.analytics.scheme;

import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * A node of a scheme as a reader sees it: words and sentences, nothing to compute with.
 *
 * @param parent code of the node above; null for the index
 * @param kind {@code index}, {@code dimension}, {@code indicator}, {@code bonus}, {@code deduction} or {@code veto}
 * @param question why it is there
 * @param unit empty for inner nodes
 * @param formula as written; empty for inner nodes
 * @param method the method and its parameters in a sentence; for inner nodes how they are made of their children
 * @param direction a word such as {@code higher-is-better}; empty for inner nodes
 * @param nature {@code binding}, {@code expected} or empty
 * @param weight within the parent as written; 0 for adjustments
 * @param share of the whole in a year when everything applies, 0 to 1; 0 for adjustments
 * @param departments separated by {@code 、}
 * @param frequency {@code month}, {@code quarter} or {@code year}; empty for inner nodes
 * @param target as written; empty if there is no norm
 * @param targetSource where the target comes from and how certain that is
 */
public record SchemeNode(
        String code,
        @Nullable String parent,
        String kind,
        Title title,
        String question,
        String unit,
        String formula,
        Title method,
        String direction,
        String nature,
        double weight,
        double share,
        String departments,
        String frequency,
        String target,
        String targetSource) {}
