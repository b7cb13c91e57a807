package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wenheng.ingest.format.Archive;
import org.wenheng.ingest.problem.Problems;

/** The files that are meant by a list of files and folders. */
final class SentFolder {
    /** Bytes that are read before they are written: bounds the memory of a collection. */
    private static final long BATCH_BYTES = 64L * 1024 * 1024;

    private static final int BATCH_FILES = 4000;

    private SentFolder() {}

    /**
     * The files, each once: those named in their order, those of a folder and its folders by name. Hidden files and lock
     * files of spreadsheet programs ({@code ~$...}) are no submissions.
     *
     * @throws org.wenheng.ingest.problem.InputRefusedException if a path is neither a file nor a folder
     */
    static List<Path> files(List<Path> paths) {
        Problems problems = new Problems();
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(below(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                problems.add(
                        "FILE_MISSING",
                        path.toString(),
                        "没有这个文件或文件夹,请检查路径",
                        "There is no such file or folder; check the path");
            }
        }
        problems.throwIfAny("ingest");
        return List.copyOf(files);
    }

    /** The files in portions that fit into memory. An archive is a portion of its own: it grows when it is opened. */
    static List<List<Path>> batches(List<Path> files) {
        List<List<Path>> batches = new ArrayList<>();
        List<Path> batch = new ArrayList<>();
        long bytes = 0;
        for (Path file : files) {
            long size = isArchive(file) ? BATCH_BYTES : file.toFile().length();
            if (!batch.isEmpty() && (bytes + size > BATCH_BYTES || batch.size() == BATCH_FILES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(file);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static boolean isArchive(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Archive.mayBe(name(file), stream.readNBytes(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith(".") && !name(file).startsWith("~$"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a file without its folders. */
    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
