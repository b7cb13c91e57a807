package org.wenheng.api.superset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dashboard: a note on the nature of the data, the three charts, and filters for scheme, period and peer group. */
final class ResultDashboard {
    private static final String TITLE = "考核结果总览 / Assessment results";

    private ResultDashboard() {}

    /** The dashboard's file. */
    static Map<String, @Nullable Object> file(BundleRequest request) {
        String title = request.scheme() == null ? TITLE : TITLE + "（" + request.scheme() + "）";
        return Shape.of(
                "dashboard_title",
                title,
                "description",
                request.nature().line(),
                "css",
                "",
                "slug",
                request.keyed("wenheng-results"),
                "certified_by",
                null,
                "certification_details",
                null,
                "published",
                true,
                "uuid",
                AssetId.of("dashboard", request.keyed("results")),
                "position",
                position(title, request),
                "metadata",
                metadata(request),
                "version",
                "1.0.0",
                "is_managed_externally",
                true,
                "external_url",
                null);
    }

    private static Map<String, @Nullable Object> position(String title, BundleRequest request) {
        Map<String, @Nullable Object> nodes = new LinkedHashMap<>();
        nodes.put("DASHBOARD_VERSION_KEY", "v2");
        nodes.put("ROOT_ID", Shape.of("id", "ROOT_ID", "type", "ROOT", "children", List.of("GRID_ID")));
        nodes.put(
                "GRID_ID",
                Shape.of(
                        "id",
                        "GRID_ID",
                        "type",
                        "GRID",
                        "children",
                        List.of("ROW-note", "ROW-charts", "ROW-results"),
                        "parents",
                        List.of("ROOT_ID")));
        nodes.put("HEADER_ID", Shape.of("id", "HEADER_ID", "type", "HEADER", "meta", Shape.of("text", title)));
        row(nodes, "ROW-note", List.of("MARKDOWN-note"));
        node(nodes, "MARKDOWN-note", "MARKDOWN", "ROW-note", note(request));
        row(nodes, "ROW-charts", List.of("CHART-ranking", "CHART-trend"));
        chart(nodes, ResultChart.RANKING, "ROW-charts", 7, 70, request);
        chart(nodes, ResultChart.TREND, "ROW-charts", 5, 70, request);
        row(nodes, "ROW-results", List.of("CHART-results"));
        chart(nodes, ResultChart.RESULTS, "ROW-results", 12, 70, request);
        return nodes;
    }

    private static Map<String, @Nullable Object> note(BundleRequest request) {
        String text = "**" + request.nature().line() + "**\n\norigin=synthetic 的行是合成数据，仅供演示。"
                + "Rows with origin=synthetic are synthetic, for demonstration only.";
        return Shape.of("code", text, "width", 12, "height", 14);
    }

    private static void row(Map<String, @Nullable Object> nodes, String id, List<String> children) {
        nodes.put(
                id,
                Shape.of(
                        "id",
                        id,
                        "type",
                        "ROW",
                        "children",
                        children,
                        "parents",
                        List.of("ROOT_ID", "GRID_ID"),
                        "meta",
                        Shape.of("background", "BACKGROUND_TRANSPARENT")));
    }

    private static void chart(
            Map<String, @Nullable Object> nodes,
            ResultChart chart,
            String row,
            int width,
            int height,
            BundleRequest request) {
        node(
                nodes,
                "CHART-" + chart.key(),
                "CHART",
                row,
                Shape.of(
                        "chartId", chart.number(),
                        "uuid", chart.id(request),
                        "sliceName", chart.title(),
                        "width", width,
                        "height", height));
    }

    private static void node(
            Map<String, @Nullable Object> nodes,
            String id,
            String type,
            String row,
            Map<String, @Nullable Object> meta) {
        nodes.put(
                id,
                Shape.of(
                        "id",
                        id,
                        "type",
                        type,
                        "children",
                        List.of(),
                        "parents",
                        List.of("ROOT_ID", "GRID_ID", row),
                        "meta",
                        meta));
    }

