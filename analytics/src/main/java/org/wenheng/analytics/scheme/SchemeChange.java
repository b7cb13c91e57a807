package org.wenheng.analytics.scheme;

import org.wenheng.ingest.reference.Title;

/**
 * Something that differs between two schemes.
 *
 * @param group what it is about
 * @param movesNumbers whether scores, grades or ranks that are published with the scheme can change by it
 * @param sentence what was and what is, Chinese and English
 */
public record SchemeChange(Group group, boolean movesNumbers, Title sentence) {

    /** What a change is about, in the order in which it is told. */
    public enum Group {
        SCHEME("方案", "Scheme"),
        NODES("指标与维度的增减、改名、改属", "Indicators and dimensions added, removed, renamed, moved"),
        WEIGHTS("权重(占总分)", "Weights (share of the whole)"),
        FORMULAS("公式", "Formulas"),
        METHODS("计分方法与参数", "Methods and parameters"),
        TARGETS("目标值与出处", "Targets and their sources"),
        GRADES("等次与底线", "Grades and floors"),
        COMPARISON("分组与上级", "Peer groups and parents"),
        ADJUSTMENTS("加减分与否决", "Bonus, deduction and veto"),
        EXAMPLES("算例", "Examples"),
        TEXTS("文字", "Texts");

        private final String chinese;
        private final String english;

        Group(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public Title title() {
            return new Title(chinese, english);
        }
    }

    /**
     * The change of a part of something from one state to another.
     *
     * @param subject what the part belongs to; empty if it belongs to the scheme as a whole
     */
    static SchemeChange of(Group group, boolean movesNumbers, Title subject, Title part, Title before, Title after) {
        String chinese = subject.chinese().isEmpty() ? "" : subject.chinese() + ",";
        String english = subject.english().isEmpty() ? "" : subject.english() + ", ";
        return new SchemeChange(
                group,
                movesNumbers,
                new Title(
                        "%s%s:%s → %s".formatted(chinese, part.chinese(), before.chinese(), after.chinese()),
                        "%s%s: %s → %s".formatted(english, part.english(), before.english(), after.english())));
    }

    /** One line, Chinese first; an exclamation mark stands before what can move numbers. */
    @Override
    public String toString() {
        return "%s %s / %s".formatted(movesNumbers ? "!" : "·", sentence.chinese(), sentence.english());
    }
}
