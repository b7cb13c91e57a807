package org.wenheng.ingest.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.wenheng.ingest.source.JdbcSource.Overlap;

/**
 * The kinds of columns that have an order. Values travel as text, as a file shows them; here they become what a driver
 * binds to a parameter, and back.
 */
public enum KeyKind {
    /** Whole numbers. */
    INTEGER,
    /** Numbers with decimals. */
    DECIMAL,
    /** Days. */
    DATE,
    /** Date and time without an offset. */
    TIMESTAMP,
    /** Date and time with an offset from UTC. */
    INSTANT,
    /** Texts in the order of the server: they can part a table but not tell how far it was read. */
    TEXT;

    /**
     * The value for a parameter: {@code Long} (or {@code BigDecimal} beyond it), {@code BigDecimal}, {@code LocalDate},
     * {@code LocalDateTime}, {@code OffsetDateTime} or {@code String}; empty if the text is no such value, such as
     * {@code infinity}.
     */
    public Optional<Object> bound(String text) {
        try {
            return Optional.of(
                    switch (this) {
                        case INTEGER -> whole(new BigInteger(text));
                        case DECIMAL -> new BigDecimal(text);
                        case DATE -> LocalDate.parse(text);
                        case TIMESTAMP -> LocalDateTime.parse(text);
                        case INSTANT -> OffsetDateTime.parse(text);
                        case TEXT -> text;
                    });
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The text of a value as a server shows it, in the form that {@link #bound} takes. */
    public String text(String shown) {
        return this == TIMESTAMP || this == INSTANT ? ServerText.timestamp(shown) : shown;
    }

    /** Whether a watermark of this kind can go back by this overlap. */
    public boolean fits(Overlap overlap) {
        return switch (this) {
            case INTEGER, DECIMAL -> overlap.number() != null;
            case DATE, TIMESTAMP, INSTANT -> overlap.time() != null;
            case TEXT -> false;
        };
    }

    /**
     * The value that lies an overlap below. For days, a time that is no whole number of days counts as the next whole one.
     *
     * @param text a value of this kind
     * @param overlap one that fits
     * @throws IllegalArgumentException if the text is no value of this kind or the overlap does not fit
     */
    public String below(String text, Overlap overlap) {
        Object value = bound(text).orElseThrow(() -> new IllegalArgumentException("No " + this + ": " + text));
        BigDecimal number = overlap.number();
        Duration time = overlap.time();
        if (value instanceof Long whole && number != null) {
            return new BigDecimal(whole).subtract(number).toPlainString();
        } else if (value instanceof BigDecimal decimal && number != null) {
            return decimal.subtract(number).toPlainString();
        } else if (value instanceof LocalDate day && time != null) {
            return day.minusDays(time.plusDays(1).minusNanos(1).toDays()).toString();
        } else if (value instanceof LocalDateTime moment && time != null) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.minus(time));
        } else if (value instanceof OffsetDateTime moment && time != null) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.minus(time));
        }
        throw new IllegalArgumentException("No overlap of a " + this + ": " + overlap);
    }

    /** Which of two values of this kind comes first, as {@link Comparable#compareTo}; not for texts. */
    public int compare(String first, String second) {
        Object a = bound(first).orElseThrow(() -> new IllegalArgumentException("No " + this + ": " + first));
        Object b = bound(second).orElseThrow(() -> new IllegalArgumentException("No " + this + ": " + second));
        return switch (this) {
            case INTEGER, DECIMAL -> new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
            case DATE -> ((LocalDate) a).compareTo((LocalDate) b);
            case TIMESTAMP -> ((LocalDateTime) a).compareTo((LocalDateTime) b);
            case INSTANT -> ((OffsetDateTime) a).toInstant().compareTo(((OffsetDateTime) b).toInstant());
            case TEXT -> throw new IllegalArgumentException("Texts have the order of their server");
        };
    }

    /** Whole numbers are bound as whole numbers: compared with a decimal, PostgreSQL would not use the column's index. */
    private static Object whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : new BigDecimal(number);
    }
}
