package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.yaml.YamlFile;

/** Finds the schemes and catalogues of the project's folder. */
final class Schemes {
    private Schemes() {}

    /**
     * A scheme and the catalogue it is written for.
     *
     * @param scheme the scheme
     * @param catalogue its catalogue
     */
    record Found(Scheme scheme, Catalogue catalogue) {}

    /**
     * The scheme of that code, or in that file.
     *
     * @param home the project's root
     * @param name code of a scheme of the project, or path of a file that ends in {@code .yml}
     * @throws InputRefusedException if there is none, naming those there are, or with all its problems
     */
    static Found find(Path home, String name) {
        Path folder = home.resolve("analytics/schemes");
        Path file = name.endsWith(".yml") ? Path.of(name) : folder.resolve(name + ".yml");
        if (!Files.isRegularFile(file)) {
            String known = String.join(", ", codes(folder));
            throw InputRefusedException.of(
                    "SCHEME_NOT_FOUND",
                    name,
                    "没有方案 \"%s\",现有: %s".formatted(name, known),
                    "No scheme \"%s\"; there are: %s".formatted(name, known));
        }
        Problems problems = new Problems();
        String catalogueCode = YamlFile.read(file, problems).get("catalogue").text();
        problems.throwIfAny(file.getFileName().toString());
        Catalogue catalogue = catalogue(home, catalogueCode);
        return new Found(SchemeReader.read(file, catalogue), catalogue);
    }

    /** The catalogue of that code. */
    static Catalogue catalogue(Path home, String code) {
        return Catalogues.load(home.resolve("ingest/catalogues").resolve(code));
    }

    private static List<String> codes(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yml"))
                    .map(file -> file.substring(0, file.length() - ".yml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
