package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wenheng.analytics.index.SchemeExamples;
import org.wenheng.analytics.run.SupervisionFiles;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.supervise.SupervisionRules;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Finds the schemes and catalogues of the project's folder. */
final class Schemes {
    private static final Pattern LINE = Pattern.compile(":(\\d+)$");

    private Schemes() {}

    /**
     * A scheme and the catalogue it is written for.
     *
     * @param scheme the scheme
     * @param catalogue its catalogue
     */
    record Found(Scheme scheme, Catalogue catalogue) {}

    /**
     * The scheme of that code, or in that file, with its examples worked.
     *
     * @param home the project's root
     * @param name code of a scheme of the project, or path of a file that ends in {@code .yml}
     * @throws InputRefusedException if there is none, naming those there are, or with all its problems in the order of
     *     its lines
     */
    static Found find(Path home, String name) {
        Path folder = home.resolve("analytics/schemes");
        Path file = name.endsWith(".yml") ? Path.of(name) : folder.resolve(name + ".yml");
        if (!Files.isRegularFile(file)) {
            List<String> codes = codes(folder);
            String known = String.join(", ", codes);
            String near = near(name, codes);
            throw InputRefusedException.of(
                    "SCHEME_NOT_FOUND",
                    name,
                    "没有方案 \"%s\" %s,现有: %s".formatted(name, near, known),
                    "No scheme \"%s\" %s; there are: %s".formatted(name, near, known));
        }
        try {
            return read(home, file);
        } catch (InputRefusedException refused) {
            throw new InputRefusedException(
                    file.getFileName().toString(),
                    refused.problems().stream()
                            .distinct()
                            .sorted(Comparator.comparing(Schemes::fileOf).thenComparing(Schemes::lineOf))
                            .toList());
        }
    }

    private static Found read(Path home, Path file) {
        Catalogue catalogue = catalogue(home, catalogueOf(home, file));
        Scheme scheme = SchemeReader.read(file, catalogue);
        Problems problems = new Problems();
        SchemeExamples.check(scheme, catalogue, problems);
        problems.throwIfAny(file.getFileName().toString());
        return new Found(scheme, catalogue);
    }

    /** Code of a scheme's catalogue. What else is wrong with the file is said when it is read with the catalogue. */
    private static String catalogueOf(Path home, Path file) {
        Problems problems = new Problems();
        YamlNode node = YamlFile.read(file, problems).get("catalogue");
        String code = node.text();
        Path folder = home.resolve("ingest/catalogues");
        boolean known = !code.isEmpty() && Files.isDirectory(folder.resolve(code));
        if (!known && !code.isEmpty()) {
            List<String> codes = names(folder)
                    .filter(other -> Files.isDirectory(folder.resolve(other)))
                    .toList();
            String near = near(code, codes);
            node.problem(
                    "SCHEME_CATALOGUE_UNKNOWN",
                    "没有目录 \"%s\" %s,现有: %s".formatted(code, near, String.join(", ", codes)),
                    "No catalogue \"%s\" %s; there are: %s".formatted(code, near, String.join(", ", codes)));
        }
        if (!known) {
            problems.throwIfAny(file.getFileName().toString());
        }
        return code;
    }

    private static String fileOf(Problem problem) {
        return LINE.matcher(problem.where()).replaceFirst("");
    }

    /** The line that a problem's place ends with; 0 if it names none. */
    private static int lineOf(Problem problem) {
        Matcher line = LINE.matcher(problem.where());
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    /** The catalogue of that code. */
    static Catalogue catalogue(Path home, String code) {
        return Catalogues.load(home.resolve("ingest/catalogues").resolve(code));
    }

    /** By what a scheme's runs are supervised. */
    static SupervisionRules supervision(Path home, Found found) {
        Catalogue catalogue = found.catalogue();
        return SupervisionFiles.load(home.resolve("ingest/catalogues").resolve(catalogue.code()), catalogue);
    }

    private static String near(String word, List<String> known) {
        return Nearest.to(word, known).map("(did you mean \"%s\"?)"::formatted).orElse("");
    }

    private static List<String> codes(Path folder) {
        return names(folder)
                .filter(file -> file.endsWith(".yml"))
                .map(file -> file.substring(0, file.length() - ".yml".length()))
                .toList();
    }

    private static Stream<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
