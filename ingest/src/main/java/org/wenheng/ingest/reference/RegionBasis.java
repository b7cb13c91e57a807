package org.wenheng.ingest.reference;

/** By what a region belongs to another one. */
public enum RegionBasis {
    /** By the official division codes. */
    CODE("代码口径"),
    /** By who manages it: the attribute {@code managed-by}, where a region has one. */
    MANAGEMENT("管理口径");

    private final String nameChinese;

    RegionBasis(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }
}
