package org.wenheng.api.superset;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;

/** The rules of a dashboard's layout and filters that the keys alone do not tell. */
final class DashboardCheck {
    private static final int GRID_COLUMNS = 12;

    private final Problems problems;
    private final Set<String> charts;
    private final Set<String> datasets;
    private final Function<String, Set<String>> columnsOfDataset;

    DashboardCheck(Bundle bundle, Problems problems, Function<String, Set<String>> columnsOfDataset) {
        this.problems = problems;
        this.charts = uuids(bundle, "charts");
        this.datasets = uuids(bundle, "datasets");
        this.columnsOfDataset = columnsOfDataset;
    }

    private static Set<String> uuids(Bundle bundle, String folder) {
        return bundle.folder(folder).values().stream()
                .map(file -> Shape.text(file, "uuid"))
                .collect(Collectors.toSet());
    }

    void check(String path, Map<String, @Nullable Object> file) {
        Map<String, @Nullable Object> position = Shape.map(file, "position");
        Set<String> numbers = new HashSet<>();
        position.forEach((id, value) -> {
            Map<String, @Nullable Object> node = Shape.asMap(value);
            children(path, id, node, position);
            if ("CHART".equals(node.get("type"))) {
                chart(path + " " + id, Shape.map(node, "meta"), numbers);
            }
        });
        Shape.maps(Shape.map(file, "metadata"), "native_filter_configuration")
                .forEach(filter -> filter(path + " " + Shape.text(filter, "id"), filter, numbers));
    }

    private void children(
            String path, String id, Map<String, @Nullable Object> node, Map<String, @Nullable Object> position) {
        int width = 0;
        for (Object child : Shape.items(node, "children")) {
            Map<String, @Nullable Object> below = Shape.asMap(position.get(String.valueOf(child)));
            if (below.isEmpty()) {
                problems.add(
                        "SUPERSET_LAYOUT_BROKEN",
                        path + " " + id,
                        "版面中没有子节点 %s".formatted(child),
                        "The layout has no node %s".formatted(child));
            }
            width += Shape.map(below, "meta").get("width") instanceof Integer columns ? columns : 0;
        }
        if ("ROW".equals(node.get("type")) && width > GRID_COLUMNS) {
            problems.add(
                    "SUPERSET_ROW_TOO_WIDE",
                    path + " " + id,
                    "一行共 %d 栏（最多 %d）".formatted(width, GRID_COLUMNS),
                    "The row is %d columns wide (expected: at most %d)".formatted(width, GRID_COLUMNS));
        }
    }

    private void chart(String where, Map<String, @Nullable Object> meta, Set<String> numbers) {
        String number = Shape.text(meta, "chartId");
        if (number.isEmpty() || !numbers.add(number)) {
            problems.add(
                    "SUPERSET_CHART_ID_REPEATED",
                    where,
                    "chartId“%s”缺失或重复".formatted(number),
                    "chartId \"%s\" is missing or repeated".formatted(number));
        }
        unresolved(where, "uuid", Shape.text(meta, "uuid"), charts);
    }

    private void filter(String where, Map<String, @Nullable Object> filter, Set<String> numbers) {
        for (Map<String, @Nullable Object> target : Shape.maps(filter, "targets")) {
            String dataset = Shape.text(target, "datasetUuid");
            unresolved(where, "datasetUuid", dataset, datasets);
            unresolved(
                    where, "column", Shape.text(Shape.map(target, "column"), "name"), columnsOfDataset.apply(dataset));
        }
        Shape.items(Shape.map(filter, "scope"), "excluded")
                .forEach(number -> unresolved(where, "scope.excluded", String.valueOf(number), numbers));
    }

    private void unresolved(String where, String key, String value, Set<String> known) {
        if (!known.contains(value)) {
            problems.add(
                    "SUPERSET_REFERENCE_UNRESOLVED",
                    where,
                    "%s 指向包中没有的“%s”".formatted(key, value),
                    "%s: \"%s\" is not in the bundle".formatted(key, value));
        }
    }
}
