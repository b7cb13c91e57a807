package org.wenheng.analytics.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another Java process with the flags of this one. What it prints is kept, to wait for and to show when a test fails. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final StringBuilder printed = new StringBuilder();
    private boolean ended;

    private ChildProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param flags further flags of Java
     * @param environment further variables
     */
    static ChildProcess start(
            String classPath, List<String> flags, Map<String, String> environment, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
                .forEach(command::add);
        command.add("-Dwenheng.home=" + System.getProperty("wenheng.home"));
        command.addAll(List.of("-Duser.timezone=UTC", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                say(line);
            }
        } catch (IOException e) {
            say(e.toString());
        } finally {
            end();
        }
    }

    private synchronized void say(String line) {
        printed.append(line).append('\n');
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until it has printed a text that often; false if it ended before. */
    synchronized boolean says(String text, int times) throws InterruptedException {
        while (count(text) < times && !ended) {
            wait();
        }
        return count(text) >= times;
    }

    private int count(String text) {
        int count = 0;
        for (int at = printed.indexOf(text); at >= 0; at = printed.indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }

    /** What it has printed so far. */
    synchronized String printed() {
        return printed.toString();
    }

    /** Kills it, as {@code kill -9} does, unless it ends before the time is over, and waits for its end. */
    void killAfter(Duration time) throws InterruptedException {
        if (!process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            close();
        }
    }

    /** Waits for its end and gives its exit code. */
    int exit() throws InterruptedException {
        int code = process.waitFor();
        says("\n", Integer.MAX_VALUE);
        return code;
    }

    /** Kills it, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while a process was killed", e));
        }
    }
}
