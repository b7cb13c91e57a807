package org.wenheng.analytics.scheme;

import static org.wenheng.analytics.scheme.DifferingPart.moving;
import static org.wenheng.analytics.scheme.DifferingPart.textual;
import static org.wenheng.analytics.scheme.SchemeWords.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.scheme.SchemeChange.Group;
import org.wenheng.ingest.reference.Title;

/**
 * What differs between two schemes, in words of the field. A change that can move published numbers is told apart from
 * one of texts, sources or examples.
 *
 * @param before code and version of the one scheme
 * @param after code and version of the other
 * @param changes by group, within a group in the order of the schemes
 */
public record SchemeDifference(String before, String after, List<SchemeChange> changes) {

    /** The parts of a scheme that are looked at as a whole. */
    static final List<DifferingPart<Scheme>> SCHEME = List.of(
            textual("code", Group.SCHEME, "方案代码", "code of the scheme", s -> plain(s.code())),
            textual("version", Group.SCHEME, "版本", "version", s -> plain(s.version())),
            textual("title", Group.SCHEME, "方案名称", "title", Scheme::title),
            moving("catalogue", Group.SCHEME, "目录", "catalogue", Scheme::catalogue, s -> plain(s.catalogue())),
            textual("validFrom", Group.SCHEME, "施行年份", "valid from", s -> plain(s.validFrom())),
            moving(
                    "unitLevel",
                    Group.SCHEME,
                    "计分的级别",
                    "level of the units",
                    Scheme::unitLevel,
                    s -> plain(s.unitLevel())),
            moving(
                    "frequencies",
                    Group.SCHEME,
                    "计分的期",
                    "periods scored",
                    Scheme::frequencies,
                    s -> SchemeWords.frequencies(s.frequencies())));

    private static final Title NOTHING = new Title("", "");

    public SchemeDifference {
        changes = List.copyOf(changes);
    }

    /** What differs between a scheme as it was and as it is. */
    public static SchemeDifference between(Scheme before, Scheme after) {
        List<SchemeChange> changes = new ArrayList<>(DifferingPart.changes(SCHEME, NOTHING, before, after));
        changes.addAll(TreeDifference.between(before, after));
        changes.addAll(RulesDifference.between(before.rules(), after.rules()));
        changes.addAll(examples(before, after));
        if (changes.isEmpty() && !before.hash().equals(after.hash())) {
            changes.add(new SchemeChange(
                    Group.TEXTS,
                    false,
                    new Title("只有注释、说明(note)、顺序或排版不同", "Only comments, notes, order or layout differ")));
        }
        changes.sort(Comparator.comparing(SchemeChange::group));
        return new SchemeDifference(
                before.code() + " " + before.version(), after.code() + " " + after.version(), changes);
    }

    private static List<SchemeChange> examples(Scheme before, Scheme after) {
        Map<String, SchemeExample> one = byTitle(before);
        Map<String, SchemeExample> other = byTitle(after);
        List<SchemeChange> changes = new ArrayList<>();
        one.forEach((title, example) -> {
            SchemeExample now = other.get(title);
            if (now == null) {
                changes.add(example(example, "删除", "removed"));
            } else if (!now.equals(example)) {
                changes.add(example(now, "改动", "changed"));
            }
        });
        other.values().stream()
                .filter(example -> !one.containsKey(example.title().chinese()))
                .forEach(example -> changes.add(example(example, "新增", "added")));
        return changes;
    }

    private static Map<String, SchemeExample> byTitle(Scheme scheme) {
        Map<String, SchemeExample> byTitle = new LinkedHashMap<>();
        scheme.examples().forEach(example -> byTitle.put(example.title().chinese(), example.withoutPlaces()));
        return byTitle;
    }

    private static SchemeChange example(SchemeExample example, String chinese, String english) {
        return new SchemeChange(
                Group.EXAMPLES,
                false,
                new Title(
                        "%s方案算例:%s".formatted(chinese, example.title().chinese()),
                        "example %s: %s".formatted(english, example.title().english())));
    }

    /** Whether the two schemes are the same to the last character. */
    public boolean isNone() {
        return changes.isEmpty();
    }

    /** Whether any change can move published numbers. */
    public boolean movesNumbers() {
        return changes.stream().anyMatch(SchemeChange::movesNumbers);
    }

    /** The difference as lines for people: what can move numbers first, each part by its groups. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(before + " → " + after);
        if (isNone()) {
            lines.add("没有差别 / No difference");
            return lines;
        }
        section(lines, true, "可能改变公布数字的改动", "Changes that can move published numbers");
        section(lines, false, "不影响数字的改动", "Changes that move no number");
        if (movesNumbers() && before.equals(after)) {
            lines.add(
                    "注意:数字可能改变而版本号未变;发布过的版本不能改,请换版本号"
                            + " / Numbers can move and the version is the same: a published version cannot be changed, give it a new one");
        }
        return lines;
    }

    private void section(List<String> lines, boolean moving, String chinese, String english) {
        List<SchemeChange> part = changes.stream()
                .filter(change -> change.movesNumbers() == moving)
                .toList();
        lines.add("%s:%d / %s: %d".formatted(chinese, part.size(), english, part.size()));
        for (Group group : Group.values()) {
            List<SchemeChange> ofGroup =
                    part.stream().filter(change -> change.group() == group).toList();
            if (!ofGroup.isEmpty()) {
                lines.add("  %s / %s"
                        .formatted(group.title().chinese(), group.title().english()));
                ofGroup.forEach(change -> lines.add("    " + change));
            }
        }
    }
}
