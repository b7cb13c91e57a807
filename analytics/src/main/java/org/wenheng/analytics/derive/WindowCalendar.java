package org.wenheng.analytics.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;

/**
 * Which periods belong to the windows that end with a period: the period before, the year to date, and the last periods.
 *
 * @param months how many months the last ones are
 * @param quarters how many quarters
 * @param years how many years
 */
public record WindowCalendar(int months, int quarters, int years) {
    /** The windows that are kept: a year of months or quarters, and three years. */
    public static final WindowCalendar KEPT = new WindowCalendar(12, 4, 3);

    /**
     * A period that belongs to a window.
     *
     * @param target the period with which the window ends
     * @param position grows with time
     * @param yearPeriods how many periods the year to date has
     * @param trailingPeriods how many the last ones are
     */
    public record Part(
            Period period,
            Period target,
            boolean previous,
            boolean inYear,
            boolean trailing,
            int position,
            int yearPeriods,
            int trailingPeriods) {}

    /** How many periods the last ones are. */
    public int trailing(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> months;
            case QUARTER -> quarters;
            case YEAR -> years;
        };
    }

    /** All parts of the windows that end with these periods. */
    List<Part> parts(Collection<Period> targets) {
        List<Part> parts = new ArrayList<>();
        for (Period target : targets) {
            int trailing = trailing(target.frequency());
            int longest = Math.max(2, Math.max(trailing, target.index()));
            Period period = target;
            for (int back = 0; back < longest; back++, period = period.previous()) {
                boolean inYear = period.year() == target.year();
                if (back == 1 || inYear || back < trailing) {
                    parts.add(new Part(
                            period,
                            target,
                            back == 1,
                            inYear,
                            back < trailing,
                            longest - back,
                            target.index(),
                            trailing));
                }
            }
        }
        return parts;
    }

    /** The periods whose windows may change when the value of a period does, that period first. */
    Set<Period> reached(Period period) {
        Set<Period> reached = new LinkedHashSet<>();
        int most = Math.max(
                2, Math.max(trailing(period.frequency()), period.frequency().perYear()));
        Period target = period;
        for (int ahead = 0; ahead < most; ahead++, target = target.next()) {
            if (ahead <= 1 || ahead < trailing(period.frequency()) || target.year() == period.year()) {
                reached.add(target);
            }
        }
        return reached;
    }
}
