package org.wenheng.api.superset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Superset's own import rules, applied before anything is sent: its import endpoint hides what was wrong behind "Import
 * failed for an unknown reason".
 */
public final class BundleCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PASSWORD = Pattern.compile("://[^:@/]*:([^@]*)@");

    private final Bundle bundle;
    private final Problems problems = new Problems();

    private BundleCheck(Bundle bundle) {
        this.bundle = bundle;
    }

    /** What Superset would refuse, in the order of the files; empty if nothing. */
    public static List<Problem> problemsOf(Bundle bundle) {
        BundleCheck check = new BundleCheck(bundle);
        check.metadata();
        bundle.folder("databases").forEach(check::database);
        bundle.folder("datasets").forEach(check::dataset);
        bundle.folder("charts").forEach(check::chart);
        DashboardCheck dashboards = new DashboardCheck(bundle, check.problems, check::columns);
        bundle.folder("dashboards").forEach((path, file) -> {
            check.keys(path, file, AssetKeys.DASHBOARD);
            check.keys(path + " metadata", Shape.map(file, "metadata"), AssetKeys.DASHBOARD_METADATA);
            dashboards.check(path, file);
        });
        check.identities();
        return check.problems.found();
    }

    private void metadata() {
        Map<String, @Nullable Object> file = Shape.asMap(bundle.files().get("metadata.yaml"));
        keys("metadata.yaml", file, AssetKeys.METADATA);
        bundle.files().forEach((path, content) -> {
            if (!"1.0.0".equals(content.get("version"))) {
                problems.add(
                        "SUPERSET_VERSION_INVALID",
                        path,
                        "version 是“%s”（应为 1.0.0）".formatted(content.get("version")),
                        "Invalid version: \"%s\" (expected: 1.0.0)".formatted(content.get("version")));
            }
        });
    }

    private void database(String path, Map<String, @Nullable Object> file) {
        keys(path, file, AssetKeys.DATABASE);
        keys(path + " extra", Shape.map(file, "extra"), AssetKeys.DATABASE_EXTRA);
        var password = PASSWORD.matcher(Shape.text(file, "sqlalchemy_uri"));
        if (password.find() && !BundleRequest.PASSWORD_MASK.equals(password.group(1))) {
            problems.add(
                    "SUPERSET_PASSWORD_GIVEN",
                    path,
                    "sqlalchemy_uri 含真实口令（应为 %s）".formatted(BundleRequest.PASSWORD_MASK),
                    "sqlalchemy_uri holds a real password (expected: %s)".formatted(BundleRequest.PASSWORD_MASK));
        }
    }

    private void dataset(String path, Map<String, @Nullable Object> file) {
        keys(path, file, AssetKeys.DATASET);
        reference(path, "database_uuid", Shape.text(file, "database_uuid"), "databases");
        Shape.maps(file, "columns").forEach(column -> keys(path + " columns", column, AssetKeys.COLUMN));
        Shape.maps(file, "metrics").forEach(metric -> keys(path + " metrics", metric, AssetKeys.METRIC));
        name(path, "main_dttm_col", Shape.text(file, "main_dttm_col"), names(file, "columns", "column_name"));
    }

    private void chart(String path, Map<String, @Nullable Object> file) {
        keys(path, file, AssetKeys.CHART);
        String dataset = Shape.text(file, "dataset_uuid");
        if (!reference(path, "dataset_uuid", dataset, "datasets")) {
            return;
        }
        Map<String, @Nullable Object> context = parsed(path, Shape.text(file, "query_context"));
        keys(path + " query_context", context, AssetKeys.QUERY_CONTEXT);
        Set<String> columns = columns(dataset);
        Set<String> metrics = names(datasetOf(dataset), "metrics", "metric_name");
        for (Map<String, @Nullable Object> query : Shape.maps(context, "queries")) {
            Shape.items(query, "columns").forEach(column -> name(path, "columns", columnName(column), columns));
            Shape.maps(query, "filters").forEach(filter -> name(path, "filters", Shape.text(filter, "col"), columns));
            Shape.items(query, "metrics").forEach(metric -> name(path, "metrics", String.valueOf(metric), metrics));
        }
    }

    private Map<String, @Nullable Object> parsed(String path, String json) {
        try {
            return Shape.asMap(JSON.readValue(json, Map.class));
        } catch (JacksonException e) {
            problems.add(
                    "SUPERSET_QUERY_CONTEXT_INVALID",
                    path,
                    "query_context 不是合法的 JSON: " + e.getOriginalMessage(),
                    "query_context is not JSON: " + e.getOriginalMessage());
            return Shape.of();
        }
    }

    private static String columnName(@Nullable Object column) {
        return column instanceof Map<?, ?> axis
                ? Shape.text(Shape.asMap(axis), "sqlExpression")
                : String.valueOf(column);
    }

    private void keys(String where, Map<String, @Nullable Object> content, AssetKeys keys) {
        for (String key : keys.required()) {
            if (content.get(key) == null) {
                problems.add(
                        "SUPERSET_KEY_MISSING", where, "缺少必需的键 %s".formatted(key), "Missing key: %s".formatted(key));
            }
        }
        for (String key : content.keySet()) {
            if (!keys.known().contains(key)) {
                problems.add(
                        "SUPERSET_KEY_UNKNOWN",
                        where,
                        "Superset 6.0 与 6.1 不都认识的键 %s".formatted(key),
                        "Unknown key: %s (not known to both Superset 6.0 and 6.1)".formatted(key));
            }
        }
    }

    private void identities() {
        Set<String> seen = new HashSet<>();
        bundle.files().forEach((path, file) -> {
            String uuid = Shape.text(file, "uuid");
            boolean wrong = !UUID_TEXT.matcher(uuid).matches() || !seen.add(uuid);
            if (wrong && !path.equals("metadata.yaml")) {
                problems.add(
                        "SUPERSET_UUID_INVALID",
                        path,
                        "uuid“%s”不合规或与别的文件重复".formatted(uuid),
                        "Invalid uuid: \"%s\" (expected: a UUID that no other file has)".formatted(uuid));
            }
        });
    }

    private boolean reference(String path, String key, String uuid, String folder) {
        boolean found = bundle.folder(folder).values().stream().anyMatch(file -> uuid.equals(Shape.text(file, "uuid")));
        if (!found) {
            problems.add(
                    "SUPERSET_REFERENCE_UNRESOLVED",
                    path,
                    "%s 指向包中没有的 %s：%s".formatted(key, folder, uuid),
                    "%s: \"%s\" is not in the bundle's %s".formatted(key, uuid, folder));
        }
        return found;
    }

    private void name(String path, String key, String name, Set<String> known) {
        if (!known.contains(name)) {
            problems.add(
                    "SUPERSET_NAME_UNKNOWN",
                    path,
                    "%s 用到数据集中没有的名字“%s”".formatted(key, name),
                    "%s: \"%s\" is not in the dataset".formatted(key, name));
        }
    }

    private Set<String> columns(String datasetUuid) {
        return names(datasetOf(datasetUuid), "columns", "column_name");
    }

    private Map<String, @Nullable Object> datasetOf(String uuid) {
        return bundle.folder("datasets").values().stream()
                .filter(file -> uuid.equals(Shape.text(file, "uuid")))
                .findFirst()
                .orElseGet(Shape::of);
    }

    private static Set<String> names(Map<String, @Nullable Object> dataset, String list, String key) {
        return Shape.maps(dataset, list).stream()
                .map(child -> Shape.text(child, key))
                .collect(Collectors.toSet());
    }
}
