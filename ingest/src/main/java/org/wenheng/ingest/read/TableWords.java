package org.wenheng.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * The words by which a table that people made is understood: data, in Chinese and English. All are kept and compared as
 * {@link #plain}.
 *
 * @param notes beginnings of lines below the data
 * @param totals names of rows that add up others
 * @param columnNumbers signs of a row that numbers the columns
 * @param labels what a label above the table announces
 * @param columns what a column of a form is
 * @param otherValues beginnings of columns of a form that hold other values than those of the period
 * @param missing the reason that a mark stands for
 */
record TableWords(
        Set<String> notes,
        Set<String> totals,
        Set<String> columnNumbers,
        Map<String, Role> labels,
        Map<String, Role> columns,
        Set<String> otherValues,
        Map<String, ValueStatus> missing) {
    private static final TableWords STANDARD = load("words.yml");

    /** What a label or a column says about the values. */
    enum Role {
        REGION_CODE,
        REGION_NAME,
        PERIOD,
        FORM,
        FACILITY_CODE,
        FACILITY_NAME,
        ELEMENT_CODE,
        ELEMENT_NAME,
        INDICATOR,
        UNIT,
        VALUE,
        REASON,
        REMARK,
        ORIGIN,
        IGNORED
    }

    /** The words that come with Wenheng. */
    static TableWords standard() {
        return STANDARD;
    }

    /** A text without white space, in letters of usual width and lower case; brackets of any width are round. */
    static String plain(String text) {
        boolean simple = true;
        for (int i = 0; i < text.length() && simple; i++) {
            char c = text.charAt(i);
            simple = c > ' ' && c < 0x7F && !Character.isUpperCase(c);
        }
        if (simple) {
            return text;
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\uFEFF') {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** What a label announces; null if it is not known. */
    @Nullable
    Role label(String text) {
        return labels.get(plain(text));
    }

    /** What a column is; null if its name is not known. */
    @Nullable
    Role column(String text) {
        return columns.get(plain(text));
    }

    /** Whether the name of a column says that it holds other values than those of the period. */
    boolean isOfOtherValues(String text) {
        String plain = plain(text);
        return otherValues.stream().anyMatch(plain::startsWith);
    }

    /** Whether a text names a row that adds up others. */
    boolean isTotal(String text) {
        // The longest word that means a total is short, so that a cell of data is mostly told by its length.
        return !text.isEmpty() && text.length() <= 16 && totals.contains(plain(text));
    }

    /** Whether a line that begins with this text stands below the data. */
    boolean isNote(String text) {
        String plain = plain(text);
        for (int length = Math.min(plain.length(), 12); length > 0; length--) {
            if (notes.contains(plain.substring(0, length))) {
                return plain.length() == length || endsWord(plain.charAt(length));
            }
        }
        return false;
    }

    private static boolean endsWord(char next) {
        return !Character.isLetter(next);
    }

    private static TableWords load(String resource) {
        try (InputStream stream = TableWords.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(stream, resource).readAllBytes();
            Problems problems = new Problems();
            YamlNode root = YamlFile.parse(resource, new String(bytes, StandardCharsets.UTF_8), problems)
                    .only("notes", "totals", "column-numbers", "labels", "columns", "other-values", "missing");
            TableWords words = new TableWords(
                    words(root.get("notes")),
                    words(root.get("totals")),
                    words(root.get("column-numbers")),
                    roles(root.get("labels")),
                    roles(root.get("columns")),
                    words(root.get("other-values")),
                    marks(root.get("missing")));
            problems.throwIfAny(resource);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(YamlNode node) {
        Set<String> words = new HashSet<>();
        node.texts().forEach(word -> words.add(plain(word)));
        return Set.copyOf(words);
    }

    private static Map<String, Role> roles(YamlNode node) {
        Map<String, Role> roles = new HashMap<>();
        node.entries().forEach((name, texts) -> {
            Role role = named(name, texts);
            texts.texts().forEach(word -> roles.put(plain(word), role));
        });
        return Map.copyOf(roles);
    }

    private static Role named(String name, YamlNode node) {
        for (Role role : Role.values()) {
            if (YamlNode.wordOf(role).equals(name)) {
                return role;
            }
        }
        node.problem("YAML_WORD_UNKNOWN", "不认识 \"%s\"".formatted(name), "Unknown word \"%s\"".formatted(name));
        return Role.IGNORED;
    }

    private static Map<String, ValueStatus> marks(YamlNode node) {
        Map<String, ValueStatus> marks = new HashMap<>();
        Map<ValueStatus, List<YamlNode>> byStatus = new EnumMap<>(ValueStatus.class);
        node.entries().forEach((name, texts) -> byStatus.put(ValueStatus.ofCode(name), texts.items()));
        byStatus.forEach((status, items) ->
                items.forEach(item -> marks.put(plain(item.optionalText().orElse("")), status)));
        return Map.copyOf(marks);
    }
}
