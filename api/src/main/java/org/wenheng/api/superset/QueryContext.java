package org.wenheng.api.superset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The query that Superset's browser code would build from a chart's form data ({@code buildQuery} of Superset 6.0 and
 * 6.1). A chart imported without it is refused in embedded dashboards and cannot be fetched over REST.
 */
final class QueryContext {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QueryContext() {}

    /**
     * @param form the chart's form data: saved metrics by name, physical or calculated columns by name, simple filters
     * @return the keys that Superset's {@code ChartDataQueryContextSchema} takes
     * @throws IllegalArgumentException for a kind of chart that is not known here
     */
    static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> form) {
        String kind = Shape.text(form, "viz_type");
        return switch (kind) {
            case "echarts_timeseries_line", "echarts_timeseries_bar" -> wrapped(form, timeseries(form));
            case "table" -> wrapped(Shape.with(form, Shape.of("include_time", false)), rawTable(form));
            default ->
                throw new IllegalArgumentException("Unknown viz_type: " + kind
                        + " (expected: echarts_timeseries_line, echarts_timeseries_bar, table)");
        };
    }

    /** The query context as the JSON text that a chart file holds. */
    static String json(Map<String, ? extends @Nullable Object> form) {
        return JSON.writeValueAsString(of(form));
    }

    private static Map<String, @Nullable Object> wrapped(
            Map<String, ? extends @Nullable Object> form, Map<String, @Nullable Object> query) {
        String datasource = Shape.text(form, "datasource");
        int id = datasource.isEmpty() ? 0 : Integer.parseInt(datasource.substring(0, datasource.indexOf("__")));
        return Shape.of(
                "datasource",
                Shape.of("id", id, "type", "table"),
                "force",
                false,
                "queries",
                List.of(query),
                "form_data",
                form,
                "result_format",
                "json",
                "result_type",
                "full");
    }

    private static Map<String, @Nullable Object> timeseries(Map<String, ? extends @Nullable Object> form) {
        String axis = Shape.text(form, "x_axis");
        List<?> metrics = Shape.items(form, "metrics");
        List<?> series = Shape.items(form, "groupby");
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(axisColumn(form, axis));
        columns.addAll(series);
        Map<String, @Nullable Object> query = common(form);
        query.put("columns", columns);
        query.put("metrics", metrics);
        query.put("orderby", List.of(Shape.list(metrics.get(0), !Boolean.TRUE.equals(form.get("order_desc")))));
        query.put("series_columns", series);
        query.put("series_limit", form.get("limit") == null ? 0 : form.get("limit"));
        query.put("time_offsets", List.of());
        query.put("post_processing", steps(form, axis, metrics, series));
        return query;
    }

    private static Map<String, @Nullable Object> axisColumn(Map<String, ? extends @Nullable Object> form, String axis) {
        Map<String, @Nullable Object> column = new LinkedHashMap<>();
        if (form.containsKey("time_grain_sqla")) {
            column.put("timeGrain", form.get("time_grain_sqla"));
        }
        column.put("columnType", "BASE_AXIS");
        column.put("sqlExpression", axis);
        column.put("label", axis);
        column.put("expressionType", "SQL");
        column.put("isColumnReference", true);
        return column;
    }

    private static List<Object> steps(
            Map<String, ? extends @Nullable Object> form, String axis, List<?> metrics, List<?> series) {
        List<Object> steps = new ArrayList<>();
        Map<String, @Nullable Object> means = new LinkedHashMap<>();
        metrics.forEach(metric -> means.put(String.valueOf(metric), Shape.of("operator", "mean")));
        boolean dropsEmpty = !Boolean.TRUE.equals(form.get("show_empty_columns"));
        steps.add(step(
                "pivot",
                Shape.of(
                        "index", List.of(axis),
                        "columns", series,
                        "aggregates", means,
                        "drop_missing_columns", dropsEmpty)));
        if (!series.isEmpty() && metrics.size() == 1 && Boolean.TRUE.equals(form.get("truncate_metric"))) {
            Map<String, @Nullable Object> unnamed = Shape.of(String.valueOf(metrics.get(0)), null);
            steps.add(step("rename", Shape.of("columns", unnamed, "level", 0, "inplace", true)));
        }
        Object sort = form.get("x_axis_sort");
        if (series.isEmpty() && sort != null && form.containsKey("x_axis_sort_asc")) {
            sortStep(sort, form.get("x_axis_sort_asc"), axis, metrics, steps);
        }
        steps.add(Shape.of("operation", "flatten"));
        return steps;
    }

    private static void sortStep(
            Object sort, @Nullable Object ascending, String axis, List<?> metrics, List<Object> steps) {
        if (axis.equals(sort)) {
            steps.add(step("sort", Shape.of("is_sort_index", true, "ascending", ascending)));
        } else if (metrics.contains(sort)) {
            steps.add(step("sort", Shape.of("by", sort, "ascending", ascending)));
        }
    }

    private static Map<String, @Nullable Object> step(String operation, Map<String, @Nullable Object> options) {
        return Shape.of("operation", operation, "options", options);
    }

    /** Rows as they are: no metrics at all, not even an empty list. */
    private static Map<String, @Nullable Object> rawTable(Map<String, ? extends @Nullable Object> form) {
        Map<String, @Nullable Object> query = common(form);
        query.put("columns", Shape.items(form, "all_columns"));
        query.put(
                "orderby",
                Shape.items(form, "order_by_cols").stream()
                        .map(order -> JSON.readValue(String.valueOf(order), List.class))
                        .toList());
        query.put("series_limit", 0);
        query.put("post_processing", List.of());
        query.put("time_offsets", List.of());
        return query;
    }

    private static Map<String, @Nullable Object> common(Map<String, ? extends @Nullable Object> form) {
        Map<String, @Nullable Object> extras = new LinkedHashMap<>();
        if (form.containsKey("time_grain_sqla")) {
            extras.put("time_grain_sqla", form.get("time_grain_sqla"));
        }
        extras.put("having", "");
        extras.put("where", "");
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put(
                "filters",
                Shape.maps(form, "adhoc_filters").stream()
                        .map(QueryContext::filter)
                        .toList());
        query.put("extras", extras);
        query.put("applied_time_extras", Shape.of());
        query.put("annotation_layers", List.of());
        query.put("row_limit", form.get("row_limit"));
        query.put("group_others_when_limit_reached", false);
        query.put("order_desc", form.get("order_desc") == null || Boolean.TRUE.equals(form.get("order_desc")));
        query.put("url_params", Shape.of());
        query.put("custom_params", Shape.of());
        query.put("custom_form_data", Shape.of());
        return query;
    }

    /** A simple filter; one without a comparator, such as {@code IS NOT NULL}, has no value. */
    private static Map<String, @Nullable Object> filter(Map<String, ? extends @Nullable Object> simple) {
        return simple.containsKey("comparator")
                ? Shape.of("col", simple.get("subject"), "op", simple.get("operator"), "val", simple.get("comparator"))
                : Shape.of("col", simple.get("subject"), "op", simple.get("operator"));
    }
}
