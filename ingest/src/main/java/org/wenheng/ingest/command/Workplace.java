package org.wenheng.ingest.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            description = {
                "Spark 主节点:local[n]、spark://主机:端口;由 spark-submit 启动时取其值",
                "Spark master: local[n], spark://host:port; under spark-submit the one given there (default: ${DEFAULT-VALUE})"
            },
            defaultValue = "${sys:spark.master:-local[*]}")
    private String master = "local[*]";

    @Option(
            names = "--lake",
            paramLabel = "DIR|URL",
            description = {
                "数据湖位置,默认为工作目录下的 lake;计分也可用 hdfs://、s3a:// 等",
                "Where the lake is (default: lake in the work folder); scoring also takes hdfs://, s3a:// and the like"
            })
    private @Nullable String lake;

    /** The project's root: schemes and catalogues stand below it. */
    public static Path home() {
        return Path.of(System.getProperty("wenheng.home", "."));
    }

    /** The work folder. */
    public Path work() {
        return work;
    }

    /** Folder of the lake, or its URL. */
    public String lake() {
        if (lake == null) {
            return work.resolve("lake").toAbsolutePath().toString();
        }
        return lake.contains(":/") ? lake : Path.of(lake).toAbsolutePath().toString();
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
        return List.of("--work", work.toString(), "--lake", lake(), "--master", master);
    }

    /** Address of the Spark master. */
    public String master() {
        return master;
    }
}
