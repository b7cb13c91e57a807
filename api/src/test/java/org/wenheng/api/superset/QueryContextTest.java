package org.wenheng.api.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryContextTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"echarts_timeseries_line", "echarts_timeseries_bar_rank", "table_raw"})
    void sameFormDataGivesTheQueryContextThatSupersetsOwnCodeBuilds(String chart) throws Exception {
        JsonNode expected = golden("query_context-6.0.0.json").get(chart);

        String actual = QueryContext.json(Shape.asMap(JSON.treeToValue(expected.get("form_data"), Object.class)));

        assertThat(JSON.readTree(actual)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"echarts_timeseries_line", "echarts_timeseries_bar_rank", "table_raw"})
    void queriesEqualThoseOfTheReferenceBundle(String chart) throws Exception {
        JsonNode file = golden("bundle.json").get("charts/" + chart + ".yaml");
        JsonNode expected = JSON.readTree(file.get("query_context").asString());

        String actual = QueryContext.json(Shape.asMap(JSON.treeToValue(file.get("params"), Object.class)));

        assertThat(JSON.readTree(actual).get("queries")).isEqualTo(expected.get("queries"));
        assertThat(JSON.readTree(actual).get("datasource")).isEqualTo(expected.get("datasource"));
    }

    @Test
    void filterWithoutComparatorHasNoValue() {
        String json = QueryContext.json(Shape.with(
                ResultChart.RANKING.look(),
                Shape.of("adhoc_filters", List.of(Shape.of("subject", "score", "operator", "IS NOT NULL")))));

        assertThat(JSON.readTree(json).get("queries").get(0).get("filters").toString())
                .isEqualTo("[{\"col\":\"score\",\"op\":\"IS NOT NULL\"}]");
    }

    @Test
    void unknownKindOfChartIsRefused() {
        assertThatThrownBy(() -> QueryContext.of(Shape.of("viz_type", "pie")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown viz_type: pie (expected: echarts_timeseries_line, echarts_timeseries_bar, table)");
    }

    private static JsonNode golden(String name) throws Exception {
        Path file = Path.of(System.getProperty("wenheng.home")).resolve("../shared/superset/golden/" + name);
        assumeTrue(Files.exists(file), "The reference query contexts are not beside the project: " + file);
        return JSON.readTree(Files.readString(file));
    }
}
