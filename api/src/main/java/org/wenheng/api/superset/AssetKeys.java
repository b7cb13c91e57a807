package org.wenheng.api.superset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of the files as Superset 6.0 and 6.1 both know them (marshmallow schemas {@code ImportV1*Schema} and
 * {@code DashboardJSONMetadataSchema}); a key outside makes the whole import fail.
 *
 * @param required must be there: by the schema, or because the importer fails without it
 * @param known may be there; holds the required ones
 */
record AssetKeys(List<String> required, Set<String> known) {

    static final AssetKeys METADATA = keys("version", "type timestamp");
    static final AssetKeys DATABASE = keys(
            "database_name sqlalchemy_uri uuid version allow_csv_upload extra",
            "cache_timeout expose_in_sqllab allow_run_async allow_ctas allow_cvas allow_dml impersonate_user"
                    + " is_managed_externally external_url");
    static final AssetKeys DATABASE_EXTRA = keys(
            "",
            "metadata_params engine_params metadata_cache_timeout schemas_allowed_for_csv_upload"
                    + " cost_estimate_enabled allows_virtual_table_explore cancel_query_on_windows_unload"
                    + " disable_data_preview disable_drill_to_detail allow_multi_catalog version schema_options");
    static final AssetKeys DATASET = keys(
            "table_name uuid version database_uuid",
            "main_dttm_col description default_endpoint offset cache_timeout schema catalog sql params"
                    + " template_params filter_select_enabled fetch_values_predicate extra columns metrics"
                    + " is_managed_externally external_url normalize_columns always_filter_main_dttm folders");
    static final AssetKeys COLUMN = keys(
            "column_name",
            "verbose_name is_dttm is_active type advanced_data_type groupby filterable expression description"
                    + " python_date_format extra");
    static final AssetKeys METRIC =
            keys("metric_name expression", "verbose_name metric_type description d3format currency extra warning_text");
    static final AssetKeys CHART = keys(
            "slice_name viz_type uuid version dataset_uuid params query_context",
            "description certified_by certification_details cache_timeout is_managed_externally external_url tags");
    static final AssetKeys QUERY_CONTEXT =
            keys("datasource queries form_data result_type result_format", "force custom_cache_timeout");
    static final AssetKeys DASHBOARD = keys(
            "dashboard_title uuid version position metadata",
            "description css slug is_managed_externally external_url certified_by certification_details published"
                    + " tags");
    static final AssetKeys DASHBOARD_METADATA = keys(
            "",
            "native_filter_configuration chart_configuration global_chart_configuration cross_filters_enabled"
                    + " color_scheme color_namespace label_colors shared_label_colors map_label_colors"
                    + " color_scheme_domain refresh_frequency timed_refresh_immune_slices expanded_slices"
                    + " default_filters filter_scopes filter_bar_orientation stagger_refresh stagger_time positions"
                    + " import_time remote_id native_filter_migration");

    private static AssetKeys keys(String required, String optional) {
        Set<String> known = new HashSet<>(words(required));
        known.addAll(words(optional));
        return new AssetKeys(words(required), Set.copyOf(known));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
