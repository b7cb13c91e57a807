package org.wenheng.ingest.due;

import org.wenheng.ingest.yaml.YamlNode;

/** What an authority does to a report. Stored by its {@link #code()}. */
public enum FormEventKind {
    /** A later deadline. */
    EXTEND(true, "延期"),
    /** Nothing is asked for; what is sent all the same is accepted. */
    EXEMPT(false, "免报"),
    /** Sent back: counts as complete only when it was sent again. */
    RETURN(true, "退回"),
    /** Accepted for good: locked. */
    APPROVE(false, "审定"),
    /** Open for corrections until a day, whatever closed it. */
    REOPEN(true, "重新开放"),
    /** Undoes one earlier event. */
    WITHDRAW(false, "撤销");

    private final boolean dated;
    private final String nameChinese;

    FormEventKind(boolean dated, String nameChinese) {
        this.dated = dated;
        this.nameChinese = nameChinese;
    }

    /** Whether it holds until a day, which then has to be given. */
    public boolean isDated() {
        return dated;
    }

    public String nameChinese() {
        return nameChinese;
    }

    /** The word in tables and commands: {@code reopen}. */
    public String code() {
        return YamlNode.wordOf(this);
    }

    /** The kind with this {@link #code()}; throws if there is none. */
    public static FormEventKind ofCode(String code) {
        for (FormEventKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown kind of form event: " + code);
    }
}
