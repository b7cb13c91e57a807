package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.run.GoldPanel;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.study.ElementErrors;
import org.wenheng.analytics.study.Equity;
import org.wenheng.analytics.study.Robustness;
import org.wenheng.analytics.study.Robustness.Assumptions;
import org.wenheng.analytics.study.SchemeStudy;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.analytics.study.Structure;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeSession;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wenheng analyse}: how robust, how coherent and how equal the scores of a period are. Reads the lake, writes files. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "robustness|structure|equity",
        description = {"分析计分结果:稳健性、结构、均衡性", "Analyse scores: robustness, structure, equity"})
final class AnalyseCommand {
    private final PanelReader reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    /** Where the values come from. */
    @FunctionalInterface
    interface PanelReader {
        /** The values that the scheme looks at in some periods. */
        ElementPanel read(Lake lake, String master, Scheme scheme, List<Period> periods) throws IOException;
    }

    AnalyseCommand(PanelReader reader) {
        this.reader = reader;
    }

    /** In a Spark session that ends with the reading. */
    static ElementPanel inOwnSession(Lake lake, String master, Scheme scheme, List<Period> periods) throws IOException {
        try (SparkSession spark = LakeSession.open(master)) {
            return GoldPanel.read(new GoldLake(spark, lake), scheme, periods);
        }
    }

    /** What every analysis is asked with. */
    static final class Question {
        @Mixin
        private Workplace workplace = new Workplace();

        @Option(
                names = "--scheme",
                required = true,
                paramLabel = "SCHEME",
                description = {"方案代码或 .yml 文件", "Code of a scheme, or a .yml file"})
        private String scheme = "";

        @Option(
                names = "--period",
                required = true,
                split = ",",
                paramLabel = "PERIOD",
                description = {"期:2025-12、2025Q4、2025;均衡性可给多个", "Period; several for equity"})
        private List<String> periods = List.of();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = {"写入 CSV 与 JSON 的文件夹", "Folder for CSV and JSON files"})
        private @Nullable Path out;

        @Option(
                names = "--rows",
                defaultValue = "10",
                paramLabel = "N",
                description = {"屏幕上每表最多行数,默认 ${DEFAULT-VALUE}", "Rows of a table on the screen"})
        private int rows;
    }

    @Command(
            name = "robustness",
            mixinStandardHelpOptions = true,
            description = {
                "位次与等次在权重、方法、数据误差下是否稳定",
                "Whether ranks and grades hold under other weights, methods and data"
            })
    int robustness(
            @Mixin Question question,
            @Option(names = "--draws", defaultValue = "1000", description = "抽样次数,默认 ${DEFAULT-VALUE} / draws")
                    int draws,
            @Option(names = "--seed", defaultValue = "7", description = "随机种子,默认 ${DEFAULT-VALUE} / seed") long seed,
            @Option(names = "--weights", defaultValue = "0.25", description = "权重上下浮动的比例,默认 ${DEFAULT-VALUE} / share")
                    double weights,
            @Option(names = "--methods", description = "也变换计分与合成方法 / vary methods too") boolean methods,
            @Option(
                            names = "--error",
                            defaultValue = "0",
                            description = "每个数据元的相对误差,如 0.05 / relative error of each element")
                    double error,
            @Option(
                            names = "--error-of",
                            split = ",",
                            paramLabel = "ELEMENT=SHARE",
                            description = "个别数据元的误差 / errors of single elements")
                    @Nullable
                    Map<String, Double> errors,
            @Option(
                            names = "--top",
                            defaultValue = "10",
                            description = "前几名的概率,默认 ${DEFAULT-VALUE} / places from the top")
                    int top)
            throws IOException {
        SchemeStudy study = single(question);
        Map<String, Double> margins = new TreeMap<>(ElementErrors.sameForAll(study, error));
        if (errors != null) {
            margins.putAll(errors);
        }
        try {
            Assumptions assumptions = new Assumptions(draws, seed, weights, methods, margins, top);
            return show(question, "robustness", new Robustness(study, assumptions).sheets());
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    @Command(
            name = "structure",
            mixinStandardHelpOptions = true,
            description = {"完备性、相关、信度、主成分、KMO", "Availability, correlations, reliability, components, KMO"})
    int structure(@Mixin Question question) throws IOException {
        return show(question, "structure", Structure.sheets(single(question)));
    }

    @Command(
            name = "equity",
            mixinStandardHelpOptions = true,
            description = {"地区差距及其变化", "Gaps between regions and how they change"})
    int equity(@Mixin Question question) throws IOException {
        return show(question, "equity", Equity.sheets(studies(question)));
    }

    private SchemeStudy single(Question question) throws IOException {
        if (question.periods.size() != 1) {
            throw new ParameterException(spec.commandLine(), "请只给一个 --period / Give one --period");
        }
        return studies(question).get(0);
    }

    private List<SchemeStudy> studies(Question question) throws IOException {
        Schemes.Found found = Schemes.find(Workplace.home(), question.scheme);
        List<Period> periods =
                question.periods.stream().map(this::period).distinct().sorted().toList();
        Lake lake = new Lake(question.workplace.lake());
        if (!lake.has(GoldTables.ELEMENT_VALUE)) {
            throw InputRefusedException.of(
                    "NOT_DERIVED",
                    question.workplace.lake(),
                    "数据湖里还没有推导出的数据元值,请先运行 ./wenheng run",
                    "The lake has no derived element values; run ./wenheng run first");
        }
        ElementPanel panel = reader.read(lake, question.workplace.master(), found.scheme(), periods);
        return periods.stream()
                .map(period -> SchemeStudy.of(found.scheme(), found.catalogue(), panel, period))
                .toList();
    }

    private Period period(String name) {
        return PeriodText.parse(spec, name);
    }

    private int show(Question question, String name, List<Sheet> sheets) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        sheets.forEach(sheet -> SheetFiles.print(out, sheet, question.rows));
        Path folder = question.out;
        if (folder != null) {
            SheetFiles.write(folder, name, sheets);
            out.printf("%n已写入 / written: %s%n", folder);
            out.flush();
        }
        return 0;
    }
}
