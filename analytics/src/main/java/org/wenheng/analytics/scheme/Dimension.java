package org.wenheng.analytics.scheme;

import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * An inner node of the scheme's tree; the one without a parent is the index.
 *
 * @param code unique in its scheme
 * @param parent code of the dimension above; null for the index
 * @param question why it is there, in a reader's words
 * @param weight among its siblings as written, above 0; siblings need not sum to anything
 * @param combination how its children become its points
 */
public record Dimension(
        String code, @Nullable String parent, Title title, String question, double weight, Combination combination) {}
