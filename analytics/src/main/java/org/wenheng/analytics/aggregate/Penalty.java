package org.wenheng.analytics.aggregate;

/** Which way the unevenness of the children moves a Mazziotta–Pareto index. */
public enum Penalty {
    /** Of what is good: unevenness lowers the score (MPI−). */
    LOWERS(-1, "不均衡减分", "unevenness lowers"),
    /** Of what is bad, such as poverty: unevenness raises the score (MPI+). */
    RAISES(1, "不均衡加分", "unevenness raises");

    private final int sign;
    private final String chinese;
    private final String english;

    Penalty(int sign, String chinese, String english) {
        this.sign = sign;
        this.chinese = chinese;
        this.english = english;
    }

    int sign() {
        return sign;
    }

    /** In Chinese, for a description. */
    public String chinese() {
        return chinese;
    }

    /** In English, for a description. */
    public String english() {
        return english;
    }
}
