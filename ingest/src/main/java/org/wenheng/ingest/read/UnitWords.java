package org.wenheng.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;

/**
 * Tells units from other texts, so that {@code 收入(万元)} has a unit and {@code 人口数(人口抽样调查)} has none. Knows the units of the
 * conversion table and what more it is told.
 */
public final class UnitWords {
    private static final String TABLE = "/org/wenheng/ingest/check/units.yml";
    private static final UnitWords STANDARD = new UnitWords(load());
    private static final String OPENING = "(（[【〔";
    private static final String CLOSING = ")）]】〕";

    /** What a unit measures, by the plain unit; a unit of unknown quantity measures itself. */
    private final Map<String, String> quantities;

    private UnitWords(Map<String, String> quantities) {
        this.quantities = quantities;
    }

    /** The units of the conversion table. */
    public static UnitWords standard() {
        return STANDARD;
    }

    /** These units and more, such as those of a catalogue. */
    public UnitWords with(Collection<String> more) {
        Map<String, String> all = new HashMap<>(quantities);
        more.stream()
                .map(TableWords::plain)
                .filter(unit -> !unit.isEmpty())
                .forEach(unit -> all.putIfAbsent(unit, unit));
        return new UnitWords(all);
    }

    /** Whether a text is a unit. {@code 元/平方米} is one because {@code 元} is. */
    public boolean isUnit(String text) {
        return quantity(text) != null;
    }

    /** Whether two units measure the same and differ in size or name. */
    boolean conflict(String one, String other) {
        String quantity = quantity(one);
        return quantity != null
                && quantity.equals(quantity(other))
                && !TableWords.plain(one).equals(TableWords.plain(other));
    }

    /** The unit of a text that is nothing else, with or without brackets; null if it is none. */
    @Nullable
    String unitOf(String text) {
        String bare = text.strip();
        if (isUnit(bare)) {
            return bare;
        }
        int last = bare.length() - 1;
        if (last > 1 && OPENING.indexOf(bare.charAt(0)) >= 0 && CLOSING.indexOf(bare.charAt(last)) >= 0) {
            String inner = bare.substring(1, last).strip();
            String named = afterLabel(inner);
            return isUnit(named) ? named : null;
        }
        return null;
    }

    /** A name and the unit that stands behind it in brackets or after {@code _}; without a unit the name is the text. */
    Named split(String text) {
        String name = text.strip();
        int end = name.length() - 1;
        if (end > 1 && CLOSING.indexOf(name.charAt(end)) >= 0) {
            int open = opening(name, end);
            String inner =
                    open < 0 ? "" : afterLabel(name.substring(open + 1, end).strip());
            if (open > 0 && isUnit(inner)) {
                return new Named(name.substring(0, open).strip(), inner);
            }
        }
        int underscore = name.lastIndexOf('_');
        if (underscore > 0 && isUnit(name.substring(underscore + 1))) {
            return new Named(name.substring(0, underscore), name.substring(underscore + 1));
        }
        return new Named(name, null);
    }

    /** @param unit null if the text names none */
    record Named(String name, @Nullable String unit) {}

    /** The bracket that the last one closes: units such as {@code 册(件)} have brackets of their own. */
    private static int opening(String text, int end) {
        int depth = 0;
        for (int i = end; i >= 0; i--) {
            if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                depth++;
            } else if (OPENING.indexOf(text.charAt(i)) >= 0 && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String afterLabel(String text) {
        int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
        return colon < 0 ? text : text.substring(colon + 1).strip();
    }

    private @Nullable String quantity(String text) {
        if (text.isEmpty() || text.length() > 24) {
            return null;
        }
        String plain = TableWords.plain(text);
        String quantity = quantities.get(plain);
        if (quantity != null) {
            return quantity;
        }
        int slash = plain.indexOf('/');
        String above = slash > 0 && slash < plain.length() - 1 ? quantities.get(plain.substring(0, slash)) : null;
        return above == null ? null : above + plain.substring(slash);
    }

    private static Map<String, String> load() {
        try (InputStream stream = UnitWords.class.getResourceAsStream(TABLE)) {
            byte[] bytes = Objects.requireNonNull(stream, TABLE).readAllBytes();
            Problems problems = new Problems();
            Map<String, String> quantities = new HashMap<>();
            YamlFile.parse(TABLE, new String(bytes, StandardCharsets.UTF_8), problems)
                    .entries()
                    .forEach((quantity, sizes) ->
                            sizes.entries().keySet().forEach(unit -> quantities.put(TableWords.plain(unit), quantity)));
            problems.throwIfAny(TABLE);
            return quantities;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