    private static Map<String, @Nullable Object> metadata(BundleRequest request) {
        Map<String, @Nullable Object> crossFilters = new LinkedHashMap<>();
        for (ResultChart chart : ResultChart.values()) {
            crossFilters.put(
                    String.valueOf(chart.number()),
                    Shape.of(
                            "id",
                            chart.number(),
                            "crossFilters",
                            Shape.of("scope", "global", "chartsInScope", List.of())));
        }
        return Shape.of(
                "native_filter_configuration",
                filters(request),
                "chart_configuration",
                crossFilters,
                "global_chart_configuration",
                Shape.of("scope", scope(List.of()), "chartsInScope", List.of()),
                "cross_filters_enabled",
                true,
                "color_scheme",
                "supersetColors",
                "label_colors",
                Shape.of(),
                "refresh_frequency",
                0,
                "timed_refresh_immune_slices",
                List.of(),
                "expanded_slices",
                Shape.of(),
                "filter_bar_orientation",
                "HORIZONTAL");
    }

    /** Periods of one scheme and frequency are comparable, so those are chosen first; the trend shows every period. */
    private static List<Map<String, @Nullable Object>> filters(BundleRequest request) {
        List<Map<String, @Nullable Object>> filters = new ArrayList<>();
        filters.add(schemeFilter(request));
        filters.add(one("frequency", "频度 / Frequency", "frequency", true, List.of("scheme"), List.of()));
        filters.add(one(
                "period",
                "报告期 / Period",
                "period",
                false,
                List.of("scheme", "frequency"),
                List.of(ResultChart.TREND.number())));
        filters.add(select(
                "peer-group",
                "同类组 / Peer group",
                "peer_group",
                controls(true, false, true),
                noValue(),
                List.of("scheme"),
                List.of()));
        return filters;
    }

    private static Map<String, @Nullable Object> schemeFilter(BundleRequest request) {
        String title = "考核方案 / Scheme";
        if (request.scheme() == null) {
            return one("scheme", title, "scheme_code", true, List.of(), List.of());
        }
        List<String> chosen = List.of(request.scheme());
        Map<String, @Nullable Object> preset = Shape.of(
                "extraFormData",
                Shape.of("filters", List.of(Shape.of("col", "scheme_code", "op", "IN", "val", chosen))),
                "filterState",
                Shape.of("value", chosen),
                "ownState",
                Shape.of());
        return select("scheme", title, "scheme_code", controls(false, false, true), preset, List.of(), List.of());
    }

    /** A filter with exactly one value; the first in its order if nobody chose. */
    private static Map<String, @Nullable Object> one(
            String key, String title, String column, boolean ascending, List<String> parents, List<Integer> excluded) {
        return select(key, title, column, controls(false, true, ascending), noValue(), parents, excluded);
    }

    private static Map<String, @Nullable Object> controls(boolean several, boolean first, boolean ascending) {
        return Shape.of(
                "enableEmptyFilter",
                !several,
                "multiSelect",
                several,
                "searchAllOptions",
                false,
                "inverseSelection",
                false,
                "defaultToFirstItem",
                first,
                "sortAscending",
                ascending);
    }

    private static Map<String, @Nullable Object> noValue() {
        return Shape.of("extraFormData", Shape.of(), "filterState", Shape.of(), "ownState", Shape.of());
    }

    private static Map<String, @Nullable Object> select(
            String key,
            String title,
            String column,
            Map<String, @Nullable Object> controls,
            Map<String, @Nullable Object> value,
            List<String> parents,
            List<Integer> excluded) {
        return Shape.of(
                "id",
                "NATIVE_FILTER-" + key,
                "type",
                "NATIVE_FILTER",
                "name",
                title,
                "filterType",
                "filter_select",
                "targets",
                List.of(Shape.of("column", Shape.of("name", column), "datasetUuid", ResultDataset.DATASET_ID)),
                "controlValues",
                controls,
                "defaultDataMask",
                value,
                "cascadeParentIds",
                parents.stream().map(parent -> "NATIVE_FILTER-" + parent).toList(),
                "scope",
                scope(excluded),
                "description",
                "");
    }

    private static Map<String, @Nullable Object> scope(List<Integer> excluded) {
        return Shape.of("rootPath", List.of("ROOT_ID"), "excluded", excluded);
    }
}
