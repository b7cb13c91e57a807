package org.wenheng.ingest.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.table.Table;

/**
 * A process that collects files one by one, the first at {@link FormFiles#RECEIVED}, each other one an hour after the one
 * before. It says {@code settled} when the fate of a file is decided and nothing of it is written yet.
 */
final class IngestProcess {
    private final Process process;
    private final BufferedReader output;

    private IngestProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The program of the process: a lake, and files. */
    public static void main(String[] arguments) throws IOException {
        Lake lake = new Lake(Path.of(arguments[0]));
        List<Path> files = List.of(arguments).subList(1, arguments.length).stream()
                .map(Path::of)
                .toList();
        try (SparkSession spark = LakeSession.open("local[2]")) {
            for (int i = 0; i < files.size(); i++) {
                IngestJob.run(
                        spark,
                        lake,
                        FormFiles.catalogue(),
                        null,
                        List.of(files.get(i)),
                        FormFiles.RECEIVED.plus(Duration.ofHours(i)),
                        settled -> System.out.println("settled"));
            }
            System.out.println("done");
        }
    }

    /** Starts a process with the class path and flags of this one. */
    static IngestProcess start(Path lake, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(IngestProcess.class.getName());
        command.add(lake.toString());
        files.forEach(file -> command.add(file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        return new IngestProcess(builder.start());
    }

    /** Waits until it says the word; false if it ended without saying so. */
    boolean says(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Kills it, as {@code kill -9} does, unless it ends before the time is over, and waits for its end. */
    void killAfter(Duration time) throws InterruptedException {
        if (!process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** Waits for its end. */
    int exit() throws InterruptedException {
        return process.waitFor();
    }

    /** All rows of all tables of a lake, in an order of their own. */
    static List<String> content(SparkSession spark, Lake lake) {
        List<String> rows = new ArrayList<>();
        for (Table table : LakeTables.ALL) {
            for (Row row : lake.read(spark, table).collectAsList()) {
                rows.add(table.name() + row.mkString("[", "|", "]").replaceAll("\\[B@[0-9a-f]+", "bytes"));
            }
        }
        rows.sort(null);
        return rows;
    }
}
