package org.wenheng.ingest.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person what a command is doing. On a terminal the running stage shows its seconds and steps; elsewhere each stage
 * is one plain line when it ends, and the steps of a long one are a line every ten seconds, so that it can be logged. What
 * is left is said only where something is known of it.
 */
public final class Progress {
    private static final double SECONDS_BETWEEN_LINES = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoseconds;
    private volatile @Nullable Running running;
    private double saidAt;

    /** @param terminal whether a person watches */
    public Progress(PrintWriter out, boolean terminal) {
        this(out, terminal, System::nanoTime);
    }

    Progress(PrintWriter out, boolean terminal, LongSupplier nanoseconds) {
        this.out = out;
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
    }

    /** Progress for whoever started the command; the launcher knows whether that is a terminal. */
    public static Progress of(PrintWriter out) {
        return new Progress(out, Boolean.getBoolean("wenheng.terminal"));
    }

    /**
     * What is expected of a stage, from an earlier time.
     *
     * @param seconds of the stage; NaN if nothing is known
     * @param after of the stages after it; NaN if nothing is known
     */
    public record Expected(double seconds, double after) {
        /** Nothing is known. */
        public static final Expected NOTHING = new Expected(Double.NaN, Double.NaN);
    }

    /** The stage at work and how far its steps are; {@code step} is empty and {@code of} is 0 if it has none. */
    private record Running(String name, Expected expected, long start, String step, int done, int of) {
        /** Seconds that are left of everything, or of the steps alone; not above zero, or NaN, if that cannot be said. */
        double left(double since) {
            double ofStage = done > 0 ? since / done * (of - done) : expected.seconds() - since;
            if (ofStage < 0) {
                // It takes longer than the last time: nothing is known any more.
                return Double.NaN;
            }
            return ofStage + (Double.isNaN(expected.after()) ? 0 : expected.after());
        }
    }

    /** Runs a stage and gives what it gives. */
    public <T> T stage(String name, Supplier<T> work) {
        return stage(name, Expected.NOTHING, work, any -> -1);
    }

    /**
     * Runs a stage and gives what it gives.
     *
     * @param rows how many rows that is; below zero if rows are not what it gives
     */
    public <T> T stage(String name, Expected expected, Supplier<T> work, ToLongFunction<T> rows) {
        long start = nanoseconds.getAsLong();
        running = new Running(name, expected, start, "", 0, 0);
        saidAt = 0;
        Timer ticking = new Timer("progress", true);
        if (terminal) {
            ticking.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            tick();
                        }
                    },
                    2000,
                    1000);
        }
        String gave = "";
        String left = "";
        try {
            T result = work.get();
            long count = rows.applyAsLong(result);
            gave = count < 0 ? "" : String.format(Locale.ROOT, "  %,d 行 / rows", count);
            left = left(expected.after());
            return result;
        } finally {
            ticking.cancel();
            running = null;
            line("%6.1f s  %s%s%s", since(start), name, gave, left);
        }
    }

    /** Runs a stage that gives nothing. */
    public void stage(String name, Runnable work) {
        stage(name, () -> {
            work.run();
            return name;
        });
    }

    /**
     * Says that the stage at work begins its next step. What the steps before took says how long the others will.
     *
     * @param done steps that are over
     * @param of all steps
     * @param step what the next one is about
     */
    public void step(int done, int of, String step) {
        Running stage = running;
        if (stage == null) {
            return;
        }
        Running now = new Running(stage.name(), stage.expected(), stage.start(), step, done, of);
        running = now;
        double since = since(now.start());
        if (!terminal && since - saidAt >= SECONDS_BETWEEN_LINES) {
            saidAt = since;
            line("%6.1f s  %s", since, told(now, since));
        }
    }

    /** Shows the stage at work on its line of the terminal. */
    void tick() {
        Running stage = running;
        if (stage != null) {
            double since = since(stage.start());
            // To the end of the line: a shorter text leaves nothing of a longer one.
            out.printf(Locale.ROOT, "\r… %s %.0f s\u001b[K", told(stage, since), since);
            out.flush();
        }
    }

    private static String told(Running stage, double since) {
        String steps = stage.of() == 0 ? "" : " %d/%d %s".formatted(stage.done() + 1, stage.of(), stage.step());
        return stage.name() + steps + left(stage.left(since));
    }

    private static String left(double seconds) {
        return seconds >= 0.5 ? String.format(Locale.ROOT, "  约剩 / about %.0f s left", seconds) : "";
    }

    private void line(String format, Object... values) {
        out.print(terminal ? "\r\u001b[K  " : "  ");
        out.printf(Locale.ROOT, format, values);
        out.println();
        out.flush();
    }

    private double since(long start) {
        return (nanoseconds.getAsLong() - start) / 1e9;
    }
}
