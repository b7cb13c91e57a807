package org.wenheng.analytics.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenheng.analytics.funding.Award;
import org.wenheng.analytics.funding.DecisionUnit;
import org.wenheng.analytics.funding.Efficiencies;
import org.wenheng.analytics.funding.Efficiency;
import org.wenheng.analytics.funding.EfficiencyRule;
import org.wenheng.analytics.funding.Figure;
import org.wenheng.analytics.funding.FigureStatus;
import org.wenheng.analytics.funding.FrontierInfluence;
import org.wenheng.analytics.funding.Matching;
import org.wenheng.analytics.funding.MatchingRule;
import org.wenheng.analytics.funding.MoneyUnit;
import org.wenheng.analytics.funding.Progress;
import org.wenheng.analytics.funding.ProgressRule;
import org.wenheng.analytics.funding.Ratio;
import org.wenheng.analytics.funding.RatioRule;
import org.wenheng.analytics.funding.RewardProposal;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/**
 * Findings on money as tables with headings in both languages. Where there is no number, the cell says why.
 *
 * @param names of regions, by code
 */
record FundingTables(Map<String, Title> names) {
    private static final Title TOTAL = new Title("合计", "Total");

    /** A quotient of every region; in the last row all together, but for those that cannot be right. */
    Sheet ratios(RatioRule rule, List<Ratio> ratios) {
        List<String> columns = head("期 / Period");
        columns.add("%s(元) / amount, yuan".formatted(elements(rule.amount())));
        columns.add("%s(%s) / below the line"
                .formatted(
                        elements(rule.below()),
                        rule.per() == RatioRule.Per.MONEY
                                ? "元"
                                : rule.below().get(0).unit()));
        columns.add("%s(%s) / %s"
                .formatted(rule.title().chinese(), rule.unit(), rule.title().english()));
        columns.add("分母的期 / Period below the line");
        columns.add("部分机构缺报 / Facilities missing");
        columns.add("存疑 / Doubtful");
        Map<String, Title> doubts = Ratio.doubts(rule, ratios);
        List<List<Object>> rows = new ArrayList<>();
        for (Ratio ratio : ratios) {
            rows.add(row(ratio.region(), ratioCells(ratio, Optional.ofNullable(doubts.get(ratio.region())))));
        }
        List<Ratio> sound = ratios.stream()
                .filter(ratio -> ratio.quotient().value() != null && !doubts.containsKey(ratio.region()))
                .toList();
        if (!sound.isEmpty()) {
            Ratio together = Ratio.together("", rule, sound);
            rows.add(total(sound.size(), ratios.size(), ratioCells(together, Optional.empty())));
        }
        return sheet(rule.code(), rule.title(), columns, rows);
    }

    private static List<Object> ratioCells(Ratio ratio, Optional<Title> doubt) {
        return List.of(
                ratio.period().code(),
                cell(ratio.amount()),
                cell(ratio.below()),
                cell(ratio.quotient()),
                ratio.belowPeriod().code(),
                ratio.quotient().partial() ? "是 / yes" : "",
                doubt.map(FundingTables::both).orElse(""));
    }

