package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.generate.GeneratedFolder;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Ledger;

/** A dry run says what a collection would do, and does nothing. */
class DryRunTest {
    private static final Path CATALOGUE = Path.of(System.getProperty("wenheng.home"), "ingest/catalogues/jilin");
    private static final Instant RECEIVED = Instant.parse("2024-03-05T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    /** Every file with its size and time of change. */
    private static Map<String, String> everything(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                all.put(path.toString(), Files.size(path) + " " + Files.getLastModifiedTime(path));
            }
        }
        return all;
    }

    private List<Path> generated(Catalogue catalogue, long seed) throws IOException {
        Path inbox = folder.resolve("inbox-" + seed);
        GeneratedFolder.write(catalogue, CATALOGUE.resolve("generate.yml"), Period.ofMonth(2024, 1), 1, seed, inbox);
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A part of the files, in any order; mostly a tenth of them. */
    private static List<Path> some(List<Path> files, SplittableRandom random) {
        List<Path> some = new ArrayList<>();
        for (Path file : files) {
            if (random.nextInt(10) == 0) {
                some.add(random.nextInt(some.size() + 1), file);
            }
        }
        return some;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDryRunSaysWhatTheCollectionThenDoesAndWritesNothing(long seed) throws IOException {
        Catalogue catalogue = Catalogues.load(CATALOGUE);
        Lake lake = new Lake(folder.resolve("lake"));
        SplittableRandom random = new SplittableRandom(seed);
        List<Path> first = generated(catalogue, seed);
        List<Path> other = generated(catalogue, seed + 100);
        // What is known, then what repeats it, corrects it and adds to it.
        List<Path> known = some(first, random);
        List<Path> sent = new ArrayList<>(known);
        sent.addAll(some(other, random));
        sent.addAll(some(first, random));
        Files.write(folder.resolve("x.xlsx"), new byte[] {1, 2, 3});
        sent.add(folder.resolve("x.xlsx"));
        IngestJob.run(LocalSpark.session(), lake, catalogue, null, known, RECEIVED, settled -> {});
        Map<String, String> before = everything(folder);

        List<List<Finding>> plannedFindings = new ArrayList<>();
        IngestReport planned = IngestJob.dryRun(
                LocalSpark.session(),
                lake,
                catalogue,
                null,
                sent,
                RECEIVED.plus(Duration.ofDays(1)),
                settled -> plannedFindings.add(settled.findings()));
        assertThat(everything(folder)).isEqualTo(before);
        List<List<Finding>> findings = new ArrayList<>();
        IngestReport done = IngestJob.run(
                LocalSpark.session(),
                lake,
                catalogue,
                null,
                sent,
                RECEIVED.plus(Duration.ofDays(1)),
                settled -> findings.add(settled.findings()));

        assertThat(planned.files()).isEqualTo(done.files());
        assertThat(plannedFindings).isEqualTo(findings);
        Ledger total = done.total();
        assertThat(total.read()).isEqualTo(total.accepted() + total.refused() + total.unchanged());
        assertThat(lake.read(LocalSpark.session(), LakeTables.OBSERVATION)
                        .where(col("known_from").equalTo(RECEIVED.plus(Duration.ofDays(1))))
                        .count())
                .isEqualTo(total.accepted());
    }

    @Test
    void aDryRunWithoutALakeMakesNone() throws IOException {
        Path file = Files.write(
                folder.resolve("a.xlsx"),
                FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|x").bytes());
        Map<String, String> before = everything(folder);

        IngestReport planned = IngestJob.dryRun(
                LocalSpark.session(),
                new Lake(folder.resolve("lake")),
                FormFiles.catalogue(),
                null,
                List.of(file),
                FormFiles.RECEIVED,
                settled -> {});

        assertThat(planned.total()).isEqualTo(new Ledger(2, 1, 1, 0));
        assertThat(everything(folder)).isEqualTo(before);
    }
}
