package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;

/** Whatever happens to the text of a scheme, it is read or refused with problems that have a place. */
class SchemeReaderPropertyTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final String WHOLE = SmallWorld.scheme(
                    indicator("D1", "D", 1, "year", "A", "applies-to: { attribute: special, value: \"true\" }"),
                    indicator(
                            "D2",
                            "D",
                            3,
                            "month",
                            "FILM / mean(VISIT, 4)",
                            "method: efficacy",
                            "parameters: { unacceptable: 1, satisfactory: 2, base: 60, span: 40, clip: [0, 100] }"),
                    indicator(
                            "D3",
                            "D",
                            3,
                            "year",
                            "B",
                            "method: min-max",
                            "parameters: { winsorise: [0, 1] }",
                            "examples: [{ value: 3, among: [2, 4], points: 50 }]"),
                    indicator(
                            "E1",
                            "E",
                            1,
                            "quarter",
                            "VISIT",
                            "method: checklist",
                            "parameters: { items: [a, b], each: 40, value-counts: items }"))
            + """
            examples:
              - title: { zh: 一年, en: A year }
                period: 2026
                values:
                  X1: { A: 1, FILM: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, nil] }
                expected:
                  X1: { score: 1, grade: 不合格, points: { D1: 1 } }
            """;
    private static final List<String> PIECES = List.of(
            "",
            "0",
            "-1",
            "1e400",
            "x",
            "[]",
            "{}",
            "[1, 2]",
            "{ a: 1 }",
            "~",
            "\"\"",
            "true",
            "2026",
            "*a",
            "- 1",
            "# x");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void spoiledSchemeIsReadOrRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        assertThat(SchemeReader.parse("test.yml", WHOLE, CATALOGUE).examples()).hasSize(1);
        int refusedSchemes = 0;
        for (int i = 0; i < 300; i++) {
            String text = spoiled(random);
            try {
                assertThat(SchemeReader.parse("test.yml", text, CATALOGUE).nodes())
                        .as(text)
                        .isNotEmpty();
            } catch (InputRefusedException refused) {
                refusedSchemes++;
                assertThat(refused.problems())
                        .as(text)
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.where()).startsWith("test.yml"));
            }
        }
        assertThat(refusedSchemes).isPositive();
    }

    /** One to three times: a line lost, doubled, moved or cut, or a value changed for something of another kind. */
    private static String spoiled(SplittableRandom random) {
        List<String> lines = new ArrayList<>(WHOLE.lines().toList());
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                default ->
                    lines.set(at, line.replaceFirst(": *[^{].*$", ": " + PIECES.get(random.nextInt(PIECES.size()))));
            }
        }
        return String.join("\n", lines);
    }
}
