package org.wenheng.ingest.answer;

import java.util.Map;

/**
 * Under which name a sheet of the sent file stands in the answer.
 *
 * @param changed names in the answer by the name in the file, where they differ
 * @param present whether the answer has the sheets of the file with the same addresses
 */
record SheetNames(Map<String, String> changed, boolean present) {
    /** The sheets are the sender's own. */
    static final SheetNames SAME = new SheetNames(Map.of(), true);
    /** The answer has no sheet of the file. */
    static final SheetNames NONE = new SheetNames(Map.of(), false);

    SheetNames {
        changed = Map.copyOf(changed);
    }

    String of(String sheet) {
        return changed.getOrDefault(sheet, sheet);
    }
}
