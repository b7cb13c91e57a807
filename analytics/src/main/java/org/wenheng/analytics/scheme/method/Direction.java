package org.wenheng.analytics.scheme.method;

/** Which values of an indicator are good. */
public enum Direction {
    HIGHER_IS_BETTER("越高越好", "higher is better"),
    LOWER_IS_BETTER("越低越好", "lower is better"),
    /** Neither too little nor too much. */
    WITHIN_RANGE("适度为好", "neither too little nor too much");

    private final String nameChinese;
    private final String nameEnglish;

    Direction(String nameChinese, String nameEnglish) {
        this.nameChinese = nameChinese;
        this.nameEnglish = nameEnglish;
    }

    public String nameChinese() {
        return nameChinese;
    }

    public String nameEnglish() {
        return nameEnglish;
    }

    /** Whether the first value is better than the second; never so for {@link #WITHIN_RANGE}, which orders no values. */
    boolean prefers(double value, double other) {
        return switch (this) {
            case HIGHER_IS_BETTER -> value > other;
            case LOWER_IS_BETTER -> value < other;
            case WITHIN_RANGE -> false;
        };
    }

    /** This direction, for a method that puts values in an order. */
    Direction ordering() {
        if (this == WITHIN_RANGE) {
            throw new IllegalArgumentException("A method that orders values needs a direction, not " + this);
        }
        return this;
    }
}