    /** Progress of every region, those furthest behind first; those without a figure last. */
    Sheet progress(ProgressRule rule, List<Progress> progress) {
        List<String> columns = head(
                "截至月份 / Months counted",
                "已支出(元) / Spent, yuan",
                "全年资金(元) / Budget, yuan",
                "进度(%) / Share spent, %",
                "应达(%) / Due, %",
                "领先(百分点) / Ahead, points",
                "落后金额(元) / Behind, yuan",
                "进度要求 / Schedule",
                "存疑 / Doubtful");
        List<List<Object>> rows = progress.stream()
                .sorted(java.util.Comparator.comparing(
                                (Progress line) -> line.lead().value(),
                                java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()))
                        .thenComparing(Progress::region))
                .map(line -> row(
                        line.region(),
                        List.of(
                                line.months(),
                                cell(line.spent()),
                                cell(line.budget()),
                                cell(line.share()),
                                shortest(line.due()),
                                cell(line.lead()),
                                cell(line.behind()),
                                both(rule.schedule().title()),
                                line.doubt().map(FundingTables::both).orElse(""))))
                .toList();
        return sheet(rule.code(), rule.title(), columns, rows);
    }

    /** What every level owes and paid in every region; all together, but for the doubtful, by level in the last rows. */
    Sheet matching(MatchingRule rule, List<Matching> lines) {
        List<String> columns = head(
                "级次 / Level",
                "期 / Period",
                "应担份额(%) / Required share, %",
                "应拨(元) / Due, yuan",
                "实拨(元) / Paid, yuan",
                "到位率(%) / Paid of due, %",
                "实担份额(%) / Actual share, %",
                "缺口(元) / Short, yuan",
                "存疑 / Doubtful");
        Function<String, String> level = code -> rule.levels().stream()
                .filter(other -> other.code().equals(code))
                .map(other -> both(other.title()))
                .findFirst()
                .orElse(code);
        List<List<Object>> rows = new ArrayList<>();
        for (Matching line : lines) {
            rows.add(row(
                    line.region(),
                    List.of(
                            level.apply(line.level()),
                            line.period().code(),
                            cell(line.share()),
                            cell(line.due()),
                            cell(line.paid()),
                            cell(line.reached()),
                            cell(line.actualShare()),
                            cell(line.shortfall()),
                            line.doubt().map(FundingTables::both).orElse(""))));
        }
        for (MatchingRule.Level one : rule.levels()) {
            List<Matching> own = lines.stream()
                    .filter(line -> line.level().equals(one.code()))
                    .toList();
            List<Matching> whole = own.stream()
                    .filter(line ->
                            line.shortfall().value() != null && line.doubt().isEmpty())
                    .toList();
            if (!whole.isEmpty()) {
                Figure due = sum(whole, Matching::due);
                Figure paid = sum(whole, Matching::paid);
                rows.add(total(
                        whole.size(),
                        own.size(),
                        List.of(
                                both(one.title()),
                                whole.get(0).period().code(),
                                "",
                                cell(due),
                                cell(paid),
                                cell(paid.over(due, BigDecimal.valueOf(100))),
                                "",
                                cell(sum(whole, Matching::shortfall)),
                                "")));
            }
        }
        return sheet(rule.code(), rule.title(), columns, rows);
    }

    private static Figure sum(List<Matching> lines, Function<Matching, Figure> part) {
        return Figure.sum(lines.stream().map(part).toList());
    }

    /** Efficiencies of all regions, and why some have none. */
    Sheet efficiency(
            EfficiencyRule rule, List<DecisionUnit> units, Efficiencies found, Map<String, Double> scaleEfficiencies) {
        List<String> columns = head("效率 / Efficiency", "规模效率 / Scale efficiency", "全面有效 / Fully efficient");
        columns.add("参照单位与权数 / Peers and weights");
        rule.inputs().forEach(side -> columns.add("投入:" + both(side.title())));
        rule.outputs().forEach(side -> columns.add("产出:" + both(side.title())));
        rule.inputs().forEach(side -> columns.add("投入余量:" + both(side.title())));
        rule.outputs().forEach(side -> columns.add("产出不足:" + both(side.title())));
        List<List<Object>> rows = new ArrayList<>();
        for (DecisionUnit unit : units) {
            Efficiency efficiency = found.units().get(unit.code());
            List<Object> cells = new ArrayList<>();
            if (efficiency == null) {
                Title why = found.notMeasured().getOrDefault(unit.code(), FigureStatus.NOT_REPORTED.title());
                cells.addAll(List.of(both(why), "", "", ""));
            } else {
                cells.add(efficiency.score());
                cells.add(scaleEfficiencies.getOrDefault(unit.code(), Double.NaN));
                cells.add(efficiency.isFullyEfficient() ? "是 / yes" : "否 / no");
                cells.add(efficiency.peers().entrySet().stream()
                        .map(peer -> "%s %s"
                                .formatted(
                                        name(peer.getKey()).chinese(),
                                        BigDecimal.valueOf(peer.getValue())
                                                .setScale(3, java.math.RoundingMode.HALF_UP)))
                        .collect(Collectors.joining("; ")));
            }
            add(cells, unit.inputs());
            add(cells, unit.outputs());
            int slacks = unit.inputs().length + unit.outputs().length;
            if (efficiency == null) {
                cells.addAll(java.util.Collections.nCopies(slacks, ""));
            } else {
                add(cells, efficiency.inputSlacks());
                add(cells, efficiency.outputSlacks());
            }
            rows.add(row(unit.code(), cells));
        }
        return sheet("efficiency", rule.title(), columns, rows);
    }

    private static void add(List<Object> cells, double[] values) {
        for (double value : values) {
            cells.add(value);
        }
    }

    /** Whose figures to check first: those on the frontier, the most influential first. */
    Sheet frontier(List<FrontierInfluence> influences) {
        List<String> columns = head(
                "以其为参照的单位数 / Units leaning on it",
                "去掉后这些单位效率平均上升 / Mean rise of theirs without it",
                "去掉后最大上升 / Greatest rise without it");
        List<List<Object>> rows = influences.stream()
                .sorted(java.util.Comparator.comparingDouble(FrontierInfluence::greatestRise)
                        .reversed()
                        .thenComparing(FrontierInfluence::code))
                .map(one -> row(one.code(), List.<Object>of(one.leaning(), one.meanRise(), one.greatestRise())))
                .toList();
        return sheet(
                "frontier", new Title("前沿单位:先核对它们的数据", "The frontier: whose figures to check first"), columns, rows);
    }

    /** What is proposed for every region, and all together. */
    Sheet reward(Title title, RewardProposal proposal) {
        List<String> columns = head(
                "等次 / Grade",
                "人口 / Population",
                "等次金额(元) / Amount of the grade, yuan",
                "进步奖(元) / For improvement, yuan",
                "人口系数 / Factor",
                "应得(元) / Claim, yuan",
                "其中保底(元) / Floor, yuan",
                "建议(元) / Proposed, yuan",
                "理由",
                "Reasons",
                "性质 / Standing");
        List<List<Object>> rows = new ArrayList<>();
        for (Award award : proposal.awards()) {
            rows.add(row(
                    award.candidate().region(),
                    List.of(
                            award.candidate().grade().map(FundingTables::both).orElse("无 / none"),
                            cell(award.candidate().population()),
                            MoneyUnit.yuan(award.gradeFen()),
                            MoneyUnit.yuan(award.bonusFen()),
                            award.factor(),
                            MoneyUnit.yuan(award.claim()),
                            MoneyUnit.yuan(award.floor()),
                            MoneyUnit.yuan(award.fen()),
                            award.reasons().stream().map(Title::chinese).collect(Collectors.joining(";")),
                            award.reasons().stream().map(Title::english).collect(Collectors.joining("; ")),
                            both(RewardProposal.SHORT_STANDING))));
        }
        long proposed =
                proposal.awards().stream().filter(award -> award.fen() > 0).count();
        rows.add(total(
                proposed,
                proposal.awards().size(),
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        MoneyUnit.yuan(proposal.claimed()),
                        MoneyUnit.yuan(proposal.awards().stream()
                                .mapToLong(Award::floor)
                                .sum()),
                        MoneyUnit.yuan(proposal.awarded()),
                        "预算%s元".formatted(MoneyUnit.yuan(proposal.budget())),
                        "budget %s yuan".formatted(MoneyUnit.yuan(proposal.budget())),
                        both(RewardProposal.SHORT_STANDING))));
        return sheet("reward", title, columns, rows);
    }

    private static List<String> head(String... more) {
        List<String> columns = new ArrayList<>(List.of("行政区代码 / Region code", "行政区 / Region"));
        columns.addAll(List.of(more));
        return columns;
    }

    private static Sheet sheet(String name, Title title, List<String> columns, List<List<Object>> rows) {
        return new Sheet(name, title, columns, rows);
    }

    private List<Object> row(String region, List<Object> cells) {
        List<Object> row = new ArrayList<>(List.of(region, both(name(region))));
        row.addAll(cells);
        return row;
    }

    private static List<Object> total(long whole, int all, List<Object> cells) {
        List<Object> row = new ArrayList<>(List.of("", "%s %d/%d".formatted(both(TOTAL), whole, all)));
        row.addAll(cells);
        return row;
    }

    private Title name(String region) {
        return names.getOrDefault(region, new Title(region, region));
    }

    /** The number, or why there is none. */
    private static Object cell(Figure figure) {
        BigDecimal value = figure.value();
        if (value == null || figure.status() == FigureStatus.NIL) {
            return both(figure.status().title());
        }
        return value.signum() == 0 ? BigDecimal.ZERO : shortest(value);
    }

    /** Without zeros at the end, and never with an exponent. */
    private static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String elements(List<Element> elements) {
        return elements.stream().map(element -> element.name().chinese()).collect(Collectors.joining("+"));
    }

    private static String both(Title title) {
        return title.chinese().equals(title.english()) ? title.chinese() : title.chinese() + " / " + title.english();
    }
}
