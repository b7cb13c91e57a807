package org.wenheng.ingest.restate;

/** What restating did to a value, from nothing to the gravest. */
public enum Outcome {
    /** Nothing changed between the two days: the value is as reported. */
    AS_REPORTED("as-reported", "原口径"),
    /** The same place under another code, name or parent; the value is as reported. */
    CARRIED("carried", "沿用"),
    /** Made of the values of several regions, or lessened by a part that went elsewhere; exact. */
    COMBINED("combined", "合并计算"),
    /** A part of unknown size passed to or from another region; the value is as reported and no longer quite comparable. */
    BOUNDARY_MOVED("boundary-moved", "边界有调整,数值未调整"),
    /** Divided by weights: an estimate. */
    ESTIMATED("estimated", "按权重拆分的估计"),
    /** Cannot be restated: the value stands under the last region to which it could be taken, and is not comparable. */
    IMPOSSIBLE("impossible", "无法换算,保留原口径");

    private final String code;
    private final String nameChinese;

    Outcome(String code, String nameChinese) {
        this.code = code;
        this.nameChinese = nameChinese;
    }

    public String code() {
        return code;
    }

    public String nameChinese() {
        return nameChinese;
    }

    /** The graver of two. */
    Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
