package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.wenheng.analytics.scheme.SchemeChange.Group;
import org.wenheng.ingest.reference.Title;

/** What differs between the trees of two schemes. */
final class TreeDifference {
    /** Shares are quotients of written weights; below this a difference is binary noise. */
    private static final double NOISE = 1e-12;

    private static final Set<String> IN_THE_TREE = Set.of("index", "dimension", "indicator");

    private final Map<String, SchemeNode> before;
    private final Map<String, SchemeNode> after;
    private final List<SchemeChange> changes = new ArrayList<>();

    private TreeDifference(Scheme before, Scheme after) {
        this.before = nodes(before);
        this.after = nodes(after);
    }

    private static Map<String, SchemeNode> nodes(Scheme scheme) {
        Map<String, SchemeNode> nodes = new LinkedHashMap<>();
        scheme.nodes().stream()
                .filter(node -> IN_THE_TREE.contains(node.kind()))
                .forEach(node -> nodes.put(node.code(), node));
        return nodes;
    }

    static List<SchemeChange> between(Scheme before, Scheme after) {
        TreeDifference difference = new TreeDifference(before, after);
        List<Pair<Dimension>> dimensions = pairs(
                before.dimensions(),
                after.dimensions(),
                Dimension::code,
                (one, other) -> one.parent() == null && other.parent() == null);
        List<Pair<Indicator>> indicators =
                pairs(before.indicators(), after.indicators(), Indicator::code, TreeDifference::isTheSame);
        Map<String, String> kept = new LinkedHashMap<>();
        dimensions.forEach(pair -> kept.put(pair.before().code(), pair.after().code()));
        indicators.forEach(pair -> kept.put(pair.before().code(), pair.after().code()));
        difference.comeAndGone(kept);
        kept.forEach(difference::compareWeights);
        dimensions.forEach(difference::compareDimensions);
        indicators.forEach(difference::compareIndicators);
        return difference.changes;
    }

    /** The same thing in both schemes. */
    private record Pair<T>(T before, T after) {}

    /** What stands in both by its code; of the rest, what only one thing on the other side can be. */
    private static <T> List<Pair<T>> pairs(
            List<T> before, List<T> after, Function<T, String> code, BiPredicate<T, T> isTheSame) {
        Map<String, T> left = new LinkedHashMap<>();
        after.forEach(each -> left.put(code.apply(each), each));
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> unpaired = new ArrayList<>();
        for (T each : before) {
            T same = left.remove(code.apply(each));
            if (same == null) {
                unpaired.add(each);
            } else {
                pairs.add(new Pair<>(each, same));
            }
        }
        for (T each : unpaired) {
            List<T> candidates = left.values().stream()
                    .filter(other -> isTheSame.test(each, other))
                    .toList();
            if (candidates.size() == 1) {
                pairs.add(new Pair<>(each, candidates.get(0)));
                left.remove(code.apply(candidates.get(0)));
            }
        }
        return pairs;
    }

    /** Whether an indicator goes on under another code: the same name, or the same formula and method. */
    private static boolean isTheSame(Indicator one, Indicator other) {
        return one.title().chinese().equals(other.title().chinese())
                || (one.formula().equals(other.formula()) && one.method().equals(other.method()));
    }

    private void comeAndGone(Map<String, String> kept) {
        before.values().stream()
                .filter(node -> !kept.containsKey(node.code()))
                .forEach(node -> changes.add(comeOrGone(node, new Title("删除", "removed"))));
        after.values().stream()
                .filter(node -> !kept.containsValue(node.code()))
                .forEach(node -> changes.add(comeOrGone(node, new Title("新增", "added"))));
        kept.forEach((from, to) -> {
            if (!from.equals(to)) {
                changes.add(SchemeChange.of(
                        Group.NODES,
                        false,
                        of(after, to).title(),
                        new Title("换了代码,以往结果仍在原代码下", "has another code, earlier results stay under the old one"),
                        SchemeWords.plain(from),
                        SchemeWords.plain(to)));
            }
        });
    }

    private static SchemeChange comeOrGone(SchemeNode node, Title verb) {
        Title subject = subject(node.code(), node.title());
        String share = SchemeWords.percent(node.share());
        String kind = node.kind().equals("indicator") ? "指标" : "维度";
        return new SchemeChange(
                Group.NODES,
                true,
                new Title(
                        "%s%s %s(占总分%s)".formatted(verb.chinese(), kind, subject.chinese(), share),
                        "%s %s %s (%s of the whole)".formatted(node.kind(), verb.english(), subject.english(), share)));
    }

    private void compareWeights(String from, String to) {
        SchemeNode one = of(before, from);
        SchemeNode other = of(after, to);
        Title subject = subject(to, other.title());
        if (Math.abs(one.share() - other.share()) > NOISE) {
            changes.add(SchemeChange.of(
                    Group.WEIGHTS,
                    true,
                    subject,
                    new Title("权重", "weight"),
                    SchemeWords.plain(SchemeWords.percent(one.share())),
                    SchemeWords.plain(SchemeWords.percent(other.share()))));
        } else if (one.weight() != other.weight()) {
            changes.add(SchemeChange.of(
                    Group.WEIGHTS,
                    false,
                    subject,
                    new Title("权重写法,占总分不变", "weight as written, its share is the same"),
                    SchemeWords.plain(one.weight()),
                    SchemeWords.plain(other.weight())));
        }
    }

    private void compareDimensions(Pair<Dimension> pair) {
        Title subject = subject(pair.after().code(), pair.before().title());
        changes.addAll(DifferingPart.changes(NodeDifference.DIMENSION, subject, pair.before(), pair.after()));
    }

    private void compareIndicators(Pair<Indicator> pair) {
        Indicator one = pair.before();
        Indicator other = pair.after();
        Title subject = subject(other.code(), one.title());
        changes.addAll(DifferingPart.changes(NodeDifference.INDICATOR, subject, one, other));
        changes.addAll(DifferingPart.changes(NodeDifference.RULES, subject, one.rules(), other.rules()));
        if (one.formula().equals(other.formula()) && !one.formulaText().equals(other.formulaText())) {
            changes.add(SchemeChange.of(
                    Group.TEXTS,
                    false,
                    subject,
                    new Title("公式写法,意思不变", "formula as written, it says the same"),
                    SchemeWords.plain(one.formulaText()),
                    SchemeWords.plain(other.formulaText())));
        }
    }

    private static SchemeNode of(Map<String, SchemeNode> nodes, String code) {
        return Objects.requireNonNull(nodes.get(code));
    }

    private static Title subject(String code, Title title) {
        return new Title(code + " " + title.chinese(), code + " " + title.english());
    }
}
