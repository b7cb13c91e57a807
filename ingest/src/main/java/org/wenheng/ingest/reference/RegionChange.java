package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day did to one region, or to one region in its relation to another: a line of {@code region-changes.csv}. A split
 * into three is three of them on the same day, a merger of two is two.
 *
 * @param date first day on which it is so
 * @param from code until the day before; null if the region is established from nothing
 * @param to code from the day on; null if the region is abolished without a successor
 * @param weight of a split the share of {@code from} that goes to {@code to}, of a merger the share of {@code to} that comes
 *     from {@code from}; the shares of one whole add up to exactly 1; null if not known
 * @param basis what the weight was measured by, such as {@code population-2020}; null exactly if there is no weight
 * @param source where the change is published
 */
public record RegionChange(
        LocalDate date,
        Kind kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable BigDecimal weight,
        @Nullable String basis,
        String source) {

    /** What happened. */
    public enum Kind {
        /** Another code, the same place. */
        RECODE("改码"),
        /** Another name under the same code. */
        RENAME("更名"),
        /** Another parent, under the same or another code; the same place. */
        TRANSFER("划转"),
        /** The region goes into one that has other parts too. */
        MERGE("并入"),
        /** The region is divided among several. */
        SPLIT("拆分"),
        /** A part of unknown size passes to another region; both stay. */
        BOUNDARY("边界调整"),
        /** The region begins, and no other one ends or shrinks for it in the records. */
        ESTABLISH("设立"),
        /** The region ends, and no other one takes it over in the records. */
        ABOLISH("撤销");

        private final String nameChinese;

        Kind(String nameChinese) {
            this.nameChinese = nameChinese;
        }

        public String nameChinese() {
            return nameChinese;
        }

        /** Whether the region before and the region after are the same place. */
        public boolean keepsPlace() {
            return switch (this) {
                case RECODE, RENAME, TRANSFER -> true;
                case MERGE, SPLIT, BOUNDARY, ESTABLISH, ABOLISH -> false;
            };
        }

        /** Whether values under the code before belong under the code after, wholly or in part. */
        public boolean passesOn() {
            return keepsPlace() || this == MERGE || this == SPLIT;
        }
    }
}
