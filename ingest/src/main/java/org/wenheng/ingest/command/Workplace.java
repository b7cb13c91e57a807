package org.wenheng.ingest.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say where things are; every command of the batch has them. */
public final class Workplace {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = {
                "工作目录:数据湖、数据库、收到的文件",
                "Work folder: lake, database, files received (default: work in the project)"
            })
    private Path work = home().resolve("work");

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = {"Spark 主节点", "Spark master (default: ${DEFAULT-VALUE})"},
            defaultValue = "local[*]")
    private String master = "local[*]";

    /** The project's root: schemes and catalogues stand below it. */
    public static Path home() {
        return Path.of(System.getProperty("wenheng.home", "."));
    }

    /** The work folder. */
    public Path work() {
        return work;
    }

    /** Root of the lake. */
    public Path lake() {
        return work.resolve("lake").toAbsolutePath();
    }

    /** Folder of the files that were received for a catalogue. */
    public Path inbox(String catalogue) {
        return work.resolve("inbox").resolve(catalogue);
    }

    /** Folder of the tables that were pulled from servers for a catalogue by a mapping. */
    public Path pulls(String catalogue, String mapping) {
        return work.resolve("pull").resolve(catalogue).resolve(mapping);
    }

    /** The same options for another command. */
    public List<String> options() {
        return List.of("--work", work.toString(), "--master", master);
    }

    /** Address of the Spark master. */
    public String master() {
        return master;
    }
}
