package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;

class GapCheckTest {
    private static final String GOOD = SmallWorld.scheme(
            indicator("D1", "D", 1, "year", "A", "applies-to: { attribute: group, value: hill }"),
            indicator(
                    "E1",
                    "E",
                    1,
                    "year",
                    "A",
                    "method: checklist",
                    "parameters: { items: [a], each: 50, value-counts: items }"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "en: Fail }, from: 0 | en: Fail }, from: 1 | A gap: between 0 and 1 scores have no grade; the lowest must begin at 0",
                "{ attribute: group } | { element: POP, bands: [{ title: large, from: 9 }] } | A gap: between 0 and 9 values have no group",
                "value: hill | value: hall | No region has group \"hall\" (did you mean \"hill\"?): the indicator never applies",
                "items: [a], each | items: [], each | The checklist has no item: it always earns 0 points",
                "levels: [city] | levels: [] | The regions above the units have no levels",
                "value: hill } | ~value: hill }\n    regional-targets: [{ attribute: group, values: [], parameters: { target: 1, cap: 100 }, target: 1, target-source: x }]~ | The target names no region it is for",
                "managed-by: managed-by | managed-by: group-of | No region has an attribute \"group-of\""
            })
    void whatSchemeLeavesOpenIsRefusedWithItsPlace(String right, String wrong, String message) {
        SchemeReader.parse("test.yml", GOOD, SmallWorld.catalogue());
        assertThatThrownBy(() -> SchemeReader.parse("test.yml", GOOD.replace(right, wrong), SmallWorld.catalogue()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("test.yml:")
                .hasMessageContaining(message);
    }
}
