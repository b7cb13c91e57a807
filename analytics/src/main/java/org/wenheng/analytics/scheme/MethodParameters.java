package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.scheme.method.Beyond;
import org.wenheng.analytics.scheme.method.Clip;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Linear;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * The parameters of a method. What makes no sense is said, and something that makes sense is given in its place, so that
 * reading goes on to the other problems of the file.
 */
final class MethodParameters {
    private static final String INVALID = "SCHEME_METHOD_INVALID";

    private final YamlNode node;
    private final Direction direction;

    MethodParameters(YamlNode node, Direction direction) {
        this.node = node;
        this.direction = direction;
    }

    /** What is kept of points without a bound. */
    private enum NoBound {
        KEEP
    }

    /** Numbers in rising order. */
    record Pair(double low, double high) {}

    YamlNode get(String key) {
        return node.get(key);
    }

    void only(String... keys) {
        node.only(keys);
    }

    double number(String key) {
        return get(key).number().doubleValue();
    }

    double positive(String key) {
        double number = number(key);
        boolean wrong = get(key).isPresent() && number <= 0;
        check(!wrong, key + " 须大于0", key + " must be above 0");
        return number > 0 ? number : 1;
    }

    /** Two rising numbers. */
    Pair rising(String key) {
        List<Double> two = numbers(get(key), 2);
        boolean rises = two.get(0) < two.get(1);
        check(rises, key + " 须为由小到大的两个数", key + " must be two rising numbers");
        return rises ? new Pair(two.get(0), two.get(1)) : new Pair(0, 1);
    }

    /** Two rising numbers within 0 to 1; all the way if they are not written. */
    Pair shares(String key) {
        if (!get(key).isPresent()) {
            return new Pair(0, 1);
        }
        List<Double> two = numbers(get(key), 2);
        boolean good = two.get(0) >= 0 && two.get(0) < two.get(1) && two.get(1) <= 1;
        check(good, key + " 须为0与1之间由小到大的两个数", key + " must be two rising numbers between 0 and 1");
        return good ? new Pair(two.get(0), two.get(1)) : new Pair(0, 1);
    }

    /** Points of the worst and the best under {@code range}; 0 to 100 if they are not written. */
    PointRange range() {
        if (!get("range").isPresent()) {
            return PointRange.HUNDRED;
        }
        Pair pair = rising("range");
        return new PointRange(pair.low(), pair.high());
    }

    /** What becomes of values beyond the ends under {@code beyond}; clipped if it is not written. */
    Beyond beyond() {
        return get("beyond").word(Beyond.class, Beyond.CLIP);
    }

    /** Bounds of the points under {@code clip}: two numbers, or {@code keep} for none. */
    Clip clip() {
        YamlNode clip = get("clip");
        if (clip.isPresent() && !clip.isSequence()) {
            clip.word(NoBound.class);
            return Clip.KEEP;
        }
        List<Double> two = numbers(clip, 2);
        check(clip, two.get(0) < two.get(1), "clip 须为由小到大的两个数", "clip must be two rising numbers");
        return new Clip(Math.min(two.get(0), two.get(1)), Math.max(two.get(0), two.get(1)));
    }

    /** A number of numbers; 0 and 1 if it is another number. */
    List<Double> numbers(YamlNode list, int count) {
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

    /** Pairs of value and points: values rise strictly, points stay within 0 to 100 and follow the direction. */
    List<Linear.Corner> corners(YamlNode list, int atLeast) {
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

    void check(boolean holds, String chinese, String english) {
        check(node, holds, chinese, english);
    }

    static void check(YamlNode place, boolean holds, String chinese, String english) {
        if (!holds) {
            place.problem(INVALID, chinese, english);
        }
    }
}
