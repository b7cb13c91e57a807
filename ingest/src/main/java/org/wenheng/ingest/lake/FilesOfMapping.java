package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.read.SourceMappings.Choice;

/**
 * Files that are read in the same way.
 *
 * @param mapping null for forms
 */
record FilesOfMapping(@Nullable SourceMapping mapping, List<Path> files) {

    /**
     * Which mapping reads which files. With one mapping or none there is nothing to choose.
     *
     * @param mappings those that may be chosen
     * @param paths files, and folders with all files below them
     * @return in the order of the files
     * @throws org.wenheng.ingest.problem.InputRefusedException naming every file that none or several of them fit
     */
    static List<FilesOfMapping> choose(List<SourceMapping> mappings, List<Path> paths) {
        if (mappings.size() < 2) {
            return List.of(new FilesOfMapping(mappings.isEmpty() ? null : mappings.get(0), paths));
        }
        Map<SourceMapping, List<Path>> chosen = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (Path file : SentFolder.files(paths)) {
            Choice choice = SourceMappings.choose(mappings, SentFolder.name(file), bytes(file));
            for (SourceMapping mapping : choice.mappings()) {
                chosen.computeIfAbsent(mapping, key -> new ArrayList<>()).add(file);
            }
            if (choice.fault() != null) {
                problems.add(
                        choice.fault().code().name(),
                        file.toString(),
                        "不能确定用哪个读取说明(%s);请单独接收,或在读取说明的 file 中写明文件名"
                                .formatted(choice.fault().expected()),
                        "It is unclear which mapping reads it (%s); take it alone, or name it under file of its mapping"
                                .formatted(choice.fault().expected()));
            }
        }
        problems.throwIfAny("--mapping");
        return chosen.entrySet().stream()
                .map(entry -> new FilesOfMapping(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
