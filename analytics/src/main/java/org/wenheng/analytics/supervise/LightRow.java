package org.wenheng.analytics.supervise;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * A light of a region.
 *
 * @param code of the rule
 * @param region code; empty for what belongs to no region
 * @param subject what it is about, where a region has several lights of one rule; otherwise empty
 * @param title of the rule
 * @param reason with the numbers
 * @param advice what to do; empty when green
 * @param acts whose turn it is; nobody's when green
 * @param departments names of those that answer for it
 * @param source where the rule comes from, with its certainty
 */
public record LightRow(
        String code,
        Colour colour,
        String region,
        String subject,
        Title title,
        Title reason,
        Title advice,
        Actor acts,
        List<String> departments,
        String source) {
    public LightRow {
        departments = List.copyOf(departments);
    }

    /** Who has to act. */
    public enum Actor {
        REGION("地区", "region"),
        DEPARTMENT("部门", "department"),
        OFFICE("办公室", "office"),
        NOBODY("-", "-");

        private final String chinese;
        private final String english;

        Actor(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /** The word that people see. */
        public Title title() {
            return new Title(chinese, english);
        }
    }

    /** The order of reports: the most urgent first, then rule, region and subject. */
    static int inOrder(LightRow one, LightRow two) {
        int byColour = one.colour.compareTo(two.colour);
        int byCode = one.code.compareTo(two.code);
        int byRegion = one.region.compareTo(two.region);
        return byColour != 0
                ? byColour
                : byCode != 0 ? byCode : byRegion != 0 ? byRegion : one.subject.compareTo(two.subject);
    }
}
