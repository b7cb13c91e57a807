package org.wenheng.analytics.scheme;

import static org.wenheng.analytics.scheme.DifferingPart.moving;
import static org.wenheng.analytics.scheme.DifferingPart.textual;
import static org.wenheng.analytics.scheme.SchemeWords.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wenheng.analytics.scheme.Indicator.Example;
import org.wenheng.analytics.scheme.Indicator.Rules;
import org.wenheng.analytics.scheme.SchemeChange.Group;
import org.wenheng.ingest.reference.Title;

/**
 * What can differ between two states of an indicator or a dimension. Code and weight are looked at with the tree as a
 * whole, see {@link TreeDifference}.
 */
final class NodeDifference {
    /** The parts of an indicator. */
    static final List<DifferingPart<Indicator>> INDICATOR = List.of(
            moving("dimension", Group.NODES, "所属维度", "dimension", Indicator::dimension, i -> plain(i.dimension())),
            textual("title", Group.NODES, "改名", "renamed", Indicator::title),
            textual("question", Group.TEXTS, "要回答的问题", "question", i -> plain(i.question())),
            textual("unit", Group.TEXTS, "单位", "unit", i -> plain(i.unit())),
            moving("nature", Group.METHODS, "性质", "nature", Indicator::nature, i -> SchemeWords.of(i.nature())),
            moving(
                    "direction",
                    Group.METHODS,
                    "方向",
                    "direction",
                    Indicator::direction,
                    i -> SchemeWords.of(i.direction())),
            moving(
                    "frequency",
                    Group.METHODS,
                    "频率",
                    "frequency",
                    Indicator::frequency,
                    i -> SchemeWords.of(i.frequency())),
            moving("formula", Group.FORMULAS, "公式", "formula", Indicator::formula, i -> plain(i.formulaText())),
            moving(
                    "method",
                    Group.METHODS,
                    "方法",
                    "method",
                    Indicator::method,
                    i -> i.method().description()),
            textual(
                    "departments",
                    Group.TEXTS,
                    "责任部门",
                    "departments",
                    i -> SchemeWords.listed(i.departments(), SchemeWords::plain)),
            textual("target", Group.TARGETS, "目标值", "target", i -> plain(i.target())),
            textual("targetSource", Group.TARGETS, "目标出处", "source of the target", i -> plain(i.targetSource())),
            textual("examples", Group.EXAMPLES, "算例", "examples", NodeDifference::examples));

    /** The parts of an indicator's rules. */
    static final List<DifferingPart<Rules>> RULES = List.of(
            moving(
                    "overLongerPeriods",
                    Group.METHODS,
                    "较长的期",
                    "over longer periods",
                    Rules::overLongerPeriods,
                    r -> SchemeWords.of(r.overLongerPeriods())),
            moving(
                    "scalesWithYear",
                    Group.METHODS,
                    "标准按已过月份折算",
                    "thresholds scale with the year",
                    Rules::scalesWithYear,
                    r -> SchemeWords.yesOrNo(r.scalesWithYear())),
            moving(
                    "whenDenominatorIsZero",
                    Group.METHODS,
                    "分母为0时",
                    "when the denominator is zero",
                    Rules::whenDenominatorIsZero,
                    r -> SchemeWords.of(r.whenDenominatorIsZero())),
            moving("appliesTo", Group.METHODS, "适用地区", "applies to", Rules::appliesTo, NodeDifference::appliesTo),
            moving(
                    "validFrom",
                    Group.METHODS,
                    "起用年份",
                    "valid from",
                    r -> Optional.ofNullable(r.validFrom()),
                    r -> year(Optional.ofNullable(r.validFrom()))),
            moving(
                    "reference",
                    Group.METHODS,
                    "比较的对象",
                    "reference",
                    Rules::reference,
                    r -> r.reference().description()),
            moving(
                    "validTo",
                    Group.METHODS,
                    "止用年份",
                    "valid to",
                    r -> Optional.ofNullable(r.validTo()),
                    r -> year(Optional.ofNullable(r.validTo()))),
            moving(
                    "preparation",
                    Group.METHODS,
                    "补值与离群值",
                    "filling in and outliers",
                    Rules::preparation,
                    r -> r.preparation().description()),
            moving(
                    "regionalTargets",
                    Group.TARGETS,
                    "分地区的标准",
                    "thresholds of some regions",
                    NodeDifference::regionalMethods,
                    r -> SchemeWords.listed(r.regionalTargets(), NodeDifference::regionalMethod)),
            textual(
                    "regionalTargets",
                    Group.TARGETS,
                    "分地区的目标与出处",
                    "targets of some regions and their sources",
                    r -> SchemeWords.listed(
                            r.regionalTargets(), target -> plain(target.target() + " " + target.source()))));

    /** The parts of a dimension; the index is one. */
    static final List<DifferingPart<Dimension>> DIMENSION = List.of(
            moving(
                    "parent",
                    Group.NODES,
                    "上级",
                    "parent",
                    d -> Optional.ofNullable(d.parent()),
                    d -> plain(Optional.ofNullable(d.parent()).orElse(""))),
            textual("title", Group.NODES, "改名", "renamed", Dimension::title),
            textual("question", Group.TEXTS, "要回答的问题", "question", d -> plain(d.question())),
            moving(
                    "combination",
                    Group.METHODS,
                    "汇总",
                    "combination",
                    Dimension::combination,
                    d -> d.combination().description()));

    private NodeDifference() {}

    private static Title examples(Indicator indicator) {
        return SchemeWords.listed(indicator.examples(), NodeDifference::example);
    }

    private static Title example(Example example) {
        String quarter = example.quarter() == 4 ? "" : "Q%d ".formatted(example.quarter());
        String among = example.among().isEmpty() ? "" : " ∈ " + example.among();
        String value = quarter + SchemeWords.number(example.value()) + among;
        String points = SchemeWords.number(example.points());
        return new Title(value + "得" + points + "分", value + " earns " + points);
    }

    private static List<List<Object>> regionalMethods(Rules rules) {
        return rules.regionalTargets().stream()
                .map(target -> List.<Object>of(target.attribute(), target.values(), target.method()))
                .toList();
    }

    private static Title regionalMethod(RegionalTarget target) {
        Title values = SchemeWords.sorted(target.values());
        String attribute = target.attribute().isEmpty() ? "" : target.attribute() + " = ";
        Title method = target.method().description();
        return new Title(
                attribute + values.chinese() + ":" + method.chinese(),
                attribute + values.english() + ": " + method.english());
    }

    private static Title appliesTo(Rules rules) {
        Map<String, String> sorted = new TreeMap<>(rules.appliesTo());
        return sorted.isEmpty()
                ? new Title("全部", "everywhere")
                : SchemeWords.listed(
                        List.copyOf(sorted.entrySet()), entry -> plain(entry.getKey() + " = " + entry.getValue()));
    }

    private static Title year(Optional<Integer> year) {
        return year.map(from -> plain(Integer.toString(from))).orElse(new Title("一直", "always"));
    }
}
