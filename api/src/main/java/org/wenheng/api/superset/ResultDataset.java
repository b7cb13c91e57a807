package org.wenheng.api.superset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.mart.MartTables;
import org.wenheng.ingest.table.Column;
import org.wenheng.ingest.table.ColumnType;

/** The database connection and the one dataset on it. */
final class ResultDataset {
    static final String DATABASE_ID = AssetId.of("database", "wenheng");
    static final String DATASET_ID = AssetId.of("dataset", "mart.published_result");

    /** Calculated: districts of different cities may have the same name, and a bar must be one region. */
    static final String REGION_LABEL = "region_label";

    private static final String CERTIFIED_BY = "文衡 Wenheng";

    private ResultDataset() {}

    /** The connection: reads only, in UTC, at most a minute a query. */
    static Map<String, @Nullable Object> database(BundleRequest request) {
        return Shape.of(
                "database_name", "文衡 Wenheng",
                "sqlalchemy_uri", request.databaseUri(),
                "cache_timeout", null,
                "expose_in_sqllab", false,
                "allow_run_async", false,
                "allow_ctas", false,
                "allow_cvas", false,
                "allow_dml", false,
                "allow_csv_upload", false,
                "extra", databaseExtra(),
                "impersonate_user", false,
                "uuid", DATABASE_ID,
                "version", "1.0.0",
                "is_managed_externally", true,
                "external_url", null);
    }

    private static Map<String, @Nullable Object> databaseExtra() {
        String options = "-c timezone=UTC -c statement_timeout=60000 -c default_transaction_read_only=on";
        return Shape.of(
                "allows_virtual_table_explore",
                true,
                "metadata_params",
                Shape.of(),
                "engine_params",
                Shape.of("connect_args", Shape.of("options", options)),
                "metadata_cache_timeout",
                Shape.of(),
                "schemas_allowed_for_csv_upload",
                List.of(),
                "cost_estimate_enabled",
                false);
    }

    /** The published results, with every column of the view, one calculated label, and the metrics. */
    static Map<String, @Nullable Object> dataset(BundleRequest request) {
        return Shape.of(
                "table_name",
                MartTables.PUBLISHED_RESULT.name(),
                "main_dttm_col",
                "period_start",
                "description",
                description(),
                "default_endpoint",
                null,
                "offset",
                0,
                "cache_timeout",
                null,
                "catalog",
                null,
                "schema",
                MartTables.PUBLISHED_RESULT.layer(),
                "sql",
                null,
                "params",
                null,
                "template_params",
                null,
                "filter_select_enabled",
                true,
                "fetch_values_predicate",
                null,
                "extra",
                datasetExtra(request),
                "normalize_columns",
                false,
                "always_filter_main_dttm",
                false,
                "uuid",
                DATASET_ID,
                "metrics",
                metrics(),
                "columns",
                columns(),
                "version",
                "1.0.0",
                "database_uuid",
                DATABASE_ID,
                "is_managed_externally",
                true,
                "external_url",
                null);
    }

    private static String description() {
        return "已发布的考核结果：每个方案、每个报告期、每个行政区一行。数据性质（origin）为 synthetic 的行是合成数据，仅供演示。\n"
                + "Published results; " + MartTables.PUBLISHED_RESULT.grain()
                + ". Rows with origin=synthetic are synthetic data, for demonstration only.";
    }

    private static Map<String, @Nullable Object> datasetExtra(BundleRequest request) {
        return Shape.of(
                "certification",
                Shape.of(
                        "certified_by",
                        CERTIFIED_BY,
                        "details",
                        request.nature().line()),
                "warning_markdown",
                request.nature().line()
                        + "。origin=synthetic 的行是合成数据，仅供演示 / rows with origin=synthetic are for demonstration only");
    }

    private static List<Map<String, @Nullable Object>> columns() {
        List<Map<String, @Nullable Object>> columns = new ArrayList<>();
        MartTables.PUBLISHED_RESULT.columns().forEach(column -> columns.add(physical(column)));
        columns.add(column(
                REGION_LABEL,
                "行政区（含上级）",
                "the region's name after its parent's",
                "TEXT",
                "CASE WHEN parent_name = '' THEN region_name ELSE parent_name || ' ' || region_name END"));
        return columns;
    }

    private static Map<String, @Nullable Object> physical(Column column) {
        String type = column.type().postgres().toUpperCase(Locale.ROOT);
        return column(column.name(), column.chinese(), column.english(), type, null);
    }

    private static Map<String, @Nullable Object> column(
            String name, String chinese, String english, String type, @Nullable String expression) {
        boolean time =
                type.startsWith(ColumnType.DATETIME.postgres().substring(0, 9).toUpperCase(Locale.ROOT));
        return Shape.of(
                "column_name",
                name,
                "verbose_name",
                chinese,
                "is_dttm",
                time,
                "is_active",
                true,
                "type",
                type,
                "advanced_data_type",
                null,
                "groupby",
                true,
                "filterable",
                true,
                "expression",
                expression,
                "description",
                english,
                "python_date_format",
                null,
                "extra",
                null);
    }

    private static List<Map<String, @Nullable Object>> metrics() {
        return List.of(
                metric("count", "行数", "COUNT(*)", "number of rows", ",d"),
                metric(
                        "avg_score",
                        "平均得分",
                        "AVG(score)",
                        "mean of the scores; rows without a score do not count",
                        ",.2f"),
                metric("min_score", "最低得分", "MIN(score)", "lowest score", ",.2f"),
                metric("max_score", "最高得分", "MAX(score)", "highest score", ",.2f"));
    }

    private static Map<String, @Nullable Object> metric(
            String name, String chinese, String expression, String english, String format) {
        return Shape.of(
                "metric_name", name,
                "verbose_name", chinese,
                "metric_type", null,
                "expression", expression,
                "description", english,
                "d3format", format,
                "currency", null,
                "extra", null,
                "warning_text", null);
    }
}
