package org.wenheng.analytics.scheme;

import static org.wenheng.analytics.scheme.DifferingPart.moving;
import static org.wenheng.analytics.scheme.SchemeWords.number;
import static org.wenheng.analytics.scheme.SchemeWords.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wenheng.analytics.scheme.SchemeChange.Group;
import org.wenheng.analytics.scheme.ScoringRules.Adjustment;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.ScoringRules.Adjustments;
import org.wenheng.analytics.scheme.ScoringRules.Floors;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByAttribute;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByBands;
import org.wenheng.analytics.scheme.ScoringRules.Parents;
import org.wenheng.analytics.scheme.ScoringRules.PeerGroups;
import org.wenheng.analytics.scheme.ScoringRules.Quota;
import org.wenheng.analytics.scheme.ScoringRules.QuotaOf;
import org.wenheng.ingest.reference.Title;

/** What differs beside the tree: grades, floors, peer groups, parents, adjustments. */
final class RulesDifference {
    /** The parts of the rules; adjustments come in {@link #ADJUSTMENTS}. */
    static final List<DifferingPart<ScoringRules>> RULES = List.of(
            moving("decimals", Group.SCHEME, "公布小数位", "decimals", ScoringRules::decimals, r -> plain(r.decimals())),
            moving(
                    "minimumShareOfParts",
                    Group.METHODS,
                    "较长的期至少应有的份额",
                    "least share of the parts of a longer period",
                    ScoringRules::minimumShareOfParts,
                    r -> plain(r.minimumShareOfParts())),
            moving(
                    "unitsReport",
                    Group.SCHEME,
                    "计分的前提(须报数据元)",
                    "elements without which a unit is not scored",
                    ScoringRules::unitsReport,
                    r -> SchemeWords.sorted(r.unitsReport())),
            moving(
                    "missingIndicator",
                    Group.METHODS,
                    "缺报的指标",
                    "missing indicator",
                    ScoringRules::missingIndicator,
                    r -> SchemeWords.of(r.missingIndicator())),
            moving(
                    "quota",
                    Group.GRADES,
                    "最高等次的名额",
                    "quota of the best grade",
                    ScoringRules::quota,
                    r -> quota(r.quota())),
            moving("grades", Group.GRADES, "等次", "grades", RulesDifference::bounds, RulesDifference::grades),
            moving("floors", Group.GRADES, "底线", "floors", ScoringRules::floors, r -> floors(r.floors(), r.grades())),
            moving(
                    "peerGroups",
                    Group.COMPARISON,
                    "分组",
                    "peer groups",
                    ScoringRules::peerGroups,
                    r -> peerGroups(r.peerGroups())),
            moving(
                    "parents",
                    Group.COMPARISON,
                    "上级地区",
                    "regions above the units",
                    ScoringRules::parents,
                    r -> parents(r.parents())));

    /** The parts of the adjustments but its items. */
    static final List<DifferingPart<ScoringRules>> ADJUSTMENTS = List.of(
            moving(
                    "periods",
                    Group.ADJUSTMENTS,
                    "适用的期",
                    "periods",
                    r -> r.adjustments().periods(),
                    r -> SchemeWords.frequencies(r.adjustments().periods())),
            moving("caps", Group.ADJUSTMENTS, "上限", "caps", r -> r.adjustments().caps(), r -> caps(r.adjustments())),
            moving(
                    "vetoGrade",
                    Group.ADJUSTMENTS,
                    "否决后的等次",
                    "grade after a veto",
                    r -> r.adjustments().vetoGrade(),
                    r -> grade(r.grades(), r.adjustments().vetoGrade())));

    /** The parts of an adjustment. */
    static final List<DifferingPart<Adjustment>> ADJUSTMENT = List.of(
            moving("kind", Group.ADJUSTMENTS, "种类", "kind", Adjustment::kind, a -> SchemeWords.of(a.kind())),
            DifferingPart.textual("title", Group.ADJUSTMENTS, "改名", "renamed", Adjustment::title),
            DifferingPart.textual("question", Group.TEXTS, "要回答的问题", "question", a -> plain(a.question())),
            moving("element", Group.ADJUSTMENTS, "数据元", "element", Adjustment::element, a -> plain(a.element())),
            moving(
                    "pointsEach",
                    Group.ADJUSTMENTS,
                    "每项分值",
                    "points of a case",
                    Adjustment::pointsEach,
                    a -> plain(a.pointsEach())));

    private static final Title NOTHING = new Title("", "");

    private RulesDifference() {}

    static List<SchemeChange> between(ScoringRules before, ScoringRules after) {
        List<SchemeChange> changes = new ArrayList<>(DifferingPart.changes(RULES, NOTHING, before, after));
        if (bounds(before).equals(bounds(after)) && !before.grades().equals(after.grades())) {
            changes.add(SchemeChange.of(
                    Group.GRADES, false, NOTHING, new Title("等次改名", "grades renamed"), grades(before), grades(after)));
        }
        changes.addAll(DifferingPart.changes(ADJUSTMENTS, NOTHING, before, after));
        changes.addAll(items(byCode(before.adjustments()), byCode(after.adjustments())));
        return changes;
    }

