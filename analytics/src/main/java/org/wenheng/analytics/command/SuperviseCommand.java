package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.command.PublishedSupervision.Count;
import org.wenheng.analytics.command.PublishedSupervision.Head;
import org.wenheng.analytics.command.PublishedSupervision.Lit;
import org.wenheng.analytics.gold.SupervisionTables;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wenheng supervise}: what needs a hand, why, and whose turn it is, of a published run. */
@Command(
        name = "supervise",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"督导:亮灯及原因、异常、数据质量、抽查", "Lights with their reasons, anomaly cases, data quality, spot checks"})
final class SuperviseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private Workplace workplace = new Workplace();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--scheme",
            required = true,
            paramLabel = "CODE",
            description = {"方案代码", "Code of a scheme"})
    private String scheme = "";

    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            description = {"期:2025-12、2025Q4、2025", "Period: 2025-12, 2025Q4, 2025"})
    private String periodName = "";

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description = {"只看该地区及其下级", "This region and those below it"})
    private @Nullable String region;

    @Option(
            names = "--lights",
            description = {"全部亮灯", "All lights"})
    private boolean lights;

    @Option(
            names = "--cases",
            description = {"异常", "Anomaly cases"})
    private boolean cases;

    @Option(
            names = "--quality",
            description = {"数据质量", "Data quality"})
    private boolean quality;

    @Option(
            names = "--spot-checks",
            description = {"抽查名单与抽样过程", "The sample of spot checks and how it was drawn"})
    private boolean spotChecks;

    @Option(
            names = "--rows",
            defaultValue = "10",
            paramLabel = "N",
            description = {"屏幕上每表最多行数,默认 ${DEFAULT-VALUE}", "Rows of a table on the screen"})
    private int rows;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {"写入 CSV 与 JSON 的文件夹", "Folder for CSV and JSON files"})
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, SQLException {
        Period period = PeriodText.parse(spec, periodName);
        PrintWriter screen = spec.commandLine().getOut();
        try (MartDatabase mart = database.open(workplace.work());
                Connection reader = mart.connectReader()) {
            PublishedSupervision published =
                    PublishedSupervision.open(reader, scheme, period, Optional.ofNullable(region));
            List<Sheet> asked = sheets(published);
            if (asked.isEmpty()) {
                printSummary(screen, published);
            }
            asked.forEach(sheet -> SheetFiles.print(screen, sheet, rows));
            if (out != null) {
                List<Sheet> written = asked.isEmpty() ? all(published) : asked;
                SheetFiles.write(out, "supervision", written);
                screen.printf("%n已写入 / written: %s%n", out);
            }
        }
        screen.flush();
        return 0;
    }

    private List<Sheet> sheets(PublishedSupervision published) throws SQLException {
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<Table, Boolean> table : Map.of(
                        SupervisionTables.LIGHT, lights,
                        SupervisionTables.ANOMALY_CASE, cases,
                        SupervisionTables.DATA_QUALITY, quality,
                        SupervisionTables.SPOT_CHECK, spotChecks)
                .entrySet()) {
            if (table.getValue()) {
                sheets.add(published.sheet(table.getKey(), title(table.getKey())));
            }
        }
        sheets.sort((one, two) -> one.name().compareTo(two.name()));
        return sheets;
    }

    private static List<Sheet> all(PublishedSupervision published) throws SQLException {
        List<Sheet> sheets = new ArrayList<>();
        for (Table table : SupervisionTables.ALL) {
            sheets.add(published.sheet(table, title(table)));
        }
        return sheets;
    }

    private static Title title(Table table) {
        return switch (table.name()) {
            case "light" -> new Title("亮灯", "Lights");
            case "anomaly_case" -> new Title("异常", "Anomaly cases");
            case "data_quality" -> new Title("数据质量", "Data quality");
            case "spot_check" -> new Title("抽查", "Spot check");
            default -> throw new IllegalArgumentException(table.path());
        };
    }

    /** Ten seconds: how many lights, where, whose turn, and why. */
    private void printSummary(PrintWriter screen, PublishedSupervision published) throws SQLException {
        Head head = published.head();
        screen.printf("%s  %s / %s  批次 / run %s%n", scheme, head.periodName(), periodName, head.run());
        screen.printf(
                "数据截至 / known at %s%s%n",
                head.knownAt(),
                head.origin().equals("real") ? "" : "  ⚠ 含合成数据,仅供演示 / synthetic data, for demonstration only");
        printCounts(screen, published.counts());
        List<Lit> lit = published.lit();
        printActors(screen, lit);
        printRegions(screen, lit);
        List<Lit> unjudged = published.unjudged();
        if (!unjudged.isEmpty()) {
            screen.printf("%n无法判断的事项 / What could not be judged%n");
            unjudged.forEach(light -> screen.printf(
                    "  %s / %s: %s / %s%n",
                    light.title().chinese(),
                    light.title().english(),
                    light.reason().chinese(),
                    light.reason().english()));
        }
        List<List<Object>> drawn =
                published.sheet(SupervisionTables.SPOT_CHECK, title(SupervisionTables.SPOT_CHECK)).rows().stream()
                        .filter(row -> String.valueOf(row.get(row.size() - 1)).startsWith("t"))
                        .toList();
        if (!drawn.isEmpty()) {
            screen.printf(
                    "%n抽查 / Spot check: %s%n",
                    String.join(
                            "、",
                            drawn.stream()
                                    .map(row -> String.valueOf(row.get(0)))
                                    .toList()));
        }
    }

    /** By region, those with the most red lights first: why each red one is lit, and what else is yellow. */
    private void printRegions(PrintWriter screen, List<Lit> lit) {
        Map<Title, List<Lit>> byRegion = new LinkedHashMap<>();
        lit.forEach(light -> byRegion.computeIfAbsent(light.region(), name -> new ArrayList<>())
                .add(light));
        screen.printf("%n需要处理的地区 / Regions to be acted on (%d)%n", byRegion.size());
        byRegion.entrySet().stream().limit(rows).forEach(entry -> {
            Title name = entry.getKey();
            screen.printf("  %s / %s%n", orOffice(name.chinese(), "(不属地区)"), orOffice(name.english(), "(no region)"));
            List<Lit> yellow = new ArrayList<>();
            for (Lit light : entry.getValue()) {
                if (light.colour().equals("red")) {
                    screen.printf(
                            "    ● 红 / red %s: %s%n",
                            light.title().chinese(), shortened(light.reason().chinese(), 80));
                    screen.printf(
                            "      %s: %s%n",
                            light.title().english(), shortened(light.reason().english(), 160));
                } else {
                    yellow.add(light);
                }
            }
            if (!yellow.isEmpty()) {
                screen.printf(
                        "    ○ 黄 / yellow %s / %s%n",
                        joined(yellow, "、", Title::chinese), joined(yellow, ", ", Title::english));
            }
        });
        if (byRegion.size() > rows) {
            screen.printf(
                    "  …… 另有 %d 个地区,见 --lights 或 --out / %d more regions, see --lights or --out%n",
                    byRegion.size() - rows, byRegion.size() - rows);
        }
    }

    /** The beginning of a text, so that a line stays a line; the whole is in the table of lights. */
    private static String shortened(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters)) + "…";
    }

    private static String orOffice(String name, String otherwise) {
        return name.isEmpty() ? otherwise : name;
    }

    private static String joined(List<Lit> lights, String between, Function<Title, String> language) {
        return String.join(
                between,
                lights.stream().map(Lit::title).map(language).distinct().toList());
    }

    private static void printCounts(PrintWriter screen, List<Count> counts) {
        Map<Title, Map<String, Integer>> byTitle = new LinkedHashMap<>();
        counts.forEach(count -> byTitle.computeIfAbsent(count.title(), title -> new LinkedHashMap<>())
                .put(count.colour(), count.count()));
        List<List<Object>> cells = new ArrayList<>();
        byTitle.forEach((title, colours) -> cells.add(List.of(
                title.chinese() + " / " + title.english(),
                colours.getOrDefault("red", 0),
                colours.getOrDefault("yellow", 0),
                colours.getOrDefault("green", 0),
                colours.getOrDefault("no-data", 0))));
        SheetFiles.print(
                screen,
                new Sheet(
                        "counts",
                        new Title("亮灯", "Lights"),
                        List.of("事项 / matter", "红 / red", "黄 / yellow", "绿 / green", "无法判断 / no data"),
                        cells),
                cells.size());
    }

    private static void printActors(PrintWriter screen, List<Lit> lit) {
        Map<String, Integer> turns = new LinkedHashMap<>();
        for (Lit light : lit) {
            String who = switch (light.acts()) {
                case "department" -> "部门 / departments " + light.departments().replace(";", "、");
                case "office" -> "办公室 / office";
                default -> "地区 / regions";
            };
            turns.merge(who, 1, Integer::sum);
        }
        if (!turns.isEmpty()) {
            screen.printf("%n由谁办 / Whose turn%n");
            turns.forEach((who, count) -> screen.printf("  %s: %d%n", who, count));
        }
    }
}
