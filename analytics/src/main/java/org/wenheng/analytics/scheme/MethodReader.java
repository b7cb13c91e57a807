package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wenheng.analytics.scheme.method.Checklist;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Efficacy;
import org.wenheng.analytics.scheme.method.Interval;
import org.wenheng.analytics.scheme.method.Linear;
import org.wenheng.analytics.scheme.method.LinearByQuarter;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.Step;
import org.wenheng.analytics.scheme.method.Target;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the method of an indicator and says where its parameters make no sense. */
final class MethodReader {
    private static final String INVALID = "SCHEME_METHOD_INVALID";

    private final YamlNode parameters;
    private final Direction direction;

    private MethodReader(YamlNode parameters, Direction direction) {
        this.parameters = parameters;
        this.direction = direction;
    }

    /** The words for the methods. */
    enum Word {
        TARGET,
        EFFICACY,
        LINEAR,
        LINEAR_BY_QUARTER,
        STEP,
        MIN_MAX,
        INTERVAL,
        CHECKLIST
    }

    /** The method; some method if the parameters are wrong, after saying so. */
    static Method read(Word word, YamlNode parameters, Direction direction) {
        if (!parameters.isPresent()) {
            parameters.problem(INVALID, "方法缺少 parameters", "The method has no parameters");
            return new Target(1, 100, direction);
        }
        MethodReader reader = new MethodReader(parameters, direction);
        reader.check(
                (word == Word.INTERVAL) == (direction == Direction.WITHIN_RANGE),
                "方法 %s 与方向 %s 不符".formatted(YamlNode.wordOf(word), YamlNode.wordOf(direction)),
                "Method %s does not go with direction %s".formatted(YamlNode.wordOf(word), YamlNode.wordOf(direction)));
        return switch (word) {
            case TARGET -> reader.target();
            case EFFICACY -> reader.efficacy();
            case LINEAR -> reader.linear();
            case LINEAR_BY_QUARTER -> reader.linearByQuarter();
            case STEP -> reader.step();
            case MIN_MAX -> reader.minMax();
            case INTERVAL -> reader.interval();
            case CHECKLIST -> reader.checklist();
        };
    }

    private Target target() {
        parameters.only("target", "cap");
        Target target = new Target(number("target"), number("cap"), direction);
        check(target.target() > 0, "目标值须大于0", "The target must be above 0");
        check(target.cap() > 0 && target.cap() <= 150, "封顶分须大于0且不超过150", "The cap must be above 0 and at most 150");
        return target;
    }

    private Efficacy efficacy() {
        parameters.only("unacceptable", "satisfactory", "base", "span", "clip");
        List<Double> clip = numbers(parameters.get("clip"), 2);
        Efficacy efficacy = new Efficacy(
                number("unacceptable"),
                number("satisfactory"),
                number("base"),
                number("span"),
                clip.get(0),
                clip.get(1));
        boolean rises = efficacy.satisfactory() > efficacy.unacceptable();
        check(
                efficacy.satisfactory() != efficacy.unacceptable(),
                "满意值不能等于不允许值",
                "Satisfactory and unacceptable must differ");
        check(
                rises == (direction == Direction.HIGHER_IS_BETTER),
                "满意值与不允许值的大小与方向 %s 不符".formatted(YamlNode.wordOf(direction)),
                "Satisfactory and unacceptable do not go with direction %s".formatted(YamlNode.wordOf(direction)));
        check(
                efficacy.span() > 0 && efficacy.lowest() >= 0 && efficacy.lowest() < efficacy.highest(),
                "span 须大于0,clip 须为由小到大的两个非负数",
                "The span must be above 0 and clip two rising numbers from 0");
        check(efficacy.highest() <= 100, "clip 不能超过100分", "clip cannot exceed 100 points");
        return efficacy;
    }

    private Linear linear() {
        parameters.only("points");
        return linear(parameters.get("points"));
    }

    private Linear linear(YamlNode list) {
        return new Linear(corners(list, 2));
    }

    private LinearByQuarter linearByQuarter() {
        parameters.only("first", "second", "third", "fourth");
        return new LinearByQuarter(Stream.of("first", "second", "third", "fourth")
                .map(quarter -> linear(parameters.get(quarter)))
                .toList());
    }

