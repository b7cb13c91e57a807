package org.wenheng.ingest.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads source mappings: {@code mappings/<name>.yml} in the folder of a catalogue. */
public final class SourceMappings {
    private SourceMappings() {}

    /**
     * Reads a mapping.
     *
     * @param catalogueFolder folder of the catalogue
     * @throws InputRefusedException if there is none of that name, or with everything that is wrong with it
     */
    public static SourceMapping load(Path catalogueFolder, String name) {
        Path folder = catalogueFolder.resolve("mappings");
        Path file = folder.resolve(name + ".yml");
        if (!name.matches("[a-z0-9-]+") || !Files.isRegularFile(file)) {
            List<String> known = names(folder);
            String near = Nearest.to(name, known)
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            throw InputRefusedException.of(
                    "MAPPING_UNKNOWN",
                    "--mapping",
                    "没有名为“%s”的来源映射%s,请检查目录下的 mappings 文件夹:%s".formatted(name, near, String.join(", ", known)),
                    "No source mapping \"%s\"%s; look in the folder mappings of the catalogue: %s"
                            .formatted(name, near, String.join(", ", known)));
        }
        Problems problems = new Problems();
        SourceMapping mapping = parse(name, YamlFile.read(file, problems));
        problems.throwIfAny(file.getFileName().toString());
        return mapping;
    }

    /** Reads several mappings, separated by commas; see {@link #load}. */
    public static List<SourceMapping> loadAll(Path catalogueFolder, String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> load(catalogueFolder, name))
                .toList();
    }

    /** Reads a mapping from YAML that is already open; what is wrong goes to the problems of the node. */
    public static SourceMapping parse(String name, YamlNode root) {
        return new SourceMappingReader(root).read(name);
    }

    /**
     * The mapping by which a file is read: the one whose file pattern fits its name, and where several do or none says a
     * pattern, the one whose columns all stand in the file.
     *
     * @param mappings at least one
     */
    public static Choice choose(List<SourceMapping> mappings, String fileName, byte[] bytes) {
        List<SourceMapping> named =
                mappings.stream().filter(mapping -> isFor(mapping, fileName)).toList();
        List<SourceMapping> open =
                mappings.stream().filter(mapping -> mapping.file() == null).toList();
        List<SourceMapping> candidates = named.isEmpty() ? open : named;
        if (candidates.size() == 1 && (mappings.size() == 1 || !named.isEmpty())) {
            return new Choice(candidates, null);
        }
        List<SourceMapping> fitting = candidates.stream()
                .filter(mapping -> fits(mapping, fileName, bytes))
                .toList();
        if (fitting.size() == 1) {
            return new Choice(fitting, null);
        }
        String offered = (fitting.isEmpty() ? mappings : fitting)
                .stream().map(SourceMapping::code).collect(Collectors.joining(", "));
        return new Choice(
                List.of(),
                new Fault(
                        fitting.isEmpty() ? FaultCode.MAPPING_NOT_FITTING : FaultCode.MAPPING_UNCLEAR,
                        "",
                        "",
                        fileName,
                        offered));
    }

    /**
     * Which mapping was chosen.
     *
     * @param mappings the one; empty if none or several fit
     * @param fault why none was chosen; null if one was
     */
    public record Choice(
            List<SourceMapping> mappings,
            @org.jspecify.annotations.Nullable Fault fault) {}

    private static boolean isFor(SourceMapping mapping, String fileName) {
        String pattern = mapping.file();
        if (pattern == null) {
            return false;
        }
        String expression = Stream.of(pattern.split("(?=[*?])|(?<=[*?])", -1))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : java.util.regex.Pattern.quote(part))
                .collect(Collectors.joining());
        return fileName.matches("(?iu)" + expression);
    }

    private static boolean fits(SourceMapping mapping, String fileName, byte[] bytes) {
        Content content = Content.of(fileName, bytes, mapping.encoding());
        return content.fault() == null && MappedTable.fits(content.sheets(), mapping);
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
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
