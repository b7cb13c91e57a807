package org.wenheng.analytics.treat;

import java.util.Optional;
import org.wenheng.ingest.reference.Title;

/** The second step for a column that winsorising does not bring within the limits: every value along a rising curve. */
public sealed interface Transformation {

    /**
     * The curve with its numbers settled on a column; nothing if it would not rise on this column.
     *
     * @param lowest of the column
     * @param highest of the column
     * @param skewness of the column
     */
    Optional<Settled> fitted(double lowest, double highest, double skewness);

    /** The method and its parameters in a few words. */
    Title description();

    /** No second step: the column stays winsorised. */
    record None() implements Transformation {
        @Override
        public Optional<Settled> fitted(double lowest, double highest, double skewness) {
            return Optional.empty();
        }

        @Override
        public Title description() {
            return new Title("不变换", "no transformation");
        }
    }

    /**
     * {@code ln(x − min + (max − min)/100)}: the logarithm of the JRC's COIN Tool as modified in COINr 1.1 (log_CT). Not
     * for a constant column.
     */
    record LogOfRange() implements Transformation {
        @Override
        public Optional<Settled> fitted(double lowest, double highest, double skewness) {
            return logarithm(lowest, 1, (highest - lowest) / 100, false);
        }

        @Override
        public Title description() {
            return new Title("取对数ln(x − 最小值 + 极差的1%)", "ln(x − min + 1% of the range)");
        }
    }

    /**
     * {@link LogOfRange} for a column with a tail of high values, otherwise its mirror image {@code −ln(max − x + (max −
     * min)/100)}, because a logarithm lengthens a tail of low values (COINr's log_CT_plus).
     */
    record LogOfRangeBySkewness() implements Transformation {
        @Override
        public Optional<Settled> fitted(double lowest, double highest, double skewness) {
            return skewness > 0
                    ? new LogOfRange().fitted(lowest, highest, skewness)
                    : logarithm(highest, 1, (highest - lowest) / 100, true);
        }

        @Override
        public Title description() {
            return new Title(
                    "取对数ln(x − 最小值 + 极差的1%),左偏时取其镜像", "ln(x − min + 1% of the range), mirrored if skewed to the left");
        }
    }

    /** {@code ln(x − min + 1)}: the logarithm of the JRC's COIN Tool (log_CT_orig of COINr). */
    record LogFromOne() implements Transformation {
        @Override
        public Optional<Settled> fitted(double lowest, double highest, double skewness) {
            return logarithm(lowest, 1, 1, false);
        }

        @Override
        public Title description() {
            return new Title("取对数ln(x − 最小值 + 1)", "ln(x − min + 1)");
        }
    }

    /**
     * {@code ln((f·max − 1)·(x − min)/(max − min) + 1)}, from 0 to ln(f·max): Global Innovation Index 2020, appendix IV.
     * It rises only if f·max is above 1; not for a constant column.
     *
     * @param factor f, above 0; the Index takes 1 unless the highest value is too small
     */
    record LogOfInnovationIndex(double factor) implements Transformation {
        /**
         * @throws IllegalArgumentException if the factor is not a number above 0
         */
        public LogOfInnovationIndex {
            if (!(factor > 0) || !Double.isFinite(factor)) {
                throw new IllegalArgumentException("Expected a factor above 0, found " + factor);
            }
        }

        @Override
        public Optional<Settled> fitted(double lowest, double highest, double skewness) {
            return logarithm(lowest, (factor * highest - 1) / (highest - lowest), 1, false);
        }

        @Override
        public Title description() {
            return new Title(
                    "全球创新指数对数变换,系数" + Written.number(factor),
                    "logarithm of the Global Innovation Index, factor " + Written.number(factor));
        }
    }

    /**
     * Box and Cox, An Analysis of Transformations (1964), equation 1: {@code (x^λ − 1)/λ}, and {@code ln x} for λ = 0.
     *
     * @param lambda −5 to 5
     * @param fromOne whether the column is first moved so that its lowest value is 1; if not, a column with values that have
     *     no rising power (below 0, or 0 unless λ is above 0) is left alone
     */
    record BoxCox(double lambda, boolean fromOne) implements Transformation {
        private static final double STEEPEST = 5;

        /**
         * @throws IllegalArgumentException if λ is not from −5 to 5
         */
        public BoxCox {
            if (!(Math.abs(lambda) <= STEEPEST)) {
                throw new IllegalArgumentException("Expected λ from −5 to 5, found " + lambda);
            }
        }

        @Override
        public Optional<Settled> fitted(double lowest, double highest, double skewness) {
            double offset = fromOne ? 1 : lowest;
            if (lambda == 0) {
                return logarithm(lowest, 1, offset, false);
            }
            boolean exists = offset > 0 || (offset == 0 && lambda > 0);
            return exists ? Optional.of(new Power(lowest, offset, lambda)) : Optional.empty();
        }

        @Override
        public Title description() {
            String from = fromOne ? "(x − min + 1)" : "x";
            return new Title(
                    "%s的Box–Cox变换,λ=%s".formatted(from, Written.number(lambda)),
                    "Box–Cox transformation of %s, λ = %s".formatted(from, Written.number(lambda)));
        }
    }

    private static Optional<Settled> logarithm(double end, double slope, double offset, boolean mirrored) {
        boolean rises = slope > 0 && offset > 0 && Double.isFinite(slope + offset);
        return rises ? Optional.of(new Logarithm(end, slope, offset, mirrored)) : Optional.empty();
    }
}
