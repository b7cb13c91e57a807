package org.wenheng.ingest.lake;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the executors of a cluster need beside Spark itself: Delta's jars and our own classes, taken from a class path. */
final class ExecutorJars {
    private ExecutorJars() {}

    /**
     * The jars of a class path that are Delta's or ours. Folders of classes, as a build leaves them, are packed first.
     *
     * @param classPath entries with the separator of the operating system
     * @param folder takes the packed jars
     */
    static List<Path> of(String classPath, Path folder) {
        List<Path> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(packed(path, folder.resolve("classes-" + jars.size() + ".jar")));
            } else if (entry.endsWith(".jar") && isNeeded(path)) {
                jars.add(path);
            }
        }
        return jars;
    }

    private static boolean isNeeded(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry("io/delta/") != null || file.getEntry("org/wenheng/") != null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }

    private static Path packed(Path classes, Path jar) {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack " + classes, e);
        }
    }
}
