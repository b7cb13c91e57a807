package org.wenheng.api.region;

import org.jspecify.annotations.Nullable;

/**
 * A region of a catalogue.
 *
 * @param level a word of the catalogue, such as county
 * @param parentCode region it lies in; null for the root
 * @param parentNameZh empty for the root
 */
public record Region(
        String regionCode,
        String nameZh,
        String nameEn,
        String level,
        @Nullable String parentCode,
        String parentNameZh,
        String parentNameEn) {}
