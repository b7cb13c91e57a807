package org.wenheng.ingest.due;

/** How urgently a report asks for attention, from not at all to most. */
public enum Light {
    NONE("-"),
    WARNING("提醒"),
    YELLOW("黄灯"),
    RED("红灯");

    private final String nameChinese;

    Light(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }
}
