package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wenheng.analytics.scheme.ScoringRules.Adjustment;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.ScoringRules.Adjustments;
import org.wenheng.analytics.scheme.ScoringRules.Band;
import org.wenheng.analytics.scheme.ScoringRules.Basis;
import org.wenheng.analytics.scheme.ScoringRules.Block;
import org.wenheng.analytics.scheme.ScoringRules.Floors;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByAttribute;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByBands;
import org.wenheng.analytics.scheme.ScoringRules.MissingIndicator;
import org.wenheng.analytics.scheme.ScoringRules.NoPeerGroups;
import org.wenheng.analytics.scheme.ScoringRules.Parents;
import org.wenheng.analytics.scheme.ScoringRules.PeerGroups;
import org.wenheng.analytics.scheme.ScoringRules.Quota;
import org.wenheng.analytics.scheme.ScoringRules.QuotaOf;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads what stands beside the tree: grades, floors, peer groups, parents, adjustments. */
final class RulesReader {
    private static final String INVALID = "SCHEME_RULE_INVALID";

    private final YamlNode root;
    private final Catalogue catalogue;
    private final List<Grade> grades;

    private RulesReader(YamlNode root, Catalogue catalogue) {
        this.root = root;
        this.catalogue = catalogue;
        this.grades = root.get("grades").items().stream()
                .map(item -> new Grade(
                        Title.of(item.only("title", "from").get("title")),
                        item.get("from").number().doubleValue()))
                .toList();
    }

    static ScoringRules read(YamlNode root, Catalogue catalogue, int decimals, double minimumShare) {
        RulesReader reader = new RulesReader(root, catalogue);
        reader.checkGrades();
        return new ScoringRules(
                decimals,
                minimumShare,
                root.get("units-report").items().stream().map(reader::element).collect(Collectors.toSet()),
                root.get("defaults").get("missing-indicator").word(MissingIndicator.class, MissingIndicator.NO_POINTS),
                reader.grades,
                reader.quota(root.get("quota")),
                reader.floors(root.get("floors")),
                reader.peerGroups(root.get("peer-groups")),
                reader.parents(root.get("parents")),
                reader.adjustments(root.get("adjustments")));
    }

    /** The kinds of period that a list of words names. */
    static Set<Frequency> frequencies(YamlNode node) {
        Set<Frequency> frequencies = EnumSet.noneOf(Frequency.class);
        node.items().forEach(item -> frequencies.add(item.word(Frequency.class)));
        if (frequencies.isEmpty()) {
            node.problem(INVALID, "至少要有一种期", "At least one kind of period is needed");
        }
        return frequencies;
    }

    private void checkGrades() {
        for (int i = 1; i < grades.size(); i++) {
            check(
                    root.get("grades"),
                    grades.get(i).from() < grades.get(i - 1).from(),
                    "等次须由高到低排列",
                    "Grades must stand from best to worst");
        }
    }

    private Optional<Quota> quota(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        node.only("grade", "at-most", "of", "ties");
        check(
                node,
                gradeIndex(node.get("grade")) == 0 && grades.size() > 1,
                "名额只能限制最高等次,且其下须有等次",
                "A quota is for the best grade, and there must be a lower one");
        double atMost = node.get("at-most").number().doubleValue();
        check(node, atMost > 0 && atMost <= 1, "at-most 须大于0且不超过1", "at-most must be above 0 and at most 1");
        Set<String> codes = new TreeSet<>();
        for (String list : List.of("dimensions", "indicators")) {
            root.get(list)
                    .items()
                    .forEach(item -> item.get("code").optionalText().ifPresent(codes::add));
        }
        for (YamlNode tie : node.get("ties").items()) {
            check(
                    tie,
                    codes.contains(tie.text()),
                    "没有节点 \"%s\" %s".formatted(tie.text(), near(tie.text(), codes)),
                    "There is no node \"%s\" %s".formatted(tie.text(), near(tie.text(), codes)));
        }
        return Optional.of(new Quota(
                atMost, node.get("of").word(QuotaOf.class), node.get("ties").texts()));
    }

    private static String near(String word, Set<String> known) {
        return Nearest.to(word, known).map("(did you mean \"%s\"?)"::formatted).orElse("");
    }

    private Floors floors(YamlNode node) {
        if (!node.isPresent()) {
            return new Floors(0, Set.of(), List.of());
        }
        node.only("below", "periods", "blocks");
        List<Block> blocks = node.get("blocks").items().stream()
                .map(item ->
                        new Block(item.only("count", "grade").get("count").integer(), gradeIndex(item.get("grade"))))
                .toList();
        blocks.forEach(block -> check(
                node,
                block.count() >= 1 && block.grade() + 1 < Math.max(2, grades.size()),
                "count 须不小于1,且不能封住最低等次",
                "count must be 1 or more, and the lowest grade cannot be blocked"));
        return new Floors(node.get("below").number().doubleValue(), frequencies(node.get("periods")), blocks);
    }

