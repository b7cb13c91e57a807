package org.wenheng.ingest.submission;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Cells a second of checking and comparing alone, every value with a history of several years; without reading. */
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
        RememberedValues known = new RememberedValues(catalogue);
        Submission first = intake.settle(new CheckedFile(file, "", checks.check(extract), List.of()), Known.NOTHING);
        for (int year = 1; year <= years; year++) {
            known.learn(moved(first.observations(), Period.ofYear(2015 - year).code()));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int round = 1; round <= 6; round++) {
            long start = System.nanoTime();
            CheckedFile checked = new CheckedFile(file, "", checks.check(extract), List.of());
            long middle = System.nanoTime();
            Submission submission = intake.settle(checked, known);
            long end = System.nanoTime();
            double cells = submission.ledger().read();
            out.printf(
                    "cells %.0f, findings %d, check %.0f/s, settle %.0f/s, both %.0f/s%n",
                    cells,
                    submission.findings().size(),
                    cells / ((middle - start) / 1e9),
                    cells / ((end - middle) / 1e9),
                    cells / ((end - start) / 1e9));
        }
        out.println(Map.of(
                "history of a value",
                known.before(first.observations().get(0).key()).size()));
    }

    private static List<Observation> moved(List<Observation> observations, String period) {
        List<Observation> moved = new ArrayList<>();
        for (Observation one : observations) {
            ObservationKey key = one.key();
            moved.add(new Observation(
                    new ObservationKey(key.regionCode(), key.facilityCode(), period, key.elementCode()),
                    one.facilityName(),
                    one.value(),
                    one.sheet(),
                    one.cell(),
                    one.given(),
                    one.synthetic(),
                    one.replaces()));
        }
        return moved;
    }
}
