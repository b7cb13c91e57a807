package org.wenheng.analytics.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.command.Progress.Expected;

/**
 * How long the stages of the last run of a scheme took: what is expected of the next. Kept in a text file beside the
 * reports, for as many periods as that run had, because a backfill of a year says nothing about a month.
 */
final class StageTimes {
    private final List<String> names = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();

    private StageTimes() {}

    /** Nothing is known. */
    static StageTimes none() {
        return new StageTimes();
    }

    /** Those of the last run of that many periods; none if there was no such run, or its file is not readable. */
    static StageTimes read(Path reports, String scheme, int periods) {
        StageTimes times = new StageTimes();
        Path file = file(reports, scheme, periods);
        if (!Files.isReadable(file)) {
            return times;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 2);
                if (parts.length == 2 && parts[0].matches("\\d+\\.\\d+")) {
                    times.seconds.add(Double.parseDouble(parts[0]));
                    times.names.add(parts[1]);
                }
            }
            return times;
        } catch (IOException e) {
            // It is only for showing what is left.
            return none();
        }
    }

    /** Keeps the stages of a run for the next. */
    static void write(Path reports, String scheme, int periods, List<RunStages.Stage> stages) {
        List<String> lines = stages.stream()
                .map(stage -> BigDecimal.valueOf(stage.seconds())
                                .setScale(3, RoundingMode.HALF_UP)
                                .toPlainString() + " " + stage.name())
                .toList();
        try {
            Files.createDirectories(reports);
            Files.write(file(reports, scheme, periods), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + reports, e);
        }
    }

    /** What is expected of a stage and of those after it. */
    Expected of(String stage) {
        int at = names.indexOf(stage);
        if (at < 0) {
            return Expected.NOTHING;
        }
        double after = seconds.subList(at + 1, seconds.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return new Expected(seconds.get(at), after);
    }

    private static Path file(Path reports, String scheme, int periods) {
        return reports.resolve("last-%s-%d.txt".formatted(scheme, periods));
    }
}
