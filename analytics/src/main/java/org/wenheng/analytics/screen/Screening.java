package org.wenheng.analytics.screen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Leaves out regions that have too few values, or too many zeros among them. A share equal to the limit is enough. A row
 * without any value fails both tests.
 *
 * @param by which tests count
 * @param availableAtLeast share of the columns that must be there, 0 to 1
 * @param nonZeroAtLeast share of the values that are there that must not be 0, 0 to 1
 */
public record Screening(By by, double availableAtLeast, double nonZeroAtLeast) {

    /** Which tests a region must pass. */
    public enum By {
        /** Values must be there. */
        MISSING,
        /** Values that are there must not be 0. */
        ZEROS,
        /** Both. */
        MISSING_AND_ZEROS
    }

    /** Why a region is kept or left out. */
    public enum Reason {
        ENOUGH(true, "数据充足", "enough values"),
        TOO_FEW_VALUES(false, "有值的指标过少", "too few values"),
        TOO_MANY_ZEROS(false, "零值过多", "too many zeros"),
        TOO_FEW_VALUES_AND_TOO_MANY_ZEROS(false, "有值的指标过少且零值过多", "too few values and too many zeros"),
        FORCED_IN(true, "指定纳入", "kept by decision"),
        FORCED_OUT(false, "指定剔除", "left out by decision");

        private final boolean kept;
        private final String chinese;
        private final String english;

        Reason(boolean kept, String chinese, String english) {
            this.kept = kept;
            this.chinese = chinese;
            this.english = english;
        }

        /** Whether the region takes part. */
        public boolean kept() {
            return kept;
        }

        /** In a few words. */
        public Title title() {
            return new Title(chinese, english);
        }
    }

    /** What was found of a row and decided about it. */
    public record Verdict(int row, Availability availability, Reason reason) {}

    /**
     * What was decided about every row.
     *
     * @param verdicts by row
     */
    public record Screened(List<Verdict> verdicts) {
        public Screened {
            verdicts = List.copyOf(verdicts);
        }

        /** The rows that are kept, rising. */
        public int[] kept() {
            return verdicts.stream()
                    .filter(verdict -> verdict.reason().kept())
                    .mapToInt(Verdict::row)
                    .toArray();
        }
    }

    /**
     * @throws IllegalArgumentException if a share is not from 0 to 1
     */
    public Screening {
        for (double share : new double[] {availableAtLeast, nonZeroAtLeast}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("Expected a share from 0 to 1, found " + share);
            }
        }
    }

    /** Screens the rows by their values alone. */
    public Screened screen(Matrix values) {
        return screen(values, Set.of(), Set.of());
    }

    /**
     * Screens the rows.
     *
     * @param in rows that are kept whatever their values
     * @param out rows that are left out whatever their values
     * @throws IllegalArgumentException if there is no such row, or it is in both
     */
    public Screened screen(Matrix values, Set<Integer> in, Set<Integer> out) {
        Set<Integer> forced = new HashSet<>(in);
        forced.addAll(out);
        if (forced.size() < in.size() + out.size()) {
            throw new IllegalArgumentException("Some rows are forced both in %s and out %s".formatted(in, out));
        }
        forced.forEach(row -> {
            if (row < 0 || row >= values.rows()) {
                throw new IllegalArgumentException("No row %d among %d".formatted(row, values.rows()));
            }
        });
        List<Availability> rows = Availability.of(values);
        List<Verdict> verdicts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Reason reason = reason(rows.get(row));
            if (in.contains(row)) {
                reason = Reason.FORCED_IN;
            } else if (out.contains(row)) {
                reason = Reason.FORCED_OUT;
            }
            verdicts.add(new Verdict(row, rows.get(row), reason));
        }
        return new Screened(verdicts);
    }

    private Reason reason(Availability row) {
        boolean none = row.present() == 0;
        boolean few = by != By.ZEROS && (none || row.share() < availableAtLeast);
        boolean zeros = by != By.MISSING && (none || row.nonZeroShare() < nonZeroAtLeast);
        if (few && zeros) {
            return Reason.TOO_FEW_VALUES_AND_TOO_MANY_ZEROS;
        }
        if (few) {
            return Reason.TOO_FEW_VALUES;
        }
        return zeros ? Reason.TOO_MANY_ZEROS : Reason.ENOUGH;
    }
}
