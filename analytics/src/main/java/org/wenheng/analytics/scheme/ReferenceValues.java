package org.wenheng.analytics.scheme;

import java.util.stream.IntStream;
import org.wenheng.ingest.reference.Title;

/**
 * What a scheme holds the regions against where a method compares. The references that can turn out too small say how many
 * values they need; below that, the regions are held against all regions of the period, with a note.
 */
public sealed interface ReferenceValues {

    /** Whose values these are, in a few words. */
    Title description();

    /** The years whose values are looked at when a period of a year is scored. */
    default IntStream years(int year) {
        return IntStream.of(year);
    }

    /** The regions that are scored together, in the period that is scored. */
    record AllRegions() implements ReferenceValues {
        @Override
        public Title description() {
            return new Title("与全部地区比较", "against all regions");
        }
    }

    /**
     * The regions of the same peer group, in the period that is scored.
     *
     * @param atLeast values that a group needs, 2 or more
     */
    record PeerGroup(int atLeast) implements ReferenceValues {
        @Override
        public Title description() {
            return fallingBack("与同类组比较", "within the peer group", atLeast);
        }
    }

    /**
     * All regions in the period that is scored and in the same part of the years before it, so that cumulated values of a
     * quarter stand beside those of the same quarter.
     *
     * @param periods how many periods, 2 or more; 3 in 2026Q2 are 2026Q2, 2025Q2 and 2024Q2
     * @param atLeast values that are needed in all of them together, 2 or more
     */
    record PooledPeriods(int periods, int atLeast) implements ReferenceValues {
        @Override
        public Title description() {
            return fallingBack(
                    "与近%d年同期全部地区比较".formatted(periods),
                    "against all regions in this and the same part of the %d years before".formatted(periods - 1),
                    atLeast);
        }

        @Override
        public IntStream years(int year) {
            return IntStream.rangeClosed(year - periods + 1, year);
        }
    }

    /**
     * All regions in the same part of one year, so that published scores do not move when a period is added.
     *
     * @param year the base year; 2024 in 2026Q2 is 2024Q2
     * @param atLeast values that are needed, 2 or more
     */
    record BasePeriod(int year, int atLeast) implements ReferenceValues {
        @Override
        public Title description() {
            return fallingBack(
                    "与基期%d年同期全部地区比较".formatted(year),
                    "against all regions in the same part of the base year %d".formatted(year),
                    atLeast);
        }

        /** The base year too: those that fall back look at the scored one. */
        @Override
        public IntStream years(int scored) {
            return IntStream.of(year, scored);
        }
    }

    /**
     * One region in the period that is scored, such as the provincial capital; against all regions if it has no value or is
     * not scored beside the others.
     *
     * @param code of the region
     */
    record OneRegion(String code) implements ReferenceValues {
        @Override
        public Title description() {
            return new Title(
                    "与地区%s比较,该地区无值时改与全部地区比较".formatted(code),
                    "against region %s; against all regions if it has no value".formatted(code));
        }
    }

    private static Title fallingBack(String chinese, String english, int atLeast) {
        return new Title(
                "%s,有效值不足%d个时改与本期全部地区比较".formatted(chinese, atLeast),
                "%s; against all regions of the period if fewer than %d values are there".formatted(english, atLeast));
    }
}
