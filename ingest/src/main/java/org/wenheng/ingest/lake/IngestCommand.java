package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.command.MomentText;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.lake.IngestReport.FileReport;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest}: collects files and says what became of them. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"接收报送文件:读取、审核、入库", "Collects files: reads, checks and lands them"},
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:已完成(部分接受的文件见汇总) / done, see the totals for partly accepted files",
            "1:有文件被整体拒绝 / a file was refused wholly",
            "2:用法错误 / wrong usage",
            "3:系统故障 / the system failed"
        })
public final class IngestCommand implements Callable<Integer> {
    private static final int FILES_SHOWN = 20;

    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "文件或文件夹 / files or folders")
    private List<Path> paths = List.of();

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(
            names = "--mapping",
            split = ",",
            paramLabel = "NAME",
            description = {
                "来源映射,可用逗号列出多个,按文件名或列名选用;省略时按报表读取",
                "Source mapping, or several with commas: the file's name or columns decide; forms without it"
            })
    private List<String> mappings = List.of();

    @Option(names = "--dry-run", description = "试运行:只说明会怎样,不写入任何内容 / say what would happen and write nothing")
    private boolean dryRun;

    @Option(
            names = "--received-at",
            converter = MomentText.class,
            paramLabel = "INSTANT",
            description = "接收时间,如 2026-11-01T00:00:00Z / time of receipt")
    private @Nullable Instant receivedAt;

    @Option(
            names = "--answers",
            paramLabel = "DIR",
            description = "把每个文件的审核答复(xlsx、json)写到这里 / writes the answer to each file here")
    private @Nullable Path answers;

    @Mixin
    private Workplace workplace = new Workplace();

    /** The command with a clock for the time of receipt. */
    public IngestCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Workplace.home().resolve("ingest/catalogues").resolve(catalogue);
        Catalogue loaded = Catalogues.load(folder);
        List<FilesOfMapping> portions = FilesOfMapping.choose(
                mappings.stream().map(name -> SourceMappings.load(folder, name)).toList(), paths);
        Instant received = receivedAt == null ? clock.instant() : receivedAt;
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            PrintWriter out = Objects.requireNonNull(spec, "picocli sets it")
                    .commandLine()
                    .getOut();
            Lake lake = new Lake(workplace.lake());
            IngestReport report = Progress.of(out)
                    .stage(
                            dryRun ? "试运行 / dry run" : "接收 / ingest",
                            () -> portions.stream()
                                    .map(portion -> collect(spark, lake, loaded, portion, received))
                                    .reduce(IngestReport::plus)
                                    .orElseThrow());
            if (dryRun) {
                printCorrections(report, out);
            }
            print(report, out);
            if (dryRun) {
                out.println("试运行,未写入任何内容 / Dry run: nothing was written");
                out.flush();
            }
            return report.anyRefused() ? 1 : 0;
        }
    }

    private IngestReport collect(
            SparkSession spark, Lake lake, Catalogue loaded, FilesOfMapping portion, Instant received) {
        SourceMapping source = portion.mapping();
        Consumer<Submission> settled = AnswerFolder.of(answers, source == null ? null : source.encoding());
        return dryRun
                ? IngestJob.dryRun(spark, lake, loaded, source, portion.files(), received, settled)
                : IngestJob.run(spark, lake, loaded, source, portion.files(), received, settled);
    }

    /** Prints what was refused and the totals, Chinese first. */
    public static void print(IngestReport report, PrintWriter out) {
        List<FileReport> withRefusals = report.files().stream()
                .filter(file -> !file.refusals().isEmpty() || file.verdict() == Verdict.REFUSED)
                .toList();
        withRefusals.stream().limit(FILES_SHOWN).forEach(file -> print(file, out));
        if (withRefusals.size() > FILES_SHOWN) {
            int more = withRefusals.size() - FILES_SHOWN;
            out.println("…… 另有 %d 个文件有问题 / %d more files with findings".formatted(more, more));
        }
        Ledger total = report.total();
        line(out, "文件 / files", report.files().size());
        line(out, "  接受 / accepted", report.count(Verdict.ACCEPTED));
        line(out, "  部分接受 / partly accepted", report.count(Verdict.PARTLY_ACCEPTED));
        line(out, "  拒绝 / refused", report.count(Verdict.REFUSED));
        line(out, "  内容重复 / sent before", report.repeated());
        line(out, "单元格 / cells read", total.read());
        line(out, "  接受 / accepted", total.accepted());
        line(out, "  未变 / unchanged", total.unchanged());
        line(out, "  拒绝 / refused", total.refused());
        for (Map.Entry<String, Integer> refusal : report.refusals().entrySet()) {
            line(out, "    " + refusal.getKey(), refusal.getValue());
        }
        if (!report.remarks().isEmpty()) {
            out.println("提示(已接受) / remarks on accepted values");
            report.remarks().forEach((code, count) -> line(out, "    " + code, count));
            line(out, "  待说明 / to be explained", report.open());
            line(out, "  已说明 / explained", report.explained());
        }
        report.seconds().forEach((stage, time) -> out.println("%-32s %8.1f s".formatted(stage, time.toMillis() / 1e3)));
        out.flush();
    }

    /** Prints which known values would be replaced. */
    static void printCorrections(IngestReport report, PrintWriter out) {
        for (FileReport file : report.files()) {
            int all = file.findings().getOrDefault(CellCode.VALUE_CHANGED.name(), 0);
            if (all > 0) {
                out.println("%s 将更正 %d 个已知值 / would correct %d known values".formatted(file.name(), all, all));
                file.corrections().forEach(finding -> out.println("  " + finding.line()));
            }
        }
    }

    private static void print(FileReport file, PrintWriter out) {
        out.println("%s %s".formatted(file.name(), file.verdict().code()));
        for (Finding finding : file.shown()) {
            out.println("  " + finding.line());
        }
        int all = file.refusals().values().stream().mapToInt(Integer::intValue).sum();
        if (all > file.shown().size()) {
            int more = all - file.shown().size();
            out.println("  …… 另有 %d 处 / %d more".formatted(more, more));
        }
    }

    private static void line(PrintWriter out, String label, long count) {
        out.println("%-32s %10d".formatted(label, count));
    }
}
