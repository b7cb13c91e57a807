package org.wenheng.api.superset;

/** What the person who exports the bundle says about the rows behind it; the same words as the column {@code origin}. */
public enum DataNature {
    REAL("数据性质：实报数据", "Nature of the data: reported"),
    SYNTHETIC("数据性质：合成数据，仅供演示", "Nature of the data: synthetic, for demonstration only"),
    MIXED("数据性质：含合成数据，合成部分仅供演示", "Nature of the data: partly synthetic; that part is for demonstration only"),
    /** Nothing was said: the reader has to look at each row. */
    BY_ROW("数据性质：以每行的“数据性质”列为准", "Nature of the data: see the column origin of each row");

    private final String chinese;
    private final String english;

    DataNature(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** One line for people, Chinese first. */
    public String line() {
        return chinese + " / " + english;
    }
}
