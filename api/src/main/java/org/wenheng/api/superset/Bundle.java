package org.wenheng.api.superset;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a bundle before they are written.
 *
 * @param files content by path below the bundle's root folder, sorted by path
 */
public record Bundle(SortedMap<String, Map<String, @Nullable Object>> files) {
    public Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The bundle for a request. It has only the keys that Superset 6.0 and 6.1 both accept. */
    public static Bundle of(BundleRequest request) {
        SortedMap<String, Map<String, @Nullable Object>> files = new TreeMap<>();
        // No type and no time: every import endpoint takes the bundle, and the same input gives the same bytes.
        files.put("metadata.yaml", Shape.of("version", "1.0.0"));
        files.put("databases/wenheng.yaml", ResultDataset.database(request));
        files.put("datasets/wenheng/published_result.yaml", ResultDataset.dataset(request));
        for (ResultChart chart : ResultChart.values()) {
            files.put("charts/" + request.keyed(chart.key()) + ".yaml", chart.file(request));
        }
        files.put("dashboards/" + request.keyed("results") + ".yaml", ResultDashboard.file(request));
        return new Bundle(files);
    }

    /** The files of a folder: databases, datasets, charts or dashboards. */
    SortedMap<String, Map<String, @Nullable Object>> folder(String name) {
        return files.subMap(name + "/", name + "0");
    }
}
