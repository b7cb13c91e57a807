package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenheng.analytics.scheme.method.BandedEfficacy;
import org.wenheng.analytics.scheme.method.Beyond;
import org.wenheng.analytics.scheme.method.Checklist;
import org.wenheng.analytics.scheme.method.Clip;
import org.wenheng.analytics.scheme.method.Deduction;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Efficacy;
import org.wenheng.analytics.scheme.method.Goalposts;
import org.wenheng.analytics.scheme.method.Goalposts.Spacing;
import org.wenheng.analytics.scheme.method.Increments;
import org.wenheng.analytics.scheme.method.Interval;
import org.wenheng.analytics.scheme.method.Linear;
import org.wenheng.analytics.scheme.method.LinearByQuarter;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.analytics.scheme.method.Step;
import org.wenheng.analytics.scheme.method.Target;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the method of an indicator and says where its parameters make no sense. */
final class MethodReader {
    /** 优、良、平均、较低、较差. */
    private static final List<Double> USUAL_COEFFICIENTS = List.of(1.0, 0.8, 0.6, 0.4, 0.2);

    private final MethodParameters parameters;
    private final Direction direction;

    private MethodReader(MethodParameters parameters, Direction direction) {
        this.parameters = parameters;
        this.direction = direction;
    }

    /** The words for the methods. */
    enum Word {
        TARGET,
        EFFICACY,
        BANDED_EFFICACY,
        LINEAR,
        LINEAR_BY_QUARTER,
        STEP,
        INCREMENTS,
        DEDUCTION,
        GOALPOSTS,
        INTERVAL,
        CHECKLIST,
        MIN_MAX,
        Z_SCORE,
        RANK,
        BORDA,
        PERCENTILE_RANK,
        DISTANCE,
        FRACTION_OF_BEST
    }

    /** The method; some method if the parameters are wrong, after saying so. */
    static Method read(Word word, YamlNode node, Direction direction) {
        MethodParameters parameters = new MethodParameters(node, direction);
        boolean without = word == Word.BORDA || word == Word.MIN_MAX;
        if (!node.isPresent() && !without) {
            parameters.check(false, "方法缺少 parameters", "The method has no parameters");
            return new Target(1, 100, direction);
        }
        boolean ordered = (word == Word.INTERVAL) == (direction == Direction.WITHIN_RANGE);
        parameters.check(
                ordered && (word != Word.DEDUCTION || direction == Direction.LOWER_IS_BETTER),
                "方法 %s 与方向 %s 不符".formatted(YamlNode.wordOf(word), YamlNode.wordOf(direction)),
                "Method %s does not go with direction %s".formatted(YamlNode.wordOf(word), YamlNode.wordOf(direction)));
        Direction way = direction == Direction.WITHIN_RANGE ? Direction.HIGHER_IS_BETTER : direction;
        MethodReader own = new MethodReader(parameters, way);
        ComparingMethodReader comparing = new ComparingMethodReader(parameters, way);
        return switch (word) {
            case TARGET -> own.target();
            case EFFICACY -> own.efficacy();
            case BANDED_EFFICACY -> own.bandedEfficacy();
            case LINEAR -> own.linear();
            case LINEAR_BY_QUARTER -> own.linearByQuarter();
            case STEP -> own.step();
            case INCREMENTS -> own.increments();
            case DEDUCTION -> own.deduction();
            case GOALPOSTS -> own.goalposts();
            case INTERVAL -> own.interval();
            case CHECKLIST -> own.checklist();
            case MIN_MAX -> comparing.minMax();
            case Z_SCORE -> comparing.zScore();
            case RANK -> comparing.rank();
            case BORDA -> comparing.borda();
            case PERCENTILE_RANK -> comparing.percentileRank();
            case DISTANCE -> comparing.distance();
            case FRACTION_OF_BEST -> comparing.fractionOfBest();
        };
    }

    private Target target() {
        parameters.only("target", "cap");
        Target target = new Target(number("target"), number("cap"), direction);
        check(target.target() > 0, "目标值须大于0", "The target must be above 0");
        check(target.cap() > 0 && target.cap() <= 150, "封顶分须大于0且不超过150", "The cap must be above 0 and at most 150");
        return target;
    }

