package org.wenheng.analytics.scheme.method;

/** The place that equal values share. */
public enum Ties {
    /** That of the worst of them: 1, 2, 2, 4 from the worst upwards. */
    LOWEST("并列取低位", "ties take the lowest place"),
    /** The mean of theirs: 1, 2.5, 2.5, 4. */
    MEAN("并列取平均位", "ties take the mean place"),
    /** That of the best of them: 1, 3, 3, 4. */
    HIGHEST("并列取高位", "ties take the highest place");

    private final String nameChinese;
    private final String nameEnglish;

    Ties(String nameChinese, String nameEnglish) {
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
