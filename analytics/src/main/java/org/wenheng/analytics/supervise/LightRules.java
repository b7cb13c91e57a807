package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenheng.analytics.supervise.LightRow.Actor;
import org.wenheng.analytics.supervise.LightRule.Condition;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** The rules of {@code lights.yml}. */
public final class LightRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final List<LightRule> rules;

    private LightRules(List<LightRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads rules strictly: known words only, sentences that name only what the watch tells, every code once.
     *
     * @param name stands for the file in messages
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that is wrong
     */
    public static LightRules parse(String name, String text) {
        Problems problems = new Problems();
        Set<String> codes = new HashSet<>();
        List<LightRule> rules = YamlFile.parse(name, text, problems).only("lights").get("lights").items().stream()
                .map(node -> rule(node, codes))
                .toList();
        problems.throwIfAny(name);
        return new LightRules(rules);
    }

    /**
     * The lights that facts light in a period.
     *
     * @param unjudged matters in which nobody can be judged, with the reason: one light without a region says so
     * @return in the order of their colours, then by rule, region and subject, whatever the order of the facts
     */
    public List<LightRow> lights(Period period, List<Fact> facts, Map<Watch, Title> unjudged) {
        List<LightRow> lights = new ArrayList<>();
        for (LightRule rule : rules) {
            if (!rule.periods().contains(period.frequency())) {
                continue;
            }
            facts.stream()
                    .filter(fact -> fact.watch() == rule.watch())
                    .map(rule::light)
                    .forEach(lights::add);
            Title why = unjudged.get(rule.watch());
            if (why != null) {
                lights.add(rule.light(Fact.unknown(rule.watch(), "", "", why)));
            }
        }
        lights.sort(LightRow::inOrder);
        return lights;
    }

    private static LightRule rule(YamlNode node, Set<String> codes) {
        node.only("code", "watch", "periods", "title", "red", "yellow", "reason", "calm", "advice", "acts", "source");
        Watch watch = node.get("watch").word(Watch.class);
        YamlNode code = node.get("code");
        if (node.isPresent() && !codes.add(code.text())) {
            code.problem(
                    "LIGHT_REPEATED",
                    "代码 \"%s\" 出现两次".formatted(code.text()),
                    "The code \"%s\" is used twice".formatted(code.text()));
        }
        List<Condition> red = conditions(node.get("red"), watch);
        List<Condition> yellow = conditions(node.get("yellow"), watch);
        if (red.isEmpty() && yellow.isEmpty()) {
            node.problem("LIGHT_NEVER_LIT", "规则应有红灯或黄灯的条件", "A rule needs a condition for red or yellow");
        }
        return new LightRule(
                code.text(),
                watch,
                periods(node.get("periods")),
                Title.of(node.get("title")),
                red,
                yellow,
                sentence(node.get("reason"), watch),
                sentence(node.get("calm"), watch),
                Title.of(node.get("advice")),
                node.get("acts").word(Actor.class),
                node.get("source").text());
    }

    private static Set<Frequency> periods(YamlNode node) {
        Set<Frequency> periods = EnumSet.noneOf(Frequency.class);
        node.items().forEach(item -> periods.add(item.word(Frequency.class)));
        return node.isPresent() ? periods : EnumSet.allOf(Frequency.class);
    }

    /** Conditions by measure: {@code score: { below: 60 }}. In the order of their names, so that sentences are stable. */
    private static List<Condition> conditions(YamlNode node, Watch watch) {
        node.only(watch.measures().toArray(String[]::new));
        List<Condition> conditions = new ArrayList<>();
        node.entries().forEach((measure, limit) -> {
            limit.only("below", "from");
            boolean below = limit.get("below").isPresent();
            if (below == limit.get("from").isPresent()) {
                limit.problem(
                        "LIGHT_CONDITION_UNCLEAR", "应写 below 或 from 之一", "Give either below or from, and not both");
            } else {
                conditions.add(new Condition(
                        measure,
                        below,
                        limit.get(below ? "below" : "from").number().doubleValue()));
            }
        });
        conditions.sort(Comparator.comparing(Condition::measure));
        return conditions;
    }

    private static Title sentence(YamlNode node, Watch watch) {
        Title sentence = Title.of(node);
        Matcher names = PLACEHOLDER.matcher(sentence.chinese() + sentence.english());
        while (names.find()) {
            String name = names.group(1);
            if (!name.equals("limit")
                    && !watch.measures().contains(name)
                    && !watch.figures().contains(name)) {
                node.problem(
                        "LIGHT_FIGURE_UNKNOWN",
                        "{%s} 不是这类事项的数,可用: %s %s".formatted(name, watch.measures(), watch.figures()),
                        "{%s} is no figure of this matter; there are %s %s"
                                .formatted(name, watch.measures(), watch.figures()));
            }
        }
        return sentence;
    }
}
