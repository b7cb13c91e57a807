package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.export.Caveats;
import org.wenheng.analytics.funding.Efficiencies;
import org.wenheng.analytics.funding.EnvelopmentAnalysis;
import org.wenheng.analytics.funding.FrontierInfluence;
import org.wenheng.analytics.funding.FundingPlan;
import org.wenheng.analytics.funding.FundingReader;
import org.wenheng.analytics.funding.Ledger;
import org.wenheng.analytics.funding.Matching;
import org.wenheng.analytics.funding.MoneyUnit;
import org.wenheng.analytics.funding.Progress;
import org.wenheng.analytics.funding.Ratio;
import org.wenheng.analytics.funding.RatioRule;
import org.wenheng.analytics.funding.RewardProposal;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wenheng funding}: the money of a published run's regions, as the scheme's funding plan asks. Writes files only. */
@Command(
        name = "funding",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "measures|progress|matching|cost|efficiency|reward",
        description = {
            "经费:人均与占比、支出进度、配套资金、单位成本、效率、奖励建议",
            "Funding: measures, progress, matching funds, unit costs, efficiency, a proposed reward"
        })
final class FundingCommand {
    private final LedgerReader ledgers;
    private final RunReader runs;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    /** Where element values come from. */
    @FunctionalInterface
    interface LedgerReader {
        /** The values of a scheme's catalogue around a period. */
        Ledger read(Workplace workplace, Scheme scheme, Period period) throws IOException;
    }

    /** Where published runs come from. */
    @FunctionalInterface
    interface RunReader {
        /** The run of a scheme that is published for each of some periods; empty where there is none. */
        List<Optional<Assessment>> read(
                DatabaseOptions database, Path work, String scheme, Catalogue catalogue, List<Period> periods)
                throws SQLException;
    }

    FundingCommand(LedgerReader ledgers, RunReader runs) {
        this.ledgers = ledgers;
        this.runs = runs;
    }

    /** What every question is asked with. */
    static final class Question {
        @Mixin
        private Workplace workplace = new Workplace();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Option(
                names = "--scheme",
                required = true,
                paramLabel = "CODE",
                description = {
                    "方案代码;规则在 analytics/funding/CODE.yml",
                    "Code of the scheme; rules in analytics/funding/CODE.yml"
                })
        private String scheme = "";

        @Option(
                names = "--period",
                required = true,
                paramLabel = "PERIOD",
                description = {"期:2025-12、2025Q4、2025", "Period: 2025-12, 2025Q4, 2025"})
        private String period = "";

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = {"写入 CSV 与 xlsx 的文件夹", "Folder for CSV files and a workbook"})
        private @Nullable Path out;