    private int gradeIndex(YamlNode node) {
        String name = node.text();
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).title().chinese().equals(name)) {
                return i;
            }
        }
        List<String> known =
                grades.stream().map(grade -> grade.title().chinese()).toList();
        node.problem(
                INVALID,
                "没有等次 \"%s\",可用: %s".formatted(name, String.join("、", known)),
                "There is no grade \"%s\"; expected one of: %s".formatted(name, String.join(", ", known)));
        return 0;
    }

    private PeerGroups peerGroups(YamlNode node) {
        if (!node.isPresent()) {
            return new NoPeerGroups();
        }
        node.only("attribute", "element", "bands");
        check(
                node,
                node.get("attribute").isPresent() != node.get("element").isPresent(),
                "peer-groups 须写 attribute 或 element 之一",
                "peer-groups takes either attribute or element");
        if (node.get("attribute").isPresent()) {
            String attribute = node.get("attribute").text();
            check(
                    node,
                    catalogue.regions().values().stream().anyMatch(region -> region.attribute(attribute) != null),
                    "没有任何地区有属性 \"%s\"".formatted(attribute),
                    "No region has an attribute \"%s\"".formatted(attribute));
            return new GroupsByAttribute(attribute);
        }
        List<Band> bands = new ArrayList<>();
        for (YamlNode item : node.get("bands").items()) {
            Band band = new Band(
                    item.only("title", "from").get("title").text(),
                    item.get("from").number().doubleValue());
            check(
                    item,
                    bands.isEmpty() || band.from() > bands.get(bands.size() - 1).from(),
                    "分档须逐个增大",
                    "Bands must rise");
            bands.add(band);
        }
        check(node, !bands.isEmpty(), "缺少 bands", "bands are missing");
        return new GroupsByBands(element(node.get("element")), bands);
    }

    private String element(YamlNode node) {
        String code = node.text();
        if (!code.isEmpty() && !catalogue.elements().containsKey(code)) {
            String near = near(code, catalogue.elements().keySet());
            node.problem(
                    "SCHEME_ELEMENT_UNKNOWN",
                    "没有数据元 \"%s\" %s".formatted(code, near),
                    "There is no element \"%s\" %s".formatted(code, near));
        }
        return code;
    }

    private Optional<Parents> parents(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        node.only("levels", "group", "units-share", "own-share", "weighted-by", "basis", "managed-by");
        List<String> levels = node.get("levels").texts();
        node.get("levels").items().forEach(item -> checkLevel(item, catalogue));
        double units = node.get("units-share").number().doubleValue();
        double own = node.get("own-share").number().doubleValue();
        check(
                node,
                units >= 0 && own >= 0 && Math.abs(units + own - 1) < 1e-9,
                "units-share 与 own-share 之和须为1",
                "units-share and own-share must sum to 1");
        Basis basis = node.get("basis").word(Basis.class);
        return Optional.of(new Parents(
                levels,
                node.get("group").text(),
                units,
                own,
                element(node.get("weighted-by")),
                basis,
                basis == Basis.MANAGEMENT ? node.get("managed-by").text() : ""));
    }

    /** Says so if no region has the level. */
    static void checkLevel(YamlNode node, Catalogue catalogue) {
        Set<String> levels = new TreeSet<>();
        catalogue.regions().values().stream().map(Region::level).forEach(levels::add);
        String level = node.text();
        check(
                node,
                levels.contains(level),
                "没有级别为 \"%s\" 的地区,可用: %s".formatted(level, String.join(", ", levels)),
                "No region has level \"%s\"; expected one of: %s".formatted(level, String.join(", ", levels)));
    }

    private Adjustments adjustments(YamlNode node) {
        if (!node.isPresent()) {
            return new Adjustments(Set.of(), Map.of(), Math.max(0, grades.size() - 1), List.of());
        }
        node.only("periods", "bonus", "deduction", "veto");
        Map<AdjustmentKind, Double> caps = new EnumMap<>(AdjustmentKind.class);
        List<Adjustment> items = new ArrayList<>();
        for (AdjustmentKind kind : List.of(AdjustmentKind.BONUS, AdjustmentKind.DEDUCTION)) {
            YamlNode group = node.get(YamlNode.wordOf(kind));
            if (group.isPresent()) {
                double cap =
                        group.only("at-most", "items").get("at-most").number().doubleValue();
                check(group, cap > 0, "at-most 须大于0", "at-most must be above 0");
                caps.put(kind, cap);
                group.get("items").items().forEach(item -> items.add(adjustment(item, kind)));
            }
        }
        YamlNode veto = node.get("veto");
        int vetoGrade = Math.max(0, grades.size() - 1);
        if (veto.isPresent()) {
            vetoGrade = gradeIndex(veto.only("grade", "items").get("grade"));
            veto.get("items").items().forEach(item -> items.add(adjustment(item, AdjustmentKind.VETO)));
        }
        return new Adjustments(frequencies(node.get("periods")), caps, vetoGrade, items);
    }

    private Adjustment adjustment(YamlNode node, AdjustmentKind kind) {
        boolean veto = kind == AdjustmentKind.VETO;
        node.only("code", "title", "question", "element", "points-each");
        check(
                node,
                veto != node.get("points-each").isPresent(),
                veto ? "否决项不写 points-each" : "缺少 points-each",
                veto ? "A veto has no points-each" : "points-each is missing");
        return new Adjustment(
                node.get("code").text(),
                kind,
                Title.of(node.get("title")),
                node.get("question").text(),
                element(node.get("element")),
                veto || !node.get("points-each").isPresent() ? 0 : IndicatorReader.weight(node.get("points-each")));
    }

    private static void check(YamlNode place, boolean holds, String chinese, String english) {
        if (!holds) {
            place.problem(INVALID, chinese, english);
        }
    }
}
