package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/**
 * Spending against a schedule.
 *
 * @param spent elements of money that come more often than once a year, added up since the start of the year
 * @param budget elements of money: what is there to be spent in the year
 * @param schedule what should be spent by when
 */
public record ProgressRule(
        String code, Title title, List<Element> spent, List<Element> budget, Schedule schedule, String source) {
    public ProgressRule {
        spent = List.copyOf(spent);
        budget = List.copyOf(budget);
    }

    /** The share of the year's money that should be spent by the end of a month. */
    public sealed interface Schedule {
        /**
         * The share in per cent.
         *
         * @param months 1 to 12, at which a part of the schedule ends
         */
        BigDecimal due(int months);

        /** What the schedule is, for those who read the result. */
        Title title();
    }

    /** Evenly over the months: 序时进度. */
    public record Calendar() implements Schedule {
        @Override
        public BigDecimal due(int months) {
            return BigDecimal.valueOf(months)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(12), Figure.DECIMALS, RoundingMode.HALF_UP);
        }

        @Override
        public Title title() {
            return new Title("按月均衡", "evenly by months");
        }
    }

    /**
     * By given shares.
     *
     * @param cumulative per cent by the end of each part of the year; 4 or 12, never falling
     */
    public record Season(List<BigDecimal> cumulative) implements Schedule {
        public Season {
            cumulative = List.copyOf(cumulative);
        }

        /** Of a month within a quarter it is what was due at the end of the quarter before; 0 in the first. */
        @Override
        public BigDecimal due(int months) {
            int parts = months * cumulative.size() / 12;
            return parts == 0 ? BigDecimal.ZERO : cumulative.get(parts - 1);
        }

        @Override
        public Title title() {
            String shares = String.join(
                    "、", cumulative.stream().map(BigDecimal::toPlainString).toList());
            return cumulative.size() == 4
                    ? new Title("各季末累计%" + shares, "per cent by the quarters' ends: " + shares)
                    : new Title("各月末累计%" + shares, "per cent by the months' ends: " + shares);
        }
    }
}