    private PointMethod efficacy() {
        parameters.only("unacceptable", "satisfactory", "base", "span", "below-unacceptable", "clip");
        double unacceptable = number("unacceptable");
        double satisfactory = number("satisfactory");
        double span = number("span");
        Clip clip = parameters.clip();
        Efficacy.Below below =
                parameters.get("below-unacceptable").word(Efficacy.Below.class, Efficacy.Below.STRAIGHT_LINE);
        boolean proportional = below == Efficacy.Below.PROPORTIONAL;
        check(satisfactory != unacceptable, "满意值不能等于不允许值", "Satisfactory and unacceptable must differ");
        check(
                satisfactory > unacceptable == (direction == Direction.HIGHER_IS_BETTER),
                "满意值与不允许值的大小与方向 %s 不符".formatted(YamlNode.wordOf(direction)),
                "Satisfactory and unacceptable do not go with direction %s".formatted(YamlNode.wordOf(direction)));
        check(
                !proportional || unacceptable > 0,
                "按比例计分的不允许值须大于0",
                "The unacceptable value must be above 0 for a proportion");
        check(
                span > 0 && (clip.equals(Clip.KEEP) || (clip.lowest() >= 0 && clip.lowest() < clip.highest())),
                "span 须大于0,clip 须为由小到大的两个非负数",
                "The span must be above 0 and clip two rising numbers from 0");
        check(clip.equals(Clip.KEEP) || clip.highest() <= 100, "clip 不能超过100分", "clip cannot exceed 100 points");
        boolean makesSense = satisfactory != unacceptable && (!proportional || unacceptable > 0);
        return makesSense
                ? new Efficacy(unacceptable, satisfactory, number("base"), span, below, clip)
                : new Target(1, 100, direction);
    }

    private PointMethod bandedEfficacy() {
        parameters.only("standards", "coefficients");
        List<Double> standards = parameters.get("standards").items().stream()
                .map(item -> item.number().doubleValue())
                .toList();
        YamlNode written = parameters.get("coefficients");
        List<Double> coefficients = written.isPresent()
                ? written.items().stream()
                        .map(item -> item.number().doubleValue())
                        .toList()
                : USUAL_COEFFICIENTS;
        boolean asMany = standards.size() >= 2 && standards.size() == coefficients.size();
        check(
                asMany,
                "标准值须由优到差,至少2个,与系数一样多(不写系数时为5个)",
                "Standards go from best to worst, two or more and as many as coefficients (five if those are not written)");
        boolean oneWay = IntStream.range(1, standards.size())
                .allMatch(i -> direction == Direction.LOWER_IS_BETTER
                        ? standards.get(i) > standards.get(i - 1)
                        : standards.get(i) < standards.get(i - 1));
        check(
                oneWay,
                "标准值的走向与方向 %s 不符".formatted(YamlNode.wordOf(direction)),
                "Standards do not go with direction %s".formatted(YamlNode.wordOf(direction)));
        boolean falling = coefficients.stream().allMatch(each -> each > 0 && each <= 1)
                && IntStream.range(1, coefficients.size()).allMatch(i -> coefficients.get(i) < coefficients.get(i - 1));
        check(falling, "系数须在0与1之间逐个减小", "Coefficients must fall between 1 and 0");
        return asMany && oneWay && falling
                ? new BandedEfficacy(IntStream.range(0, standards.size())
                        .mapToObj(i -> new BandedEfficacy.Band(standards.get(i), coefficients.get(i)))
                        .toList())
                : new Target(1, 100, direction);
    }

    private Linear linear() {
        parameters.only("points");
        return linear(parameters.get("points"));
    }

    private Linear linear(YamlNode list) {
        return new Linear(parameters.corners(list, 2));
    }

    private LinearByQuarter linearByQuarter() {
        parameters.only("first", "second", "third", "fourth");
        return new LinearByQuarter(Stream.of("first", "second", "third", "fourth")
                .map(quarter -> linear(parameters.get(quarter)))
                .toList());
    }

    private Step step() {
        parameters.only("steps");
        return new Step(parameters.corners(parameters.get("steps"), 1), direction);
    }

    private Increments increments() {
        parameters.only("standard", "base", "unit", "each", "counting", "clip");
        return new Increments(
                number("standard"),
                number("base"),
                parameters.positive("unit"),
                parameters.positive("each"),
                parameters.get("counting").word(Increments.Counting.class),
                parameters.clip(),
                direction);
    }

    private Deduction deduction() {
        parameters.only("full", "each");
        return new Deduction(parameters.positive("full"), parameters.positive("each"));
    }

    private Goalposts goalposts() {
        parameters.only("posts", "spacing", "range", "beyond");
        MethodParameters.Pair posts = parameters.rising("posts");
        Spacing spacing = parameters.get("spacing").word(Spacing.class, Spacing.LINEAR);
        Beyond beyond = parameters.beyond();
        boolean possible = spacing == Spacing.LINEAR || (posts.low() > 0 && beyond == Beyond.CLIP);
        check(possible, "对数间距要求 posts 大于0且 beyond 为 clip", "Logarithmic spacing needs posts above 0 and beyond: clip");
        return new Goalposts(
                posts.low(), posts.high(), possible ? spacing : Spacing.LINEAR, parameters.range(), beyond, direction);
    }

    private Interval interval() {
        parameters.only("best", "zero");
        List<Double> best = parameters.numbers(parameters.get("best"), 2);
        List<Double> zero = parameters.numbers(parameters.get("zero"), 2);
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

    private double number(String key) {
        return parameters.number(key);
    }

    private void check(boolean holds, String chinese, String english) {
        parameters.check(holds, chinese, english);
    }
}
