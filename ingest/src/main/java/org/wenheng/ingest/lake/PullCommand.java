package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.lake.IngestReport.FileReport;
import org.wenheng.ingest.pull.Pull;
import org.wenheng.ingest.pull.Pull.Pulled;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.source.Credentials;
import org.wenheng.ingest.source.JdbcSource;
import org.wenheng.ingest.source.JdbcSources;
import org.wenheng.ingest.source.Manifest;
import org.wenheng.ingest.source.PullFolder;
import org.wenheng.ingest.source.PulledPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pull}: reads what is new in a table of a database server and collects it as files are collected. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "从 PostgreSQL、MariaDB 或 MySQL 只读拉取一张表的新数据,再审核、入库",
            "Pulls what is new in a table of PostgreSQL, MariaDB or MySQL, read-only, then checks and lands it"
        },
        footerHeading = "%n",
        footer = {
            "服务器、表、水位写在映射的 jdbc 部分;账号和密码取自映射所指的环境变量",
            "(或 变量名_FILE 指定的文件)。中断后再次运行会接着读;源表中删除的行不会被",
            "发现,--full 会重读现有的全部行。",
            "Server, table and watermark stand in the section jdbc of the mapping; user",
            "and password come from the environment variables it names (or files named",
            "by NAME_FILE). A pull that was cut off goes on when run again. Rows deleted",
            "at the source are not seen; --full reads all rows that are there."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:已完成 / done",
            "1:来源或数据被拒 / the source or data of it was refused",
            "2:用法错误 / wrong usage",
            "3:系统故障 / the system failed"
        })
public final class PullCommand implements Callable<Integer> {
    /** Cells that are collected at once: bounds the memory, whatever the size of the table. */
    private static final long CELLS = 500_000;

    private final Clock clock;
    private final Function<String, @Nullable String> environment;
    private final Path catalogues;
    private final Sessions sessions;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(names = "--mapping", required = true, paramLabel = "NAME", description = "来源映射 / source mapping")
    private String mapping = "";

    @Option(names = "--full", description = "读全部行,不只新行 / read all rows, not only new ones")
    private boolean full;

    @Option(
            names = "--dry-run",
            description = "只检查连接和列,说明会读什么 / only check server and columns and say what would be read")
    private boolean dryRun;

    @Mixin
    private Workplace workplace = new Workplace();

    /**
     * The command.
     *
     * @param clock for the time of receipt
     * @param environment gives the text of a variable, null if it is not set
     */
    public PullCommand(Clock clock, Function<String, @Nullable String> environment) {
        this(clock, environment, Workplace.home().resolve("ingest/catalogues"), (master, work) -> {
            try (SparkSession spark = LakeSession.open(master)) {
                return work.apply(spark);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    PullCommand(Clock clock, Function<String, @Nullable String> environment, Path catalogues, Sessions sessions) {
        this.clock = clock;
        this.environment = environment;
        this.catalogues = catalogues;
        this.sessions = sessions;
    }

    /** Where Spark is, for as long as it is needed. */
    interface Sessions {
        IngestReport with(String master, Function<SparkSession, IngestReport> work);
    }

    @Override
    public Integer call() {
        Path reference = catalogues.resolve(catalogue);
        Catalogue loaded = Catalogues.load(reference);
        SourceMapping table = SourceMappings.load(reference, mapping);
        JdbcSource source = JdbcSources.load(reference, mapping);
        Credentials credentials = Credentials.of(source, environment);
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        Lake lake = new Lake(workplace.lake());
        // A lake that is not there holds nothing of what was pulled before.
        boolean all = full || !lake.has(LakeTables.SUBMISSION);
        try (PullFolder folder = PullFolder.open(workplace.pulls(catalogue, mapping))) {
            Pull pull = new Pull(source, table.columns(), credentials, folder);
            if (dryRun) {
                print(pull.plan(all, clock.instant()), out);
                return 0;
            }
            Pulled pulled = Progress.of(out).stage("拉取 / pull", () -> pull.read(all, clock.instant(), part -> {}));
            print(pulled.pull().manifest(), out);
            if (pulled.readBefore() > 0) {
                line(out, "  此前已读 / read before", Integer.toString(pulled.readBefore()));
            }
            boolean refused = !pulled.files().isEmpty() && collect(loaded, table, pulled, out);
            pull.complete(pulled, clock.instant());
            return refused ? 1 : 0;
        }
    }

    /** Collects the files of a pull and gives whether one of them was refused wholly. */
    private boolean collect(Catalogue loaded, SourceMapping table, Pulled pulled, PrintWriter out) {
        Lake lake = new Lake(workplace.lake());
        Instant received = clock.instant();
        Function<SparkSession, IngestReport> work =
                spark -> together(groups(pulled, table.fields().size()).stream()
                        .map(group -> IngestJob.run(spark, lake, loaded, table, group, received, answer -> {}))
                        .toList());
        IngestReport report = Progress.of(out).stage("接收 / ingest", () -> sessions.with(workplace.master(), work));
        IngestCommand.print(report, out);
        return report.anyRefused();
    }

    private static List<List<Path>> groups(Pulled pulled, int cellsOfRow) {
        List<PulledPart> parts = pulled.pull().manifest().parts().stream()
                .filter(part -> part.rows() > 0)
                .toList();
        List<List<Path>> groups = new ArrayList<>();
        List<Path> group = new ArrayList<>();
        long cells = 0;
        for (int i = 0; i < parts.size(); i++) {
            long more = parts.get(i).rows() * cellsOfRow;
            if (!group.isEmpty() && cells + more > CELLS) {
                groups.add(List.copyOf(group));
                group.clear();
                cells = 0;
            }
            group.add(pulled.files().get(i));
            cells += more;
        }
        groups.add(List.copyOf(group));
        return groups;
    }

    private static IngestReport together(List<IngestReport> reports) {
        List<FileReport> files =
                reports.stream().flatMap(report -> report.files().stream()).toList();
        Map<String, Duration> seconds = new LinkedHashMap<>();
        reports.forEach(
                report -> report.seconds().forEach((stage, time) -> seconds.merge(stage, time, Duration::plus)));
        return new IngestReport(files, seconds);
    }

    private static void print(Manifest manifest, PrintWriter out) {
        line(out, "来源 / source", manifest.server());
        String from = manifest.window().from();
        String to = manifest.window().to();
        if (manifest.watermark() != null) {
            line(
                    out,
                    "水位 / watermark",
                    "%s: %s → %s"
                            .formatted(
                                    manifest.watermark().name(),
                                    from == null ? "全部 / all" : from,
                                    to == null ? "无 / none" : to));
        }
        line(out, "行 / rows", Long.toString(manifest.rows()));
        line(out, "分片 / parts", Integer.toString(manifest.partCount()));
        out.flush();
    }

    private static void line(PrintWriter out, String label, String text) {
        out.println("%-32s %10s".formatted(label, text));
    }
}
