package org.wenheng.ingest.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * Tells a person what a command is doing. On a terminal the running stage shows its seconds; elsewhere each stage is one
 * plain line when it ends.
 */
public final class Progress {
    private final PrintWriter out;
    private final boolean terminal;

    /** @param terminal whether a person watches */
    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Progress for whoever started the command; the launcher knows whether that is a terminal. */
    public static Progress of(PrintWriter out) {
        return new Progress(out, Boolean.getBoolean("wenheng.terminal"));
    }

    /** Runs a stage and gives what it gives. */
    public <T> T stage(String name, Supplier<T> work) {
        long start = System.nanoTime();
        Timer ticking = new Timer("progress", true);
        if (terminal) {
            ticking.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            out.printf(Locale.ROOT, "\r… %s %.0f s ", name, since(start));
                            out.flush();
                        }
                    },
                    2000,
                    1000);
        }
        try {
            return work.get();
        } finally {
            ticking.cancel();
            out.printf(Locale.ROOT, "%s  %6.1f s  %s%n", terminal ? "\r" : "", since(start), name);
            out.flush();
        }
    }

    /** Runs a stage that gives nothing. */
    public void stage(String name, Runnable work) {
        stage(name, () -> {
            work.run();
            return name;
        });
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
