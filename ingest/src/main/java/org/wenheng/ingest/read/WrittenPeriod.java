package org.wenheng.ingest.read;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;

/**
 * A period as people write it: {@code 2023年6月}, {@code 2023.6}, {@code 2023-06}, {@code 202306}, {@code 2023年第2季度},
 * {@code 2023Q2}, {@code 2023年}, a date. A date means its month, or the longer period that is asked for.
 *
 * <p>{@code 2023.1} has two meanings. Somebody who writes texts means January; a spreadsheet makes the same text of the
 * number 2023.10. What stands beside it decides: other periods that keep a last zero ({@code 2023.10}) make it January,
 * other periods with two digits for a month ({@code 2023.09}) make it October. Alone it is ambiguous and no period.
 */
public final class WrittenPeriod {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?度?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(年[-./]?|[-./])(\\d{1,2})月?份?");
    private static final Pattern COMPACT_MONTH = Pattern.compile("(\\d{4})(\\d{2})");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-./年](\\d{1,2})[-./月](\\d{1,2})日?|(\\d{2})(\\d{2}))");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})年?度?[-./]?(?:q([1-4])|([1-4])q|第?([1-4一二三四])季度?)");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ][0-9:.Z]+");
    private static final Pattern ANYWHERE = Pattern.compile(
            "\\d{4}\\s*年\\s*(?:第?\\s*[1-4一二三四]\\s*季度|\\d{1,2}\\s*月份?|度)?|\\d{4}[Qq][1-4]|\\d{4}-\\d{2}(?!\\d)");
    /** Day 0 of the serial numbers of dates in workbooks, for dates since March 1900. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private WrittenPeriod() {}

    /** The periods that a text may mean: none, one, or two if it is ambiguous. */
    public static List<Period> meanings(String text) {
        return meanings(text, List.of(), null);
    }

    /**
     * The periods that a text may mean.
     *
     * @param beside texts of other periods of the same table, which may decide what an ambiguous one means
     * @param frequency the kind of period that a date stands for; null for the month
     */
    public static List<Period> meanings(String text, Collection<String> beside, @Nullable Frequency frequency) {
        Optional<Period> code = Period.parse(text);
        if (code.isPresent()) {
            return List.of(code.get());
        }
        if (text.length() > 30 || text.length() < 4) {
            return List.of();
        }
        String plain = plain(text);
        Matcher year = YEAR.matcher(plain);
        if (year.matches()) {
            return inRange(year.group(1)) ? List.of(Period.ofYear(number(year.group(1)))) : List.of();
        }
        Matcher quarter = QUARTER.matcher(plain);
        if (quarter.matches()) {
            return inRange(quarter.group(1))
                    ? List.of(Period.ofQuarter(number(quarter.group(1)), quarterOf(quarter)))
                    : List.of();
        }
        Matcher month = MONTH.matcher(plain);
        if (month.matches()) {
            return months(month, beside);
        }
        Matcher compact = COMPACT_MONTH.matcher(plain);
        return compact.matches() ? month(compact.group(1), compact.group(2)) : date(plain, frequency);
    }

    /** The code of the period that a text means if it means exactly one, otherwise the text as it is. */
    public static String code(String text, Collection<String> beside, @Nullable Frequency frequency) {
        List<Period> meanings = meanings(text, beside, frequency);
        return meanings.size() == 1 ? meanings.get(0).code() : text;
    }

    /** The period of a date that stands as a serial number of a workbook, such as 45078 for 2023-06-01. */
    public static Optional<Period> ofSerial(String text, Frequency frequency) {
        return text.matches("\\d{5}(\\.\\d+)?")
                ? Optional.of(of(SERIAL_ZERO.plusDays(number(text.substring(0, 5))), frequency))
                : Optional.empty();
    }

    /** The one period that is named somewhere in a line, such as a title; empty if there is none or several. */
    static Optional<String> within(String line) {
        List<String> found = ANYWHERE.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC))
                .results()
                .map(match -> match.group().replaceAll("\\s", ""))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether a text looks like a period, such as the header of a column of values. */
    static boolean isPeriod(String text) {
        if (text.length() == 4) {
            return text.chars().allMatch(Character::isDigit) && inRange(text);
        }
        return text.length() > 4
                && Character.isDigit(text.charAt(0))
                && !meanings(text).isEmpty()
                && !text.strip().matches("\\d{6}");
    }

    private static List<Period> months(Matcher month, Collection<String> beside) {
        List<Period> first = month(month.group(1), month.group(3));
        if (!month.group(2).equals(".") || !month.group(3).equals("1")) {
            return first;
        }
        boolean keepsZeros = beside.stream().anyMatch(other -> other.strip().matches("\\d{4}\\.10"));
        boolean twoDigits = beside.stream().anyMatch(other -> other.strip().matches("\\d{4}\\.0[1-9]"));
        if (first.isEmpty() || (keepsZeros && !twoDigits)) {
            return first;
        }
        Period october = Period.ofMonth(number(month.group(1)), 10);
        return twoDigits && !keepsZeros ? List.of(october) : List.of(first.get(0), october);
    }

    private static List<Period> month(String year, String month) {
        int number = number(month);
        return inRange(year) && number >= 1 && number <= 12 ? List.of(Period.ofMonth(number(year), number)) : List.of();
    }

    private static List<Period> date(String plain, @Nullable Frequency frequency) {
        Matcher date = DATE.matcher(plain);
        if (!date.matches() || !inRange(date.group(1))) {
            return List.of();
        }
        String month = date.group(2) == null ? date.group(4) : date.group(2);
        String day = date.group(2) == null ? date.group(5) : date.group(3);
        try {
            LocalDate read = LocalDate.of(number(date.group(1)), number(month), number(day));
            return List.of(of(read, frequency == null ? Frequency.MONTH : frequency));
        } catch (DateTimeException e) {
            // A day that no calendar has, such as 2023-02-30, is no period.
            return List.of();
        }
    }

    private static Period of(LocalDate day, Frequency frequency) {
        return Period.ofMonth(day.getYear(), day.getMonthValue()).within(frequency);
    }

    private static String plain(String text) {
        Matcher time = TIME.matcher(text.strip());
        String day = time.matches() ? time.group(1) : text;
        return TableWords.plain(day);
    }

    private static int quarterOf(Matcher quarter) {
        String given = IntStream.rangeClosed(2, 4)
                .mapToObj(quarter::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
        int chinese = "一二三四".indexOf(given);
        return chinese >= 0 ? chinese + 1 : number(given);
    }

    private static boolean inRange(String year) {
        int number = number(year);
        return number >= 1900 && number < 2200;
    }

    private static int number(String digits) {
        return Integer.parseInt(Normalizer.normalize(digits, Normalizer.Form.NFKC));
    }
}
