package org.wenheng.analytics.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.reference.Period;

/** The stages of a run, shown while they last, and how long each took. */
final class RunStages {
    private final Progress progress;
    private final StageTimes last;
    private final List<Stage> done = new ArrayList<>();

    /** @param last what is expected */
    RunStages(Progress progress, StageTimes last) {
        this.progress = progress;
        this.last = last;
    }

    /**
     * A stage that is over.
     *
     * @param name English word
     * @param seconds how long it took
     * @param rows rows it gave
     */
    record Stage(String name, double seconds, long rows) {}

    /** Runs a stage; {@code rows} counts what it gives. */
    <T> T stage(String chinese, String english, Supplier<T> work, ToLongFunction<T> rows) {
        long start = System.nanoTime();
        T result = progress.stage(chinese + " / " + english, last.of(english), work, rows);
        done.add(new Stage(english, (System.nanoTime() - start) / 1e9, rows.applyAsLong(result)));
        return result;
    }

    /** Does the part of a stage that is about one of the periods, and says which it is. */
    <T> T period(List<Period> periods, Period period, Supplier<T> work) {
        if (periods.size() > 1) {
            progress.step(periods.indexOf(period), periods.size(), period.code());
        }
        return work.get();
    }

    /** The stages that are over, in their order. */
    List<Stage> done() {
        return List.copyOf(done);
    }
}
