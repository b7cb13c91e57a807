package org.wenheng.analytics.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.MartForTests;

/**
 * A real Spark standalone cluster on loopback, from the jars of the class path: a master and workers of one core each. What
 * Spark calls its home is a folder of links; Delta and our classes are not in it, as on a cluster that others run.
 */
final class StandaloneCluster implements AutoCloseable {
    private final String url;
    private final ChildProcess master;
    private final List<ChildProcess> workers;

    private StandaloneCluster(String url, ChildProcess master, List<ChildProcess> workers) {
        this.url = url;
        this.master = master;
        this.workers = workers;
    }

    /** Starts it and waits until all workers are there. */
    static StandaloneCluster start(Path folder, int count) throws IOException, InterruptedException {
        Path home = home(folder.resolve("spark"));
        String jars = home.resolve("jars") + "/*";
        int port = MartForTests.freePort();
        String url = "spark://127.0.0.1:" + port;
        List<ChildProcess> workers = new ArrayList<>();
        ChildProcess master = ChildProcess.start(
                jars,
                List.of("-Xmx256m"),
                environment(home),
                "org.apache.spark.deploy.master.Master",
                List.of("--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0"));
        StandaloneCluster cluster = new StandaloneCluster(url, master, workers);
        // A worker that comes before the master tries again only after seconds.
        cluster.await("New state: ALIVE", 1);
        for (int worker = 1; worker <= count; worker++) {
            workers.add(ChildProcess.start(
                    jars,
                    List.of("-Xmx256m"),
                    environment(home),
                    "org.apache.spark.deploy.worker.Worker",
                    List.of(
                            "--host",
                            "127.0.0.1",
                            "--webui-port",
                            "0",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--work-dir",
                            folder.resolve("worker-" + worker).toString(),
                            url)));
        }
        cluster.await("Registering worker", count);
        return cluster;
    }

    /** Starts a program of ours as the driver of this cluster, with a {@link TaskBell}. */
    ChildProcess driver(Path folder, String main, List<String> arguments) throws IOException {
        return ChildProcess.start(
                System.getProperty("java.class.path"),
                List.of(
                        "-Xmx768m",
                        "-Dspark.driver.host=127.0.0.1",
                        "-Dspark.driver.bindAddress=127.0.0.1",
                        "-Dspark.executor.memory=700m",
                        "-Dspark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                        "-Dspark.sql.shuffle.partitions=4",
                        // Each file is a task of its own: a month is small.
                        "-Dspark.sql.files.openCostInBytes=134217728",
                        "-Dspark.extraListeners=" + TaskBell.class.getName()),
                environment(folder.resolve("spark")),
                main,
                arguments);
    }

    String url() {
        return url;
    }

    /** Kills a worker, as {@code kill -9} does. */
    void killWorker(int number) {
        workers.get(number).close();
    }

    /** What master and workers have printed. */
    String printed() {
        StringBuilder all = new StringBuilder(master.printed());
        workers.forEach(worker -> all.append("---\n").append(worker.printed()));
        return all.toString();
    }

    private void await(String text, int times) throws InterruptedException {
        if (!master.says(text, times)) {
            String printed = printed();
            close();
            throw new IllegalStateException("The master ended before it said: " + text + "\n" + printed);
        }
    }

    @Override
    public void close() {
        workers.forEach(ChildProcess::close);
        master.close();
    }

    private static Map<String, String> environment(Path home) {
        return Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "JAVA_HOME",
                System.getProperty("java.home"));
    }

    private static Path home(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            String name = String.valueOf(jar.getFileName());
            // Ours and Delta's are brought by the driver. A build takes ours from "target", others from a repository.
            boolean brought =
                    entry.contains("/org/wenheng/") || entry.contains("/target/") || name.startsWith("delta-");
            if (name.endsWith(".jar") && !brought && !Files.exists(jars.resolve(name))) {
                Files.createSymbolicLink(jars.resolve(name), jar);
            }
        }
        return home;
    }
}
