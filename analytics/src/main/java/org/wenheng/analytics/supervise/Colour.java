package org.wenheng.analytics.supervise;

import org.wenheng.ingest.reference.Title;

/** What a light says, the most urgent first. Nothing is green for want of data. */
public enum Colour {
    RED("红灯", "red"),
    YELLOW("黄灯", "yellow"),
    /** Could not be judged: something is missing that would have to be known. */
    NO_DATA("无法判断", "no data"),
    GREEN("绿灯", "green");

    private final String chinese;
    private final String english;

    Colour(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The word that people see. */
    public Title title() {
        return new Title(chinese, english);
    }
}
