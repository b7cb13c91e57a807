package org.wenheng.ingest.reference;

/**
 * Whether a value is there, and why not. Zero is a {@link #REPORTED} value of 0 and none of the others. Stored by its
 * {@link #code()}.
 */
public enum ValueStatus {
    /** A number was given, which may be zero. */
    REPORTED("reported", "已报"),
    /** The reporter states that there was nothing to report; counts as nothing in a sum, but is not a measured zero. */
    NIL("nil", "零报告"),
    /** The question does not arise here: no such facility, a denominator that cannot exist. */
    NOT_APPLICABLE("not-applicable", "不适用"),
    /** The value exists and is withheld by its owner. */
    SUPPRESSED("suppressed", "保密未公布"),
    /** The value should be there and is not. */
    NOT_REPORTED("not-reported", "未报");

    private final String code;
    private final String nameChinese;

    ValueStatus(String code, String nameChinese) {
        this.code = code;
        this.nameChinese = nameChinese;
    }

    public String code() {
        return code;
    }

    public String nameChinese() {
        return nameChinese;
    }

    /** The status with this {@link #code()}; throws if there is none. */
    public static ValueStatus ofCode(String code) {
        for (ValueStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Unknown value status: " + code);
    }
}
