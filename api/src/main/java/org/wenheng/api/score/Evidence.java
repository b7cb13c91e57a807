package org.wenheng.api.score;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.problem.RequestProblem;
import org.wenheng.api.region.Region;
import org.wenheng.api.region.Regions;
import org.wenheng.api.scheme.SchemeNode;
import org.wenheng.api.scheme.Schemes;

/** Follows the value of an indicator back to the cells that were sent. */
@Repository
public class Evidence {
    private final JdbcClient mart;
    private final Schemes schemes;
    private final Regions regions;

    Evidence(JdbcClient mart, Schemes schemes, Regions regions) {
        this.mart = mart;
        this.schemes = schemes;
        this.regions = regions;
    }

    private record InputRow(
            String elementCode,
            String elementNameZh,
            String elementNameEn,
            String unit,
            String departments,
            String period,
            String status,
            @Nullable Double value) {}

    private record InputKey(String element, String period) {}

    /**
     * What an indicator of a region rests on.
     *
     * @throws RequestProblem {@code REGION_UNKNOWN}, or {@code INDICATOR_UNKNOWN}, which names the scheme's indicators
     */
    public IndicatorEvidence load(PublishedPeriod published, String regionCode, String indicatorCode) {
        Region region = regions.load(published.catalogue(), regionCode);
        List<SchemeNode> nodes = schemes.nodes(published.schemeCode(), published.schemeVersion());
        SchemeNode indicator = nodes.stream()
                .filter(node -> node.nodeCode().equals(indicatorCode))
                .findFirst()
                .orElseThrow(() -> unknown(published, indicatorCode, nodes));
        IndicatorEvidence.Got got = mart.sql("""
                        SELECT status, value, points, weight, contribution, notes_zh, notes_en
                        FROM mart.score
                        WHERE run_id = :run AND region_code = :region AND node_code = :indicator
                        """)
                .param("run", published.runId())
                .param("region", regionCode)
                .param("indicator", indicatorCode)
                .query(IndicatorEvidence.Got.class)
                .optional()
                .orElseThrow(() -> RequestProblem.notFound(
                        "INDICATOR_NOT_SCORED",
                        "“%s”在 %s 期不计指标“%s”（指标频度或地区级别不符）"
                                .formatted(region.nameZh(), published.period(), indicator.titleZh()),
                        "%s has no result for indicator %s in period %s (frequency or level of the region)"
                                .formatted(region.nameEn(), indicatorCode, published.period())));
        return new IndicatorEvidence(published, region, indicator, got, inputs(published, regionCode, indicatorCode));
    }

    private List<IndicatorEvidence.Input> inputs(PublishedPeriod published, String region, String indicator) {
        Map<InputKey, List<IndicatorEvidence.Cell>> cells = cells(published, region, indicator).stream()
                .collect(Collectors.groupingBy(cell -> new InputKey(cell.elementCode(), cell.period())));
        return inputRows(published, region, indicator).stream()
                .map(row ->
                        withCells(row, cells.getOrDefault(new InputKey(row.elementCode(), row.period()), List.of())))
                .toList();
    }

    private static IndicatorEvidence.Input withCells(InputRow row, List<IndicatorEvidence.Cell> cells) {
        return new IndicatorEvidence.Input(
                row.elementCode(),
                row.elementNameZh(),
                row.elementNameEn(),
                row.unit(),
                row.departments(),
                row.period(),
                row.status(),
                row.value(),
                cells.isEmpty() ? 0 : cells.get(0).cellCount(),
                cells);
    }

    private List<InputRow> inputRows(PublishedPeriod published, String region, String indicator) {
        return mart.sql("""
                        SELECT i.element_code, coalesce(e.name_zh, i.element_code) AS element_name_zh,
                               coalesce(e.name_en, i.element_code) AS element_name_en, coalesce(e.unit, '') AS unit,
                               coalesce(e.departments, '') AS departments, i.period, i.status, i.value
                        FROM mart.input i
                        LEFT JOIN mart.element e ON e.catalogue = :catalogue AND e.element_code = i.element_code
                        WHERE i.run_id = :run AND i.region_code = :region AND i.indicator_code = :indicator
                        ORDER BY e.sort, i.element_code, i.period
                        """)
                .param("catalogue", published.catalogue())
                .param("run", published.runId())
                .param("region", region)
                .param("indicator", indicator)
                .query(InputRow.class)
                .list();
    }

    private List<IndicatorEvidence.Cell> cells(PublishedPeriod published, String region, String indicator) {
        return mart.sql("""
                        SELECT * FROM (
                            SELECT o.element_code, o.period, o.facility_code, o.facility_name, o.status, o.value, o.given,
                                   s.file_name, o.sheet, o.cell, o.submission_id, o.origin, s.received_at, o.known_from,
                                   (count(*) OVER same)::integer AS cell_count,
                                   row_number() OVER (same ORDER BY o.facility_code, o.known_from) AS place
                            FROM mart.input i
                            JOIN mart.observation o
                              ON o.catalogue = :catalogue AND o.region_code = i.region_code
                             AND o.element_code = i.element_code AND o.period = i.period
                            LEFT JOIN mart.submission s
                              ON s.catalogue = o.catalogue AND s.submission_id = o.submission_id
                            WHERE i.run_id = :run AND i.region_code = :region AND i.indicator_code = :indicator
                              AND o.known_from <= :knownAt AND (o.known_to IS NULL OR o.known_to > :knownAt)
                            WINDOW same AS (PARTITION BY o.element_code, o.period)
                        ) known
                        WHERE place <= 100
                        ORDER BY element_code, period, place
                        """)
                .param("catalogue", published.catalogue())
                .param("run", published.runId())
                .param("region", region)
                .param("indicator", indicator)
                .param("knownAt", published.knownAt())
                .query(IndicatorEvidence.Cell.class)
                .list();
    }

    private static RequestProblem unknown(PublishedPeriod published, String indicator, List<SchemeNode> nodes) {
        List<String> known = nodes.stream()
                .filter(node -> node.kind().equals("indicator"))
                .map(SchemeNode::nodeCode)
                .toList();
        return RequestProblem.notFound(
                "INDICATOR_UNKNOWN",
                "方案“%s”没有指标“%s”，已有：%s"
                        .formatted(published.schemeCode(), indicator, RequestProblem.named(known, "、", "（无）")),
                "Scheme %s has no indicator %s (known: %s)"
                        .formatted(published.schemeCode(), indicator, RequestProblem.named(known, ", ", "none")));
    }
}
