package org.wenheng.ingest.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * What counts as an explanation: text of at least five letters, digits or Chinese characters, three of them different, that
 * is not one of the phrases which only say that the value is right. Width, case, spaces and punctuation do not matter. The
 * numbers and the phrases are data: {@code explanations.yml}.
 */
final class Explanations {
    private static final String RESOURCE = "explanations.yml";
    private static final Explanations STANDARD = standard();

    private final int fewestCharacters;
    private final int fewestDifferent;
    private final Set<String> meaningless;

    private Explanations(int fewestCharacters, int fewestDifferent, Set<String> meaningless) {
        this.fewestCharacters = fewestCharacters;
        this.fewestDifferent = fewestDifferent;
        this.meaningless = meaningless;
    }

    /** Whether a text explains anything; an absent one does not. */
    static boolean explains(@Nullable String text) {
        return text != null && STANDARD.isMeaningful(text);
    }

    private boolean isMeaningful(String text) {
        String plain = plain(text);
        return plain.codePointCount(0, plain.length()) >= fewestCharacters
                && plain.codePoints().distinct().count() >= fewestDifferent
                && !meaningless.contains(plain);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static Explanations standard() {
        try (InputStream stream = Explanations.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(stream, RESOURCE).readAllBytes();
            Problems problems = new Problems();
            YamlNode root = YamlFile.parse(RESOURCE, new String(bytes, StandardCharsets.UTF_8), problems)
                    .only("fewest-characters", "fewest-different", "meaningless");
            Explanations read = new Explanations(
                    root.get("fewest-characters").integer(),
                    root.get("fewest-different").integer(),
                    root.get("meaningless").texts().stream()
                            .map(Explanations::plain)
                            .collect(Collectors.toSet()));
            problems.throwIfAny(RESOURCE);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
