package org.wenheng.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenheng.ingest.problem.InputRefusedException;

/**
 * The pulls of one mapping: a numbered folder each, with a manifest and a file for every part. Files appear whole or not
 * at all: they are written beside their place, forced to the disk and moved. One process pulls a mapping at a time.
 */
public final class PullFolder implements AutoCloseable {
    private static final String MANIFEST = "manifest.json";

    private final Path root;
    private final FileChannel lock;

    private PullFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process.
     *
     * @param root made if absent
     * @throws InputRefusedException if another process pulls the same mapping
     */
    public static PullFolder open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(channel)) {
                return new PullFolder(root, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + root, e);
        }
        throw InputRefusedException.of(
                "SOURCE_PULL_RUNNING",
                String.valueOf(root.getFileName()),
                "另一个进程正在拉取同一映射,请等它结束后再试",
                "Another process is pulling the same mapping; try again when it has ended");
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The manifests of all pulls, the latest first. */
    List<Numbered> pulls() {
        List<Numbered> pulls = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(path -> Files.isRegularFile(path.resolve(MANIFEST)))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(folder.resolve(MANIFEST));
                pulls.add(
                        new Numbered(Integer.parseInt(String.valueOf(folder.getFileName())), ManifestFile.read(bytes)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the pulls in " + root, e);
        }
        pulls.sort(Comparator.comparingInt(Numbered::number).reversed());
        return pulls;
    }

    /** A pull and the number of its folder, from 1. */
    public record Numbered(int number, Manifest manifest) {}

    /** The last pull if it was not taken in. */
    public Optional<Numbered> unfinished() {
        return pulls().stream().findFirst().filter(pull -> pull.manifest().completed() == null);
    }

    /** The last pull of this version of the mapping that was taken in. */
    public Optional<Manifest> lastCompleted(String version) {
        return pulls().stream()
                .map(Numbered::manifest)
                .filter(manifest ->
                        manifest.completed() != null && manifest.version().equals(version))
                .findFirst();
    }

    /** Begins a pull: its folder has the next number. A pull before it that was cut off is removed. */
    public Numbered begin(Manifest manifest) {
        int last = pulls().stream().mapToInt(Numbered::number).findFirst().orElse(0);
        unfinished().ifPresent(abandoned -> remove(folder(abandoned.number())));
        Numbered pull = new Numbered(last + 1, manifest);
        save(pull);
        return pull;
    }

    /** Writes the manifest of a pull in place of the one before. */
    public void save(Numbered pull) {
        try {
            Path folder = Files.createDirectories(folder(pull.number()));
            Path draft = folder.resolve(".manifest.partial");
            try (FileChannel file = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(ManifestFile.write(pull.manifest()));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(
                    draft,
                    folder.resolve(MANIFEST),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the manifest of pull " + pull.number() + " in " + root, e);
        }
    }

    /** The folder of a pull. */
    public Path folder(int number) {
        return root.resolve("%06d".formatted(number));
    }

    /** The files of a pull, in the order of the parts; parts without rows have none. */
    public List<Path> files(Numbered pull) {
        return pull.manifest().parts().stream()
                .filter(part -> part.rows() > 0)
                .map(part -> folder(pull.number()).resolve(part.file()))
                .toList();
    }

    /** The parts of a pull whose files are as they were written; others have to be read again. */
    public Manifest verified(Numbered pull) {
        Path folder = folder(pull.number());
        return pull.manifest()
                .withParts(pull.manifest().parts().stream()
                        .filter(part -> part.rows() == 0 || isWhole(folder.resolve(part.file()), part.sha256()))
                        .toList());
    }

    private static boolean isWhole(Path file, String sha256) {
        try {
            return Files.isRegularFile(file)
                    && Sha256.of(Files.readAllBytes(file)).equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
