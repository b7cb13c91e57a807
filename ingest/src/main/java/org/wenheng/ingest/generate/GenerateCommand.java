package org.wenheng.ingest.generate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes synthetic reports of a catalogue into its inbox. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 failed. */
@Command(
        name = "generate",
        description = "生成带标记的合成报送文件 / Write marked synthetic reports",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
public final class GenerateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(names = "--from", defaultValue = "2024-01", description = "起始月 / first month, yyyy-mm")
    private String from = "2024-01";

    @Option(names = "--months", defaultValue = "24", description = "月数 / number of months")
    private int months = 24;

    @Option(names = "--seed", defaultValue = "7", description = "随机种子 / the same seed gives the same bytes")
    private long seed = 7;

    @Option(names = "--out", description = "输出文件夹,默认 work/inbox/<目录> / output folder")
    private @Nullable Path out;

    @Option(
            names = "--home",
            defaultValue = "${sys:wenheng.home:-.}",
            description = "项目根文件夹 / root folder of the project")
    private Path home = Path.of(".");

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        Period first = Period.parse(from)
                .filter(period -> period.frequency() == Frequency.MONTH)
                .orElseThrow(() -> wrongUsage("--from: \"" + from + "\" 不是月份 / is not a month (yyyy-mm)"));
        if (months < 1 || months > 1200) {
            throw wrongUsage("--months: " + months + " 应在1到1200之间 / must lie between 1 and 1200");
        }
        console.println(Progress.of(console).stage("生成 / generate", () -> generate(first)));
        return 0;
    }

    private String generate(Period first) {
        Path folder = home.resolve("ingest/catalogues").resolve(catalogue);
        Path target = out == null ? home.resolve("work/inbox").resolve(catalogue) : out;
        Catalogue loaded = Catalogues.load(folder);
        GeneratedFolder.Summary summary =
                GeneratedFolder.write(loaded, folder.resolve("generate.yml"), first, months, seed, target);
        return """
                已生成合成数据:%d个报送单位、%d个文件、%d个数值,其中埋入%d处差错,清单见 %s
                Synthetic data written: %d reporters, %d files, %d values, %d planted mistakes, listed in %s""".formatted(
                        summary.reporters(),
                        summary.files(),
                        summary.cells(),
                        summary.planted().size(),
                        GeneratedFolder.truth(target),
                        summary.reporters(),
                        summary.files(),
                        summary.cells(),
                        summary.planted().size(),
                        GeneratedFolder.truth(target));
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