    private Step step() {
        parameters.only("steps");
        return new Step(corners(parameters.get("steps"), 1), direction);
    }

    private Interval interval() {
        parameters.only("best", "zero");
        List<Double> best = numbers(parameters.get("best"), 2);
        List<Double> zero = numbers(parameters.get("zero"), 2);
        check(
                zero.get(0) < best.get(0) && best.get(0) <= best.get(1) && best.get(1) < zero.get(1),
                "须满足 zero[0] < best[0] ≤ best[1] < zero[1]",
                "zero[0] < best[0] <= best[1] < zero[1] must hold");
        return new Interval(zero.get(0), best.get(0), best.get(1), zero.get(1));
    }

    private Checklist checklist() {
        parameters.only("items", "each", "value-counts");
        Checklist checklist = new Checklist(
                parameters.get("items").texts(),
                number("each"),
                parameters.get("value-counts").word(Checklist.Counts.class));
        double all = checklist.each() * checklist.items().size();
        check(
                checklist.each() > 0 && all <= 100,
                "各项合计须大于0且不超过100分",
                "The items together must give more than 0 and at most 100 points");
        return checklist;
    }

    private MinMax minMax() {
        parameters.only("scope", "winsorise", "at-least");
        List<Double> quantiles = numbers(parameters.get("winsorise"), 2);
        int atLeast = parameters.get("at-least").integer();
        check(
                quantiles.get(0) >= 0 && quantiles.get(0) < quantiles.get(1) && quantiles.get(1) <= 1,
                "winsorise 须为0与1之间由小到大的两个数",
                "winsorise must be two rising numbers between 0 and 1");
        check(atLeast >= 2, "at-least 须不小于2", "at-least must be 2 or more");
        return new MinMax(
                parameters.get("scope").word(MinMax.Scope.class),
                quantiles.get(0),
                quantiles.get(1),
                atLeast,
                direction);
    }

    /** Pairs of value and points: values rise strictly, points stay within 0 to 100 and follow the direction. */
    private List<Linear.Corner> corners(YamlNode list, int atLeast) {
        List<Linear.Corner> corners = new ArrayList<>();
        for (YamlNode item : list.items()) {
            List<Double> pair = numbers(item, 2);
            Linear.Corner corner = new Linear.Corner(pair.get(0), pair.get(1));
            boolean first = corners.isEmpty();
            Linear.Corner last = first ? corner : corners.get(corners.size() - 1);
            check(item, first || corner.value() > last.value(), "值须逐个增大", "Values must rise");
            check(item, corner.points() >= 0 && corner.points() <= 100, "分数须在0与100之间", "Points must be 0 to 100");
            double change = corner.points() - last.points();
            check(
                    item,
                    direction == Direction.LOWER_IS_BETTER ? change <= 0 : change >= 0,
                    "分数的走向与方向 %s 不符".formatted(YamlNode.wordOf(direction)),
                    "Points do not go with direction %s".formatted(YamlNode.wordOf(direction)));
            corners.add(corner);
        }
        check(
                list,
                corners.size() >= atLeast,
                "至少要有%d对".formatted(atLeast),
                "At least %d pairs are needed".formatted(atLeast));
        return corners.isEmpty() ? List.of(new Linear.Corner(0, 0)) : corners;
    }

    private static List<Double> numbers(YamlNode list, int count) {
        List<YamlNode> items = list.items();
        if (items.size() != count) {
            list.problem(
                    INVALID,
                    "应有%d个数,却有%d个".formatted(count, items.size()),
                    "Expected %d numbers but found %d".formatted(count, items.size()));
            return List.of(0.0, 1.0);
        }
        return items.stream().map(item -> item.number().doubleValue()).toList();
    }

    private double number(String key) {
        return parameters.get(key).number().doubleValue();
    }

    private void check(boolean holds, String chinese, String english) {
        check(parameters, holds, chinese, english);
    }

    private static void check(YamlNode place, boolean holds, String chinese, String english) {
        if (!holds) {
            place.problem(INVALID, chinese, english);
        }
    }
}
