package org.wenheng.api.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wenheng.api.period.PublishedPeriod;

/** Numbers, times and words of the tables as people read them. Templates call it as {@code @words}. */
@Component("words")
public class Words {
    private static final int PERIODS_TO_CHOOSE = 24;

    private final Properties chinese = new Properties();
    private final ZoneId zone;

    /**
     * Reads the words.
     *
     * @param zone time zone of the times on pages; empty for that of the machine
     */
    Words(@Value("${wenheng.time-zone:}") String zone) throws IOException {
        this.zone = zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
        try (Reader words = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("words.properties")), StandardCharsets.UTF_8)) {
            chinese.load(words);
        }
    }

    /** A word in Chinese, such as {@code level} {@code county}; the word itself if it is not known. */
    public String of(String family, String word) {
        return chinese.getProperty(family + "." + word, word);
    }

    /** The periods of a frequency, newest first, at most two years of months. */
    public List<PublishedPeriod> among(List<PublishedPeriod> periods, String frequency) {
        return periods.stream()
                .filter(period -> period.frequency().equals(frequency))
                .limit(PERIODS_TO_CHOOSE)
                .toList();
    }

    /** A score with its two decimals; a dash for none. */
    public String score(@Nullable Number score) {
        return score == null ? "—" : format("0.00", score);
    }

    /** A change with its sign and its two decimals; {@code ±0.00} for none. */
    public String signed(Number change) {
        String size = format("0.00", change).replace("-", "");
        return size.equals("0.00") ? "±0.00" : (change.doubleValue() > 0 ? "+" : "−") + size;
    }

    /** A share as a percentage with at most one decimal. */
    public String percent(double share) {
        return format("0.#", share * 100) + "%";
    }

    /** A measured quantity: grouped by thousands, at most four significant decimals. */
    public String quantity(Number value) {
        double size = Math.abs(value.doubleValue());
        return format(size >= 1000 ? "#,##0.#" : size >= 1 || size == 0 ? "0.##" : "0.####", value);
    }

    /** A time on the clock of the readers. */
    public String time(OffsetDateTime time) {
        return time.atZoneSameInstant(zone).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm (xxx)", Locale.ROOT));
    }

    private static String format(String pattern, Number value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value instanceof BigDecimal exact ? exact : BigDecimal.valueOf(value.doubleValue()));
    }
}
