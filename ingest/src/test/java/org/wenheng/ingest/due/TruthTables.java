package org.wenheng.ingest.due;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of COLLECTION.md, which the code has to agree with. */
final class TruthTables {
    private TruthTables() {}

    /** The rows of a table without its header, cell by cell. */
    static List<List<String>> rows(String name) {
        Path file = Path.of(System.getProperty("wenheng.home"), "ingest", "COLLECTION.md");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.dropWhile(line -> !line.equals("<!-- table: " + name + " -->"))
                    .skip(3)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(TruthTables::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
