package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Department;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** A province with two cities and a few counties, and elements of every kind, for tests. */
public final class SmallWorld {
    private SmallWorld() {}

    public static Catalogue catalogue() {
        return catalogue(3);
    }

    /** City {@code X} with counties {@code X1..Xn}; city {@code Y} with {@code Y1}, and {@code Y2} that the province manages. */
    public static Catalogue catalogue(int countiesOfX) {
        List<Region> regions = new ArrayList<>();
        regions.add(region("P", "province", null, Map.of()));
        regions.add(region("X", "city", "P", Map.of("managed-by", "P")));
        regions.add(region("Y", "city", "P", Map.of("managed-by", "P")));
        for (int i = 1; i <= countiesOfX; i++) {
            regions.add(region("X" + i, "county", "X", Map.of("managed-by", "X", "group", "plain", "special", "true")));
        }
        regions.add(region("Y1", "county", "Y", Map.of("managed-by", "Y", "group", "hill")));
        regions.add(region("Y2", "county", "Y", Map.of("managed-by", "P", "group", "hill")));
        return Catalogue.of(
                "small",
                new Title("小目录", "Small"),
                regions,
                elements(),
                List.of(new Department("culture", new Title("文化局", "Culture"), null, null)),
                List.of());
    }

    private static Region region(
            String code,
            String level,
            @org.jspecify.annotations.Nullable String parent,
            Map<String, String> attributes) {
        return new Region(code, new Title(code + "县", code), level, parent, attributes, List.of(), null, null);
    }

    private static List<Element> elements() {
        return List.of(
                element("POP", Frequency.YEAR, Accumulation.LAST),
                element("A", Frequency.YEAR, Accumulation.SUM),
                element("B", Frequency.YEAR, Accumulation.SUM),
                element("FILM", Frequency.MONTH, Accumulation.SUM),
                element("HOURS", Frequency.MONTH, Accumulation.MEAN),
                element("CASES", Frequency.MONTH, Accumulation.SUM),
                element("DONE", Frequency.MONTH, Accumulation.SUM),
                element("VISIT", Frequency.QUARTER, Accumulation.SUM),
                element("STOCK", Frequency.QUARTER, Accumulation.LAST),
                element("PRIZE", Frequency.YEAR, Accumulation.SUM),
                element("BLAME", Frequency.YEAR, Accumulation.SUM),
                element("FRAUD", Frequency.YEAR, Accumulation.LAST));
    }

    private static Element element(String code, Frequency frequency, Accumulation overTime) {
        return new Element(
                code,
                new Title(code, code),
                "个",
                frequency,
                overTime,
                Element.RollUp.SUM,
                false,
                null,
                null,
                null,
                "文化局",
                "");
    }

    /** A scheme of the two dimensions {@code D} (weight 60) and {@code E} (40) with these indicators. */
    public static String scheme(String... indicators) {
        return HEAD + RULES + TREE + String.join("", indicators);
    }

    /** The scheme read with a catalogue. */
    public static Scheme read(Catalogue catalogue, String... indicators) {
        return SchemeReader.parse("test.yml", scheme(indicators), catalogue);
    }

    /** An indicator whose points are its value, cut off at 0 and 100; {@code more} are further lines. */
    public static String indicator(
            String code, String dimension, double weight, String frequency, String formula, String... more) {
        String text = """
                  - code: %s
                    dimension: %s
                    title: { zh: 指标%s, en: Indicator %s }
                    question: 为什么?
                    unit: 个
                    weight: %s
                    direction: higher-is-better
                    frequency: %s
                    formula: %s
                    departments: [文化局]
                    target-source: test
                """.formatted(code, dimension, code, code, weight, frequency, formula);
        String method = "    method: target\n    parameters: { target: 100, cap: 100 }\n";
        String lines = String.join(
                "", List.of(more).stream().map(line -> "    " + line + "\n").toList());
        return text
                + (lines.contains("    method:") ? "" : method)
                + (lines.contains("nature:") ? "" : "    nature: expected\n")
                + lines;
    }

    static final String HEAD = """
            scheme: test
            version: "2026.1"
            catalogue: small
            title: { zh: 测试方案, en: Test }
            valid-from: 2026
            unit-level: county
            scores: [month, quarter, year]
            defaults:
              decimals: 2
              minimum-share-of-parts: 0.75
              over-longer-periods: recompute
              when-denominator-is-zero: not-applicable
              scale-target-with-year: false
            """;
    static final String RULES = """
            grades:
              - { title: { zh: 优秀, en: Excellent }, from: 90 }
              - { title: { zh: 良好, en: Good }, from: 80 }
              - { title: { zh: 合格, en: Pass }, from: 60 }
              - { title: { zh: 不合格, en: Fail }, from: 0 }
            floors: { below: 60, periods: [year], blocks: [{ count: 1, grade: 优秀 }, { count: 2, grade: 良好 }] }
            peer-groups: { attribute: group }
            parents: { levels: [city], group: 市, units-share: 0.6, own-share: 0.4, weighted-by: POP, basis: management, managed-by: managed-by }
            adjustments:
              periods: [year]
              bonus: { at-most: 5, items: [{ code: BONUS, element: PRIZE, points-each: 2, title: { zh: 表彰, en: Prize }, question: 有没有? }] }
              deduction: { at-most: 5, items: [{ code: MINUS, element: BLAME, points-each: 2, title: { zh: 批评, en: Blame }, question: 有没有? }] }
              veto: { grade: 不合格, items: [{ code: VETO, element: FRAUD, title: { zh: 造假, en: Fraud }, question: 有没有? }] }
            """;
    static final String TREE = """
            index: { code: INDEX, title: { zh: 指数, en: Index }, question: 怎么样? }
            dimensions:
              - { code: D, weight: 60, title: { zh: 甲, en: D }, question: 怎么样? }
              - { code: E, weight: 40, title: { zh: 乙, en: E }, question: 怎么样? }
            indicators:
            """;
}
