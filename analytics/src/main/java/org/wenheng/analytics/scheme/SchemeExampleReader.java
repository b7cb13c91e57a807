package org.wenheng.analytics.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenheng.analytics.scheme.SchemeExample.Expected;
import org.wenheng.analytics.scheme.SchemeExample.ExpectedPoints;
import org.wenheng.analytics.scheme.SchemeExample.Given;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Reads the examples of a whole scheme. A value is a number or the word for a reason why there is none; it stands for the
 * element's own period in which the scored one ends. A list gives the element's periods from 1 January to the end of the
 * scored one; a mapping names the periods.
 */
final class SchemeExampleReader {
    private static final String INVALID = "SCHEME_EXAMPLE_INVALID";
    private static final String NOT_APPLICABLE = ValueStatus.NOT_APPLICABLE.code();

    private final Catalogue catalogue;
    private final Set<Frequency> scores;
    private final Collection<String> nodes;
    private final Collection<String> grades;

    /**
     * @param scores kinds of period that the scheme scores
     * @param nodes codes of all nodes of the scheme
     * @param grades Chinese titles of its grades
     */
    SchemeExampleReader(
            Catalogue catalogue, Set<Frequency> scores, Collection<String> nodes, Collection<String> grades) {
        this.catalogue = catalogue;
        this.scores = scores;
        this.nodes = nodes;
        this.grades = grades;
    }

    SchemeExample read(YamlNode node) {
        node.only("title", "period", "values", "expected");
        Period period = period(node.get("period"));
        List<Given> given = new ArrayList<>();
        node.get("values").entries().forEach((region, values) -> {
            known(values, region, catalogue.regions().keySet(), "目录中没有地区", "The catalogue has no region");
            values.entries().forEach((element, value) -> given.addAll(given(region, element, value, period)));
        });
        List<Expected> expected = new ArrayList<>();
        node.get("expected").entries().forEach((region, result) -> expected.add(expected(region, result)));
        if (expected.isEmpty()) {
            node.problem(INVALID, "算例缺少 expected(应得的结果)", "The example has no expected (what must come out)");
        }
        return new SchemeExample(Title.of(node.get("title")), period, given, expected, node.where());
    }

    private Period period(YamlNode node) {
        String text = node.text();
        Period period = Period.parse(text).orElse(null);
        if (period == null) {
            node.problem(
                    INVALID,
                    "期 \"%s\" 不对,应如 2026-05、2026Q2、2026".formatted(text),
                    "Invalid period \"%s\" (expected: 2026-05, 2026Q2 or 2026)".formatted(text));
            return Period.ofYear(2000);
        }
        if (!scores.contains(period.frequency())) {
            node.problem(
                    INVALID,
                    "方案不对 %s 这种期计分".formatted(text),
                    "The scheme does not score periods such as %s".formatted(text));
        }
        return period;
    }

    private List<Given> given(String region, String code, YamlNode node, Period period) {
        Element element = catalogue.elements().get(code);
        if (element == null) {
            known(node, code, catalogue.elements().keySet(), "没有数据元", "There is no element");
            return List.of();
        }
        Map<Period, YamlNode> values = new LinkedHashMap<>();
        if (node.isMapping()) {
            node.entries().forEach((text, value) -> values.put(namedPeriod(text, value, element), value));
        } else if (element.frequency().isFinerThan(period.frequency()) || node.isSequence()) {
            values.putAll(sinceJanuary(node, element, period));
        } else {
            values.put(period.within(element.frequency()), node);
        }
        return values.entrySet().stream()
                .map(entry -> given(region, code, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Period namedPeriod(String text, YamlNode value, Element element) {
        Period period = Period.parse(text).orElse(null);
        if (period == null || period.frequency() != element.frequency()) {
            String kind = YamlNode.wordOf(element.frequency());
            value.problem(
                    INVALID,
                    "\"%s\" 不是 %s 的期(%s)".formatted(text, element.code(), kind),
                    "\"%s\" is no period of %s (%s)".formatted(text, element.code(), kind));
            return new Period(element.frequency(), 2000, 1);
        }
        return period;
    }

    private static Map<Period, YamlNode> sinceJanuary(YamlNode node, Element element, Period period) {
        Frequency own = element.frequency();
        Period end = own.isFinerThan(period.frequency()) ? period : period.within(own);
        List<Period> periods = end.yearToDate(own);
        List<YamlNode> items = node.items();
        Map<Period, YamlNode> values = new LinkedHashMap<>();
        if (items.size() != periods.size()) {
            node.problem(
                    INVALID,
                    "%s 应有1月1日至 %s 的%d个值,却有%d个".formatted(element.code(), period.code(), periods.size(), items.size()),
                    "%s needs the %d values from 1 January to %s but has %d"
                            .formatted(element.code(), periods.size(), period.code(), items.size()));
            return values;
        }
        for (int i = 0; i < items.size(); i++) {
            values.put(periods.get(i), items.get(i));
        }
        return values;
    }

    private static Given given(String region, String element, Period period, YamlNode node) {
        String text = node.text();
        for (ValueStatus status : ValueStatus.values()) {
            if (status != ValueStatus.REPORTED && status.code().equals(text)) {
                return new Given(region, element, period, status, Double.NaN);
            }
        }
        return new Given(
                region, element, period, ValueStatus.REPORTED, node.number().doubleValue());
    }

    private Expected expected(String region, YamlNode node) {
        known(node, region, catalogue.regions().keySet(), "目录中没有地区", "The catalogue has no region");
        node.only("score", "grade", "points");
        node.get("grade")
                .optionalText()
                .ifPresent(grade -> known(node.get("grade"), grade, grades, "没有等次", "There is no grade"));
        List<ExpectedPoints> points = new ArrayList<>();
        node.get("points").entries().forEach((code, value) -> {
            known(value, code, nodes, "方案中没有节点", "The scheme has no node");
            points.add(new ExpectedPoints(code, points(value), value.where()));
        });
        return new Expected(
                region, node.get("score").optionalNumber(), node.get("grade").optionalText(), points, node.where());
    }

    private static double points(YamlNode node) {
        return node.optionalText().filter(NOT_APPLICABLE::equals).isPresent()
                ? Double.NaN
                : node.optionalNumber().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private static void known(YamlNode place, String word, Collection<String> known, String chinese, String english) {
        if (!known.contains(word)) {
            String near = Nearest.to(word, known)
                    .map("(did you mean \"%s\"?)"::formatted)
                    .orElse("");
            place.problem(
                    INVALID,
                    "%s \"%s\" %s".formatted(chinese, word, near),
                    "%s \"%s\" %s".formatted(english, word, near));
        }
    }
}
