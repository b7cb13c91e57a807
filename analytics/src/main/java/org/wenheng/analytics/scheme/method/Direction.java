package org.wenheng.analytics.scheme.method;

/** Which values of an indicator are good. */
public enum Direction {
    HIGHER_IS_BETTER("越高越好"),
    LOWER_IS_BETTER("越低越好"),
    /** Neither too little nor too much. */
    WITHIN_RANGE("适度为好");

    private final String nameChinese;

    Direction(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }
}