    private static List<SchemeChange> items(Map<String, Adjustment> before, Map<String, Adjustment> after) {
        List<SchemeChange> changes = new ArrayList<>();
        before.values().stream()
                .filter(item -> !after.containsKey(item.code()))
                .forEach(item -> changes.add(comeOrGone(item, "删除", "removed")));
        after.values().stream()
                .filter(item -> !before.containsKey(item.code()))
                .forEach(item -> changes.add(comeOrGone(item, "新增", "added")));
        before.keySet().stream().filter(after::containsKey).forEach(code -> {
            Adjustment one = Objects.requireNonNull(before.get(code));
            Adjustment other = Objects.requireNonNull(after.get(code));
            changes.addAll(DifferingPart.changes(ADJUSTMENT, subject(one), one, other));
        });
        return changes;
    }

    private static SchemeChange comeOrGone(Adjustment item, String chinese, String english) {
        Title kind = SchemeWords.of(item.kind());
        return new SchemeChange(
                Group.ADJUSTMENTS,
                true,
                new Title(
                        "%s%s %s"
                                .formatted(
                                        chinese, kind.chinese(), subject(item).chinese()),
                        "%s %s: %s"
                                .formatted(
                                        kind.english(), english, subject(item).english())));
    }

    private static Title subject(Adjustment item) {
        return new Title(
                item.code() + " " + item.title().chinese(),
                item.code() + " " + item.title().english());
    }

    private static Map<String, Adjustment> byCode(Adjustments adjustments) {
        Map<String, Adjustment> byCode = new LinkedHashMap<>();
        adjustments.items().forEach(item -> byCode.put(item.code(), item));
        return byCode;
    }

    private static List<Double> bounds(ScoringRules rules) {
        return rules.grades().stream().map(Grade::from).toList();
    }

    private static Title grades(ScoringRules rules) {
        return SchemeWords.listed(rules.grades(), grade -> {
            String from = "≥" + number(grade.from());
            return new Title(grade.title().chinese() + from, grade.title().english() + from);
        });
    }

    private static Title grade(List<Grade> grades, int index) {
        return index < grades.size() ? grades.get(index).title() : plain("");
    }

    private static Title quota(Optional<Quota> quota) {
        return quota.map(rule -> {
                    String most = SchemeWords.percent(rule.atMost());
                    boolean all = rule.of() == QuotaOf.ALL_REGIONS;
                    Title ties = SchemeWords.listed(rule.ties(), SchemeWords::plain);
                    return new Title(
                            "%s的%s,同分依次比较:%s".formatted(all ? "全部地区" : "各同类组", most, ties.chinese()),
                            "%s of %s, ties by %s"
                                    .formatted(most, all ? "all regions" : "each peer group", ties.english()));
                })
                .orElse(plain(""));
    }

    private static Title floors(Floors floors, List<Grade> grades) {
        Title blocks = SchemeWords.listed(
                floors.blocks(),
                block -> new Title(
                        "%d项不得评%s"
                                .formatted(
                                        block.count(),
                                        grade(grades, block.grade()).chinese()),
                        "%d block %s"
                                .formatted(
                                        block.count(),
                                        grade(grades, block.grade()).english())));
        Title periods = SchemeWords.frequencies(floors.periods());
        return floors.blocks().isEmpty()
                ? blocks
                : new Title(
                        "低于%s分:%s(%s)".formatted(number(floors.below()), blocks.chinese(), periods.chinese()),
                        "below %s: %s (%s)".formatted(number(floors.below()), blocks.english(), periods.english()));
    }

    private static Title peerGroups(PeerGroups groups) {
        if (groups instanceof GroupsByAttribute byAttribute) {
            return new Title("按属性 " + byAttribute.attribute(), "by attribute " + byAttribute.attribute());
        }
        if (groups instanceof GroupsByBands byBands) {
            Title bands = SchemeWords.listed(byBands.bands(), band -> plain(band.title() + "≥" + number(band.from())));
            return new Title(
                    "按 %s 分档:%s".formatted(byBands.element(), bands.chinese()),
                    "by %s: %s".formatted(byBands.element(), bands.english()));
        }
        return plain("");
    }

    private static Title parents(Optional<Parents> parents) {
        return parents.map(rule -> {
                    Title levels = SchemeWords.listed(rule.levels(), SchemeWords::plain);
                    Title basis = SchemeWords.of(rule.basis());
                    String units = SchemeWords.percent(rule.unitsShare());
                    String own = SchemeWords.percent(rule.ownShare());
                    String manager = rule.managedBy().isEmpty() ? "" : " (" + rule.managedBy() + ")";
                    return new Title(
                            "%s(%s):%s下辖、%s本级,按 %s 加权,%s%s"
                                    .formatted(
                                            rule.group(),
                                            levels.chinese(),
                                            units,
                                            own,
                                            rule.weightedBy(),
                                            basis.chinese(),
                                            manager),
                            "%s (%s): %s units, %s own level, weighted by %s, %s%s"
                                    .formatted(
                                            rule.group(),
                                            levels.english(),
                                            units,
                                            own,
                                            rule.weightedBy(),
                                            basis.english(),
                                            manager));
                })
                .orElse(plain(""));
    }

    private static Title caps(Adjustments adjustments) {
        return SchemeWords.listed(
                List.copyOf(adjustments.caps().keySet()).stream().sorted().toList(), kind -> cap(kind, adjustments));
    }

    private static Title cap(AdjustmentKind kind, Adjustments adjustments) {
        String most = number(adjustments.caps().getOrDefault(kind, 0.0));
        Title name = SchemeWords.of(kind);
        return new Title(name.chinese() + "至多" + most, name.english() + " at most " + most);
    }
}
