package org.wenheng.ingest.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Looks at files of any file system that Hadoop knows, with the settings of the running Spark session. */
final class RemoteFiles {
    private RemoteFiles() {}

    /** Names of what is in a folder; none if it is not there. */
    static List<String> names(String folder) {
        Path path = new Path(folder);
        try {
            return Arrays.stream(fileSystem(path).listStatus(path))
                    .map(file -> file.getPath().getName())
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** The text of a small file; empty if it is not there. */
    static Optional<String> text(String file) {
        Path path = new Path(file);
        try (var in = fileSystem(path).open(path)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(SparkSession.active().sparkContext().hadoopConfiguration());
    }
}