        @Option(
                names = "--rows",
                defaultValue = "10",
                paramLabel = "N",
                description = {"屏幕上每表最多行数,默认 ${DEFAULT-VALUE}", "Rows of a table on the screen"})
        private int rows;
    }

    @Command(
            name = "measures",
            mixinStandardHelpOptions = true,
            description = {"人均与占比", "Amounts per head and shares"})
    int measures(@Mixin Question question) throws IOException, SQLException {
        FundingContext context = context(question);
        FundingPlan plan = context.plan();
        List<Title> notes = List.of(new Title(
                "人口:%s(%s)"
                        .formatted(
                                plan.population().basis().chinese(),
                                plan.population().element().code()),
                "Population: %s (%s)"
                        .formatted(
                                plan.population().basis().english(),
                                plan.population().element().code())));
        return show(question, context, "measures", ratios(context, plan.measures()), notes, sources(plan.measures()));
    }

    @Command(
            name = "cost",
            mixinStandardHelpOptions = true,
            description = {"单位服务成本", "Unit costs of services"})
    int cost(@Mixin Question question) throws IOException, SQLException {
        FundingContext context = context(question);
        List<RatioRule> costs = context.plan().costs();
        return show(question, context, "cost", ratios(context, costs), List.of(), sources(costs));
    }

    private static List<Sheet> ratios(FundingContext context, List<RatioRule> rules) {
        return rules.stream()
                .map(rule -> context.tables()
                        .ratios(
                                rule,
                                Ratio.of(
                                        rule,
                                        context.plan().population(),
                                        context.ledger(),
                                        context.units(),
                                        context.period())))
                .toList();
    }

    private static List<Title> sources(List<RatioRule> rules) {
        return rules.stream().map(rule -> source(rule.title(), rule.source())).toList();
    }

    private static Title source(Title title, String source) {
        return new Title(title.chinese() + ":" + source, title.english() + ": " + source);
    }

    @Command(
            name = "progress",
            mixinStandardHelpOptions = true,
            description = {"支出进度", "Spending against a schedule"})
    int progress(@Mixin Question question) throws IOException, SQLException {
        FundingContext context = context(question);
        var rules = context.plan().progress();
        List<Sheet> sheets = rules.stream()
                .map(rule -> context.tables()
                        .progress(rule, Progress.of(rule, context.ledger(), context.units(), context.period())))
                .toList();
        List<Title> notes = rules.stream()
                .map(rule -> new Title(
                        "%s的进度要求:%s"
                                .formatted(
                                        rule.title().chinese(),
                                        rule.schedule().title().chinese()),
                        "Schedule of %s: %s"
                                .formatted(
                                        rule.title().english(),
                                        rule.schedule().title().english())))
                .toList();
        List<Title> sources =
                rules.stream().map(rule -> source(rule.title(), rule.source())).toList();
        return show(question, context, "progress", sheets, notes, sources);
    }

    @Command(
            name = "matching",
            mixinStandardHelpOptions = true,
            description = {"配套资金与缺口", "Matching funds and what is short"})
    int matching(@Mixin Question question) throws IOException, SQLException {
        FundingContext context = context(question);
        var rules = context.plan().matching();
        Function<String, List<String>> around = context::around;
        List<Sheet> sheets = rules.stream()
                .map(rule -> context.tables()
                        .matching(rule, Matching.of(rule, context.ledger(), context.units(), context.period(), around)))
                .toList();
        List<Title> sources = new ArrayList<>();
        rules.forEach(rule -> {
            sources.add(source(rule.title(), rule.source()));
            rule.elsewhere().forEach(other -> sources.add(source(rule.title(), other.source())));
        });
        return show(question, context, "matching", sheets, List.of(), sources);
    }

    @Command(
            name = "efficiency",
            mixinStandardHelpOptions = true,
            description = {"投入产出效率(数据包络分析)", "Efficiency by data envelopment analysis"})
    int efficiency(@Mixin Question question) throws IOException, SQLException {
        FundingContext context = context(question);
        var rule = context.plan().efficiency().orElseThrow(() -> absent(question, "efficiency"));
        var units = rule.units(context.ledger(), context.units(), context.period());
        EnvelopmentAnalysis analysis = new EnvelopmentAnalysis(rule.orientation(), rule.returns());
        Efficiencies found = analysis.of(units);
        List<Sheet> sheets = List.of(
                context.tables()
                        .efficiency(
                                rule, units, found, EnvelopmentAnalysis.scaleEfficiencies(rule.orientation(), units)),
                context.tables().frontier(FrontierInfluence.of(analysis, units, found)));
        List<Title> notes = new ArrayList<>(List.of(found.caveat()));
        notes.addAll(found.warnings());
        return show(question, context, "efficiency", sheets, notes, List.of(source(rule.title(), rule.source())));
    }

    @Command(
            name = "reward",
            mixinStandardHelpOptions = true,
            description = {"预算内的考评奖励建议", "A reward proposed under a budget"})
    int reward(
            @Mixin Question question,
            @Option(
                            names = "--budget",
                            required = true,
                            paramLabel = "AMOUNT",
                            description = {"预算,写明单位,如 1000万元", "Budget with its unit, such as 1000万元"})
                    String budget)
            throws IOException, SQLException {
        long fen = MoneyUnit.fen(budget)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "预算 \"%s\" 应为数字加单位(元、万元、亿元),精确到分,如 1000万元 / Budget \"%s\": digits and a unit are expected"
                                .formatted(budget, budget)));
        FundingContext context = context(question);
        var rule = context.plan().reward().orElseThrow(() -> absent(question, "reward"));
        RewardProposal proposal = RewardProposal.of(rule, context.candidates(), fen);
        Optional<Assessment> before = context.before();
        List<Title> notes = List.of(
                proposal.standing(),
                before.map(run -> new Title(
                                "与上期批次比较:%s(%s)"
                                        .formatted(run.head().run(), run.head().period()),
                                "Compared with the run of the period before: %s (%s)"
                                        .formatted(run.head().run(), run.head().period())))
                        .orElse(new Title("上期没有已发布的批次,无人计进步奖", "No published run of the period before: no bonus")));
        return show(
                question,
                context,
                "reward",
                List.of(context.tables().reward(rule.title(), proposal)),
                notes,
                List.of(source(rule.title(), rule.source())));
    }

    private FundingContext context(Question question) throws IOException, SQLException {
        Period period = PeriodText.parse(spec, question.period);
        Schemes.Found found = Schemes.find(Workplace.home(), question.scheme);
        String code = found.scheme().code();
        Path file = Workplace.home().resolve("analytics/funding").resolve(code + ".yml");
        if (!Files.isRegularFile(file)) {
            throw InputRefusedException.of(
                    "FUNDING_PLAN_NOT_FOUND",
                    file.toString(),
                    "方案 \"%s\" 没有经费规则".formatted(code),
                    "The scheme \"%s\" has no funding plan".formatted(code));
        }
        List<Optional<Assessment>> published = runs.read(
                question.database,
                question.workplace.work(),
                code,
                found.catalogue(),
                List.of(period, period.previous()));
        Assessment run = published
                .get(0)
                .orElseThrow(() -> InputRefusedException.of(
                        "RUN_NOT_PUBLISHED",
                        code + " " + period.code(),
                        "没有这一方案、期次的已发布批次;先运行 wenheng run",
                        "No published run of this scheme and period; run wenheng run first"));
        FundingPlan plan = FundingReader.parse(
                file.getFileName().toString(),
                Files.readString(file),
                code,
                run.grades().stream().map(Assessment.Grade::title).toList(),
                found.catalogue());
        Ledger ledger = ledgers.read(question.workplace, found.scheme(), period);
        return new FundingContext(plan, found.catalogue(), ledger, period, run, published.get(1));
    }

    private static InputRefusedException absent(Question question, String part) {
        return InputRefusedException.of(
                "FUNDING_NOT_ASKED",
                question.scheme,
                "经费规则里没有 %s 部分".formatted(part),
                "The funding plan has no part %s".formatted(part));
    }

    private int show(
            Question question,
            FundingContext context,
            String name,
            List<Sheet> sheets,
            List<Title> notes,
            List<Title> sources)
            throws IOException {
        Assessment.Head head = context.run().head();
        Title nature = Caveats.nature(head.origin());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s　%s　批次 / run %s%n", head.schemeTitle().chinese(), head.periodName(), head.run());
        out.println(both(nature));
        notes.forEach(note -> out.println(both(note)));
        sheets.forEach(sheet -> SheetFiles.print(out, sheet, question.rows));
        Path folder = question.out;
        if (folder != null) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of("方案 / Scheme", head.scheme() + " " + head.schemeVersion()));
            lines.add(List.of("期 / Period", head.period() + " " + head.periodName()));
            lines.add(List.of("批次 / Run", head.run()));
            lines.add(List.of("数据截至 / Data known at", head.knownAt()));
            notes.forEach(note -> lines.add(List.of("须知 / Note", both(note))));
            sources.forEach(source -> lines.add(List.of("出处 / Source", both(source))));
            SheetFiles.writeTables(
                    folder, sheets.stream().map(sheet -> marked(sheet, nature)).toList());
            Files.write(
                    folder.resolve(name + ".xlsx"),
                    SheetWorkbook.of(
                            both(context.plan().title()) + " " + head.period(),
                            nature,
                            lines,
                            sheets,
                            Instant.parse(head.generatedAt())));
            out.printf("%n已写入 / written: %s%n", folder);
        }
        out.flush();
        return 0;
    }

    /** A CSV file has nothing above its table, so the nature of the data stands in every row. */
    private static Sheet marked(Sheet sheet, Title nature) {
        List<String> columns = new ArrayList<>(sheet.columns());
        columns.add("数据性质 / Nature of the data");
        List<List<Object>> rows = sheet.rows().stream()
                .map(row -> Stream.concat(row.stream(), Stream.<Object>of(both(nature)))
                        .toList())
                .toList();
        return new Sheet(sheet.name(), sheet.title(), columns, rows);
    }

    private static String both(Title title) {
        return title.chinese() + " / " + title.english();
    }
}
