package org.wenheng.ingest.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.pull.Pull.Pulled;
import org.wenheng.ingest.source.Credentials;
import org.wenheng.ingest.source.JdbcSource;
import org.wenheng.ingest.source.JdbcSources;
import org.wenheng.ingest.source.PullFolder;
import org.wenheng.ingest.source.PulledPart;
import org.wenheng.ingest.yaml.YamlFile;

/** A source of the tests with the folder of its pulls, and what the files of a pull say. */
record PulledTable(JdbcSource source, List<String> columns, Path folder) {
    static final Instant NOW = Instant.parse("2026-11-05T00:00:00Z");

    static final Credentials READER = new Credentials(ServerKind.READER, ServerKind.PASSWORD);

    /** The section jdbc with these lines after the address and the account. */
    static JdbcSource source(ServerKind server, String... lines) {
        return source(server.url(), lines);
    }

    static JdbcSource source(String url, String... lines) {
        String text = "jdbc:\n  url: %s\n  user-from: CITY_USER\n  password-from: CITY_PASSWORD\n  %s\n"
                .formatted(url, String.join("\n  ", lines));
        Problems problems = new Problems();
        JdbcSource source = JdbcSources.parse(
                "city",
                text,
                Path.of("."),
                YamlFile.parse("city.yml", text, problems).get("jdbc"));
        problems.throwIfAny("city.yml");
        return source;
    }

    Pulled read(boolean full) {
        return read(full, part -> {});
    }

    /** Reads without saying that the files were taken in. */
    Pulled read(boolean full, Consumer<PulledPart> partRead) {
        try (PullFolder pulls = PullFolder.open(folder)) {
            return new Pull(source, columns, READER, pulls).read(full, NOW, partRead);
        }
    }

    /** Reads, and says that the files were taken in. */
    Pulled readAndComplete(boolean full) {
        try (PullFolder pulls = PullFolder.open(folder)) {
            Pull pull = new Pull(source, columns, READER, pulls);
            Pulled pulled = pull.read(full, NOW, part -> {});
            pull.complete(pulled, NOW);
            return pulled;
        }
    }

    /** The rows of a pull in the order of its files, by the names of their columns. */
    static List<Map<String, String>> rows(Pulled pulled) {
        List<Map<String, String>> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (Path file : pulled.files()) {
            try (CSVParser parser = CSVParser.parse(Files.readString(file, StandardCharsets.UTF_8), format)) {
                parser.stream().map(CSVRecord::toMap).forEach(rows::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    /** The values of a column of a pull. */
    static List<String> column(Pulled pulled, String name) {
        return rows(pulled).stream().map(row -> row.getOrDefault(name, "?")).toList();
    }
}
