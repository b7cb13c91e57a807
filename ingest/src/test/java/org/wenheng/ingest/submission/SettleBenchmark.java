package org.wenheng.ingest.submission;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.MappedTable;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

/** Cells a second of processor time of checking and comparing alone, every value with a history of several years; without reading. */
public final class SettleBenchmark {
    private SettleBenchmark() {}

    /** Arguments: folder of the catalogue, file of the survey, its mapping, years of history. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path path = Path.of(arguments[1]);
        int years = Integer.parseInt(arguments[3]);
        Catalogue catalogue = Catalogues.load(folder);
        SourceMapping mapping = SourceMappings.load(folder, arguments[2]);
        Instant received = Instant.parse("2017-08-01T00:00:00Z");
        SentFile file = SentFile.of(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        Extract extract = MappedTable.read(
                Content.of(file.name(), file.bytes(), mapping.encoding()).sheets(), mapping, catalogue);
        Intake intake = new Intake(catalogue, mapping, received);
        Checks checks =
                new Checks(catalogue, RuleBook.standard().with(mapping.severities()), Units.standard(), received);
        Submission first = intake.settle(new CheckedFile(file, "", checks.check(extract), List.of()), Known.NOTHING);
        Known known = known(first.observations(), years);
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int round = 1; round <= 6; round++) {
            long start = cpu.getCurrentThreadCpuTime();
            CheckedFile checked = new CheckedFile(file, "", checks.check(extract), List.of());
            long middle = cpu.getCurrentThreadCpuTime();
            Submission submission = intake.settle(checked, known);
            long end = cpu.getCurrentThreadCpuTime();
            double cells = submission.ledger().read();
            out.printf(
                    "cells %.0f, findings %d, check %.0f/s, settle %.0f/s, both %.0f/s%n",
                    cells,
                    submission.findings().size(),
                    cells / ((middle - start) / 1e9),
                    cells / ((end - middle) / 1e9),
                    cells / ((end - start) / 1e9));
        }
    }

    /** The same values in the years before, ready to be asked for. */
    private static Known known(List<Observation> observations, int years) {
        Map<ObservationKey, List<PastValue>> histories = new HashMap<>();
        for (Observation one : observations) {
            BigDecimal value = one.value().value();
            if (value != null) {
                histories.put(
                        one.key(),
                        IntStream.rangeClosed(1, years)
                                .mapToObj(year -> new PastValue(Period.ofYear(2015 - year), value))
                                .toList());
            }
        }
        return new Known() {
            @Override
            public @Nullable KnownValue find(ObservationKey key) {
                return null;
            }

            @Override
            public List<PastValue> before(ObservationKey key) {
                return histories.getOrDefault(key, List.of());
            }
        };
    }
}
