package org.wenheng.ingest.problem;

/**
 * One thing that is wrong with an input.
 *
 * @param code stable code in upper snake case, never reused, such as {@code SCHEME_KEY_UNKNOWN}
 * @param where the place as a person would look for it: {@code file.yml:12}, {@code file.xlsx 表1!C7}, or an option name
 * @param chinese what was wrong with the value as given, what was expected, and what to do, in Chinese
 * @param english the same in English
 */
public record Problem(String code, String where, String chinese, String english) {

    /** The problem on one line, Chinese first. */
    @Override
    public String toString() {
        return "%s [%s] %s / %s".formatted(where, code, chinese, english);
    }
}
