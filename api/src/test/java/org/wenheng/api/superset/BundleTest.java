package org.wenheng.api.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wenheng.analytics.mart.MartTables;
import org.wenheng.ingest.problem.InputRefusedException;

class BundleTest {
    private static final BundleRequest ALL =
            new BundleRequest(null, BundleRequest.DEFAULT_DATABASE_URI, DataNature.BY_ROW);

    @Test
    void sameRequestGivesTheSameBytes() {
        assertThat(BundleZip.bytes(Bundle.of(ALL))).isEqualTo(BundleZip.bytes(Bundle.of(ALL)));
    }

    @Test
    void entriesAreSortedUnderOneRootWithOneTime() throws IOException {
        List<String> names = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(BundleZip.bytes(Bundle.of(ALL))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                times.add(entry.getTime());
            }
        }

        assertThat(names)
                .containsExactly(
                        "wenheng/charts/ranking.yaml",
                        "wenheng/charts/results.yaml",
                        "wenheng/charts/trend.yaml",
                        "wenheng/dashboards/results.yaml",
                        "wenheng/databases/wenheng.yaml",
                        "wenheng/datasets/wenheng/published_result.yaml",
                        "wenheng/metadata.yaml");
        assertThat(times.stream().distinct()).hasSize(1);
    }

    @Test
    void writtenFilesReadBackAsTheyWere() {
        for (Map<String, ?> file : Bundle.of(ALL).files().values()) {
            assertThat(new Load(LoadSettings.builder().build()).loadFromString(BundleZip.yaml(file)))
                    .isEqualTo(file);
        }
    }

    @Test
    void datasetHasEveryColumnOfThePublishedResult() {
        List<String> columns = Shape.maps(ResultDataset.dataset(ALL), "columns").stream()
                .map(column -> Shape.text(column, "column_name"))
                .toList();

        assertThat(columns)
                .startsWith(MartTables.PUBLISHED_RESULT.columnNames().toArray(String[]::new))
                .hasSize(MartTables.PUBLISHED_RESULT.columns().size() + 1)
                .endsWith("region_label");
    }

    @Test
    void timeColumnsAreThoseWithATimestamp() {
        List<String> times = Shape.maps(ResultDataset.dataset(ALL), "columns").stream()
                .filter(column -> Boolean.TRUE.equals(column.get("is_dttm")))
                .map(column -> Shape.text(column, "column_name"))
                .toList();

        assertThat(times).containsExactly("period_start", "known_at", "published_at");
    }

    @Test
    void syntheticNatureIsSaidInDatasetChartsAndDashboard() {
        Bundle bundle =
                Bundle.of(new BundleRequest("jilin-2026", BundleRequest.DEFAULT_DATABASE_URI, DataNature.SYNTHETIC));

        assertThat(bundle.folder("datasets").values()).allSatisfy(file -> {
            assertThat(Shape.text(Shape.map(file, "extra"), "warning_markdown")).contains("合成数据，仅供演示");
            assertThat(Shape.text(file, "description")).contains("合成数据，仅供演示");
        });
        assertThat(bundle.folder("charts").values())
                .allSatisfy(file -> assertThat(Shape.text(file, "description")).contains("合成数据，仅供演示"));
        assertThat(bundle.folder("dashboards").values())
                .allSatisfy(file -> assertThat(Shape.text(file, "description")).contains("合成数据，仅供演示"));
    }

    @Test
    void bundlesOfTwoSchemesShareTheDatasetAndNothingElse() {
        Bundle one = Bundle.of(new BundleRequest("jilin-2026", BundleRequest.DEFAULT_DATABASE_URI, DataNature.BY_ROW));
        Bundle two = Bundle.of(
                new BundleRequest("us-public-libraries", BundleRequest.DEFAULT_DATABASE_URI, DataNature.BY_ROW));

        assertThat(one.folder("datasets")).isEqualTo(two.folder("datasets"));
        assertThat(uuids(one, "charts")).doesNotContainAnyElementsOf(uuids(two, "charts"));
        assertThat(uuids(one, "dashboards")).doesNotContainAnyElementsOf(uuids(two, "dashboards"));
    }

    private static List<String> uuids(Bundle bundle, String folder) {
        return bundle.folder(folder).values().stream()
                .map(file -> Shape.text(file, "uuid"))
                .toList();
    }

    @Test
    void fixedSchemeFiltersEveryChartAndPresetsTheFilter() {
        Bundle bundle =
                Bundle.of(new BundleRequest("jilin-2026", BundleRequest.DEFAULT_DATABASE_URI, DataNature.BY_ROW));

        assertThat(bundle.folder("charts").values())
                .allSatisfy(file -> assertThat(Shape.text(file, "query_context"))
                        .contains("{\"col\":\"scheme_code\",\"op\":\"==\",\"val\":\"jilin-2026\"}"));
        assertThat(bundle.folder("dashboards").values())
                .allSatisfy(file -> assertThat(file.toString()).contains("filterState={value=[jilin-2026]}"));
    }

    @Test
    void identitiesAreNameBasedUuids() {
        // Python's documentation: uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org')
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(AssetId.nameBased(dns, "python.org")).hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
    }

    @Test
    void realPasswordIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> new BundleRequest(null, "postgresql://u:secret@h:1/d", DataNature.BY_ROW))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("SUPERSET_PASSWORD_GIVEN")
                .hasMessageContaining("write XXXXXXXXXX in its place")
                .hasMessageNotContaining("secret");
    }

    @Test
    void wrongSchemeAndWrongUriAreToldTogether() {
        assertThatThrownBy(() -> new BundleRequest("Jilin 2026", "sqlite:///x", DataNature.BY_ROW))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("SUPERSET_SCHEME_CODE_INVALID")
                .hasMessageContaining("\"Jilin 2026\"")
                .hasMessageContaining("SUPERSET_DATABASE_URI_INVALID");
    }

    @Test
    void textThatOldYamlTakesForABooleanStaysText() {
        assertThat(BundleZip.yaml(Shape.of("on", "no")).getBytes(StandardCharsets.UTF_8))
                .isEqualTo("\"on\": \"no\"\n".getBytes(StandardCharsets.UTF_8));
    }
}
