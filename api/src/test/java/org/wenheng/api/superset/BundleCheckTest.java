package org.wenheng.api.superset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenheng.ingest.problem.Problem;

class BundleCheckTest {
    private static final String DATABASE = "databases/wenheng.yaml";
    private static final String DATASET = "datasets/wenheng/published_result.yaml";
    private static final String RANKING = "charts/ranking.yaml";
    private static final String TREND = "charts/trend.yaml";
    private static final String DASHBOARD = "dashboards/results.yaml";
    private static final Bundle SOUND =
            Bundle.of(new BundleRequest(null, BundleRequest.DEFAULT_DATABASE_URI, DataNature.BY_ROW));

    @Test
    void generatedBundlesAreSound() {
        BundleRequest one = new BundleRequest("jilin-2026", BundleRequest.DEFAULT_DATABASE_URI, DataNature.SYNTHETIC);

        assertThat(BundleCheck.problemsOf(SOUND)).isEmpty();
        assertThat(BundleCheck.problemsOf(Bundle.of(one))).isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("violations")
    void plantedViolationIsRefusedWithItsMessage(
            String code, String path, UnaryOperator<Map<String, Object>> plant, String message) {
        assertThat(BundleCheck.problemsOf(planted(path, plant))).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.where()).startsWith(path);
            assertThat(problem.english()).isEqualTo(message);
        });
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                violation(
                        "SUPERSET_KEY_MISSING",
                        DATABASE,
                        file -> without(file, "allow_csv_upload"),
                        "Missing key: allow_csv_upload"),
                violation(
                        "SUPERSET_KEY_UNKNOWN",
                        RANKING,
                        file -> with(file, "owners", List.of()),
                        "Unknown key: owners (not known to both Superset 6.0 and 6.1)"),
                violation(
                        "SUPERSET_PASSWORD_GIVEN",
                        DATABASE,
                        file -> with(file, "sqlalchemy_uri", "postgresql://u:real@h/d"),
                        "sqlalchemy_uri holds a real password (expected: XXXXXXXXXX)"),
                violation(
                        "SUPERSET_VERSION_INVALID",
                        "metadata.yaml",
                        file -> with(file, "version", "2.0.0"),
                        "Invalid version: \"2.0.0\" (expected: 1.0.0)"),
                violation(
                        "SUPERSET_REFERENCE_UNRESOLVED",
                        TREND,
                        file -> with(file, "dataset_uuid", "gone"),
                        "dataset_uuid: \"gone\" is not in the bundle's datasets"),
                violation(
                        "SUPERSET_NAME_UNKNOWN",
                        DATASET,
                        file -> with(file, "main_dttm_col", "month"),
                        "main_dttm_col: \"month\" is not in the dataset"),
                violation(
                        "SUPERSET_QUERY_CONTEXT_INVALID",
                        RANKING,
                        file -> with(file, "query_context", "nonsense"),
                        "query_context is not JSON: Unrecognized token 'nonsense': was expecting"
                                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                violation(
                        "SUPERSET_UUID_INVALID",
                        TREND,
                        file -> with(file, "uuid", "the-trend"),
                        "Invalid uuid: \"the-trend\" (expected: a UUID that no other file has)"),
                violation(
                        "SUPERSET_CHART_ID_REPEATED",
                        DASHBOARD,
                        file -> chartMeta(file, "chartId", 1),
                        "chartId \"1\" is missing or repeated"),
                violation(
                        "SUPERSET_REFERENCE_UNRESOLVED",
                        DASHBOARD,
                        file -> chartMeta(file, "uuid", "gone"),
                        "uuid: \"gone\" is not in the bundle"),
                violation(
                        "SUPERSET_ROW_TOO_WIDE",
                        DASHBOARD,
                        file -> chartMeta(file, "width", 6),
                        "The row is 13 columns wide (expected: at most 12)"),
                violation(
                        "SUPERSET_LAYOUT_BROKEN",
                        DASHBOARD,
                        file -> with(file, "position", without(Shape.map(file, "position"), "MARKDOWN-note")),
                        "The layout has no node MARKDOWN-note"));
    }

    @Test
    void metricThatTheDatasetLostIsToldForEveryChartThatUsesIt() {
        Bundle bundle = planted(DATASET, file -> with(file, "metrics", List.of()));

        assertThat(BundleCheck.problemsOf(bundle))
                .extracting(Problem::toString)
                .containsExactly(
                        RANKING + " [SUPERSET_NAME_UNKNOWN] metrics 用到数据集中没有的名字“avg_score”"
                                + " / metrics: \"avg_score\" is not in the dataset",
                        TREND + " [SUPERSET_NAME_UNKNOWN] metrics 用到数据集中没有的名字“avg_score”"
                                + " / metrics: \"avg_score\" is not in the dataset");
    }

    private static Arguments violation(
            String code, String path, UnaryOperator<Map<String, Object>> plant, String message) {
        return Arguments.of(code, path, plant, message);
    }

    private static Bundle planted(String path, UnaryOperator<Map<String, Object>> plant) {
        TreeMap<String, Map<String, Object>> files = new TreeMap<>(SOUND.files());
        files.computeIfPresent(path, (same, file) -> plant.apply(file));
        return new Bundle(files);
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        return Shape.with(map, Shape.of(key, value));
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        rest.remove(key);
        return rest;
    }

    /** Changes the second chart of the dashboard. */
    private static Map<String, Object> chartMeta(Map<String, Object> dashboard, String key, Object value) {
        Map<String, Object> position = Shape.map(dashboard, "position");
        Map<String, Object> chart = Shape.map(position, "CHART-trend");
        Map<String, Object> changed = with(chart, "meta", with(Shape.map(chart, "meta"), key, value));
        return with(dashboard, "position", with(position, "CHART-trend", changed));
    }
}
