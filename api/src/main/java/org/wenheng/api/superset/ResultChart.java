package org.wenheng.api.superset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The charts on the published results, in the order of the dashboard. Their form data has no ids of an instance. */
enum ResultChart {
    RANKING(1, "ranking", "各地区得分排名 / Regions by score", "选定方案和报告期的各地区得分，从高到低。") {
        @Override
        Map<String, @Nullable Object> look() {
            return Shape.of(
                    "viz_type",
                    "echarts_timeseries_bar",
                    "x_axis",
                    ResultDataset.REGION_LABEL,
                    "metrics",
                    List.of("avg_score"),
                    "groupby",
                    List.of(),
                    "order_desc",
                    true,
                    "row_limit",
                    100,
                    "orientation",
                    "horizontal",
                    "x_axis_sort",
                    "avg_score",
                    "x_axis_sort_asc",
                    true,
                    "sort_series_type",
                    "sum",
                    "truncate_metric",
                    true,
                    "show_empty_columns",
                    true,
                    "comparison_type",
                    "values",
                    "annotation_layers",
                    List.of(),
                    "color_scheme",
                    "supersetColors",
                    "show_value",
                    true,
                    "show_legend",
                    false,
                    "rich_tooltip",
                    true,
                    "y_axis_format",
                    ",.2f",
                    "y_axis_bounds",
                    Shape.list(null, null),
                    "forceCategorical",
                    true);
        }
    },
    TREND(2, "trend", "平均得分走势 / Mean score over time", "各期平均得分。没有得分的地区不计入平均。") {
        @Override
        Map<String, @Nullable Object> look() {
            return Shape.of(
                    "viz_type",
                    "echarts_timeseries_line",
                    "x_axis",
                    "period_start",
                    "time_grain_sqla",
                    "P1M",
                    "x_axis_sort_asc",
                    true,
                    "x_axis_sort_series",
                    "name",
                    "x_axis_sort_series_ascending",
                    true,
                    "metrics",
                    List.of("avg_score"),
                    "groupby",
                    List.of(),
                    "order_desc",
                    true,
                    "row_limit",
                    10000,
                    "truncate_metric",
                    true,
                    "show_empty_columns",
                    true,
                    "comparison_type",
                    "values",
                    "annotation_layers",
                    List.of(),
                    "color_scheme",
                    "supersetColors",
                    "seriesType",
                    "line",
                    "markerEnabled",
                    true,
                    "markerSize",
                    6,
                    "show_legend",
                    false,
                    "x_axis_time_format",
                    "%Y-%m",
                    "rich_tooltip",
                    true,
                    "tooltipTimeFormat",
                    "%Y-%m",
                    "y_axis_format",
                    ",.2f",
                    "y_axis_bounds",
                    Shape.list(null, null),
                    "truncateXAxis",
                    true,
                    "zoomable",
                    false);
        }
    },
    RESULTS(3, "results", "考核结果明细 / Results", "选定方案和报告期的结果，每个地区一行，含数据性质。") {
        @Override
        Map<String, @Nullable Object> look() {
            return Shape.of(
                    "viz_type",
                    "table",
                    "query_mode",
                    "raw",
                    "all_columns",
                    List.of("rank", "region_name", "parent_name", "peer_group", "score", "grade", "covered", "origin"),
                    "order_by_cols",
                    List.of("[\"rank\", true]", "[\"region_code\", true]"),
                    "groupby",
                    List.of(),
                    "metrics",
                    List.of(),
                    "percent_metrics",
                    List.of(),
                    "row_limit",
                    10000,
                    "server_page_length",
                    10,
                    "page_length",
                    20,
                    "include_search",
                    true,
                    "table_timestamp_format",
                    "%Y-%m",
                    "show_cell_bars",
                    true,
                    "color_pn",
                    false,
                    "conditional_formatting",
                    List.of(),
                    "column_config",
                    Shape.of(
                            "score", Shape.of("d3NumberFormat", ",.2f"),
                            "covered", Shape.of("d3NumberFormat", ".0%")));
        }
    };

    private final int number;
    private final String key;
    private final String title;
    private final String description;

    ResultChart(int number, String key, String title, String description) {
        this.number = number;
        this.key = key;
        this.title = title;
        this.description = description;
    }

    /** What only this chart says in its form data. */
    abstract Map<String, @Nullable Object> look();

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** The number by which the dashboard's layout and filters name the chart; Superset gives its own at import. */
    int number() {
        return number;
    }

    String id(BundleRequest request) {
        return AssetId.of("chart", request.keyed(key));
    }

    /** The chart's file. */
    Map<String, @Nullable Object> file(BundleRequest request) {
        Map<String, @Nullable Object> params = params(request);
        Map<String, @Nullable Object> form =
                Shape.with(params, Shape.of("force", false, "result_format", "json", "result_type", "full"));
        return Shape.of(
                "slice_name",
                title,
                "description",
                description + request.nature().line(),
                "certified_by",
                null,
                "certification_details",
                null,
                "viz_type",
                params.get("viz_type"),
                "params",
                params,
                "query_context",
                QueryContext.json(form),
                "cache_timeout",
                null,
                "uuid",
                id(request),
                "version",
                "1.0.0",
                "dataset_uuid",
                ResultDataset.DATASET_ID,
                "is_managed_externally",
                true,
                "external_url",
                null);
    }

    private Map<String, @Nullable Object> params(BundleRequest request) {
        return Shape.with(Shape.of("adhoc_filters", filters(request), "extra_form_data", Shape.of()), look());
    }

    /** The time filter binds the dashboard's own; the others keep parents, unscored regions and other schemes out. */
    private List<Map<String, @Nullable Object>> filters(BundleRequest request) {
        List<Map<String, @Nullable Object>> filters = new ArrayList<>();
        filters.add(filter("period_start", "TEMPORAL_RANGE", "No filter"));
        filters.add(filter("kind", "==", "unit"));
        if (this != RESULTS) {
            filters.add(Shape.of(
                    "clause", "WHERE", "subject", "score", "operator", "IS NOT NULL", "expressionType", "SIMPLE"));
        }
        if (request.scheme() != null) {
            filters.add(filter("scheme_code", "==", request.scheme()));
        }
        return filters;
    }

    private static Map<String, @Nullable Object> filter(String column, String operator, String value) {
        return Shape.of(
                "clause", "WHERE",
                "subject", column,
                "operator", operator,
                "comparator", value,
                "expressionType", "SIMPLE");
    }
}
