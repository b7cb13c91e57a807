package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A month ({@code 2026-10}), a quarter ({@code 2026Q4}) or a year ({@code 2026}). Ordered by its last day, and for the
 * same last day from fine to coarse.
 *
 * @param frequency the kind of period
 * @param year the calendar year
 * @param index the position in the year, from 1; always 1 for a year
 */
public record Period(Frequency frequency, int year, int index) implements Comparable<Period> {
    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(\\d{2})|Q([1-4]))?");

    public Period {
        if (index < 1 || index > frequency.perYear()) {
            throw new IllegalArgumentException("Invalid index of a " + frequency + " period: " + index
                    + " (expected: 1-" + frequency.perYear() + ")");
        }
    }

    public static Period ofMonth(int year, int month) {
        return new Period(Frequency.MONTH, year, month);
    }

    public static Period ofQuarter(int year, int quarter) {
        return new Period(Frequency.QUARTER, year, quarter);
    }

    public static Period ofYear(int year) {
        return new Period(Frequency.YEAR, year, 1);
    }

    /** The period written as {@code text}, or empty if the text is not a period code. */
    public static Optional<Period> parse(String text) {
        Matcher matcher = CODE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            int month = Integer.parseInt(matcher.group(2));
            return month >= 1 && month <= 12 ? Optional.of(ofMonth(year, month)) : Optional.empty();
        }
        return Optional.of(
                matcher.group(3) == null ? ofYear(year) : ofQuarter(year, Integer.parseInt(matcher.group(3))));
    }

    /** The code: {@code 2026-10}, {@code 2026Q4} or {@code 2026}. */
    public String code() {
        return switch (frequency) {
            case MONTH -> "%04d-%02d".formatted(year, index);
            case QUARTER -> "%04dQ%d".formatted(year, index);
            case YEAR -> "%04d".formatted(year);
        };
    }

    /** The name that users see: {@code 2026年10月}, {@code 2026年第4季度}, {@code 2026年}. */
    public String nameChinese() {
        return switch (frequency) {
            case MONTH -> "%d年%d月".formatted(year, index);
            case QUARTER -> "%d年第%d季度".formatted(year, index);
            case YEAR -> "%d年".formatted(year);
        };
    }

    public LocalDate firstDay() {
        return YearMonth.of(year, (index - 1) * monthsLong() + 1).atDay(1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, months()).atEndOfMonth();
    }

    /** Months of the year that have passed at the end of this period: 10 for October, 12 for the fourth quarter. */
    public int months() {
        return index * monthsLong();
    }

    /** The previous period of the same kind. */
    public Period previous() {
        return index > 1
                ? new Period(frequency, year, index - 1)
                : new Period(frequency, year - 1, frequency.perYear());
    }

    /** The next period of the same kind. */
    public Period next() {
        return index < frequency.perYear()
                ? new Period(frequency, year, index + 1)
                : new Period(frequency, year + 1, 1);
    }

    /** The period of a coarser or equal kind that this one lies in. */
    public Period within(Frequency coarser) {
        if (coarser.isFinerThan(frequency)) {
            throw new IllegalArgumentException("No " + coarser + " contains " + code());
        }
        return new Period(coarser, year, (months() - 1) * coarser.perYear() / 12 + 1);
    }

    /** The periods of a finer or equal kind that make up this one, in order. */
    public List<Period> parts(Frequency finer) {
        int ratio = finer.perYear() / frequency.perYear();
        return IntStream.rangeClosed((index - 1) * ratio + 1, index * ratio)
                .mapToObj(part -> new Period(finer, year, part))
                .toList();
    }

    /** How this period is seen in another kind: its parts, or the one longer period that it lies in. */
    public List<Period> in(Frequency kind) {
        return frequency.isFinerThan(kind) ? List.of(within(kind)) : parts(kind);
    }

    /** The periods of a finer or equal kind from the start of the year to the end of this period, in order. */
    public List<Period> yearToDate(Frequency finer) {
        return IntStream.rangeClosed(1, months() * finer.perYear() / 12)
                .mapToObj(part -> new Period(finer, year, part))
                .toList();
    }

    @Override
    public int compareTo(Period other) {
        int byDay = lastDay().compareTo(other.lastDay());
        return byDay != 0 ? byDay : frequency.compareTo(other.frequency);
    }

    @Override
    public String toString() {
        return code();
    }

    private int monthsLong() {
        return 12 / frequency.perYear();
    }
}
