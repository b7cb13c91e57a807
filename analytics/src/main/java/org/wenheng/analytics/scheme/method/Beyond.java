package org.wenheng.analytics.scheme.method;

/** What becomes of a value beyond the ends of a line. */
public enum Beyond {
    /** It earns the points of the nearer end. */
    CLIP("截断", "clipped"),
    /** The line goes on: fewer points than the lowest, more than the highest. */
    KEEP("不截断", "not clipped");

    private final String nameChinese;
    private final String nameEnglish;

    Beyond(String nameChinese, String nameEnglish) {
        this.nameChinese = nameChinese;
        this.nameEnglish = nameEnglish;
    }

    public String nameChinese() {
        return nameChinese;
    }

    public String nameEnglish() {
        return nameEnglish;
    }
}
