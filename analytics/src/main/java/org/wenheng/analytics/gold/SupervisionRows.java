package org.wenheng.analytics.gold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.supervise.AnomalyCase;
import org.wenheng.analytics.supervise.DataQuality;
import org.wenheng.analytics.supervise.Detection;
import org.wenheng.analytics.supervise.LightRow;
import org.wenheng.analytics.supervise.QualityCounts;
import org.wenheng.analytics.supervise.SpotCheck;
import org.wenheng.analytics.supervise.Supervision;
import org.wenheng.analytics.supervise.Supervision.RegionQuality;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.table.Table;
import org.wenheng.ingest.yaml.YamlNode;

/** What supervision says of a run as rows of the {@link SupervisionTables}, in the order of their columns. */
public record SupervisionRows(
        List<@Nullable Object[]> lights,
        List<@Nullable Object[]> cases,
        List<@Nullable Object[]> qualities,
        List<@Nullable Object[]> spotChecks) {
    /** Of a run that was not supervised. */
    public static final SupervisionRows NONE = new SupervisionRows(List.of(), List.of(), List.of(), List.of());

    /** The rows of a run. */
    public static SupervisionRows of(String runId, Supervision supervision) {
        List<@Nullable Object[]> lights = new ArrayList<>();
        supervision.lights().forEach(light -> lights.add(light(runId, light)));
        List<@Nullable Object[]> cases = new ArrayList<>();
        supervision.cases().forEach(one -> cases.add(anomaly(runId, one)));
        List<@Nullable Object[]> qualities = new ArrayList<>();
        supervision.qualities().forEach(quality -> qualities.add(quality(runId, quality)));
        List<@Nullable Object[]> spotChecks = new ArrayList<>();
        supervision
                .spotCheck()
                .ifPresent(check -> check.units().forEach(unit -> spotChecks.add(unit(runId, check, unit))));
        return new SupervisionRows(lights, cases, qualities, spotChecks);
    }

    /** The rows of one of the tables. */
    public List<@Nullable Object[]> of(Table table) {
        return switch (table.name()) {
            case "light" -> lights;
            case "anomaly_case" -> cases;
            case "data_quality" -> qualities;
            case "spot_check" -> spotChecks;
            default -> throw new IllegalArgumentException("Not a table of supervision: " + table.path());
        };
    }

    /** All rows written down, table by table: equal texts are equal rows. */
    Stream<String> lines() {
        return SupervisionTables.ALL.stream()
                .flatMap(table -> Stream.concat(Stream.of(table.path()), RunDigest.lines(table, of(table)).stream()));
    }

    private static @Nullable Object[] light(String runId, LightRow light) {
        return new @Nullable Object[] {
            runId,
            light.code(),
            light.region(),
            light.subject(),
            YamlNode.wordOf(light.colour()),
            light.title().chinese(),
            light.title().english(),
            light.reason().chinese(),
            light.reason().english(),
            light.advice().chinese(),
            light.advice().english(),
            YamlNode.wordOf(light.acts()),
            String.join(";", light.departments()),
            light.source()
        };
    }

    private static @Nullable Object[] anomaly(String runId, AnomalyCase one) {
        return new @Nullable Object[] {
            runId,
            one.id(),
            one.region(),
            one.element(),
            one.period().code(),
            one.score(),
            String.join(
                    ";",
                    one.detections().stream()
                            .map(detection -> YamlNode.wordOf(detection.detector()))
                            .toList()),
            joined(one.detections(), Title::chinese, ";"),
            joined(one.detections(), Title::english, "; "),
            String.join(";", one.earlier()),
            one.earlier().size()
        };
    }

    private static String joined(List<Detection> detections, Function<Title, String> language, String between) {
        return String.join(
                between,
                detections.stream().map(Detection::explanation).map(language).toList());
    }

    private static @Nullable Object[] quality(String runId, RegionQuality one) {
        List<DataQuality.Part> parts = one.quality().parts();
        QualityCounts counts = one.counts();
        return new @Nullable Object[] {
            runId,
            one.quality().region(),
            number(one.quality().total()),
            number(parts.get(0).points()),
            number(parts.get(1).points()),
            number(parts.get(2).points()),
            number(parts.get(3).points()),
            counts.expected(),
            counts.answered(),
            counts.formsDue(),
            counts.inTime(),
            counts.late(),
            counts.relations(),
            counts.broken(),
            counts.tested(),
            counts.suspect()
        };
    }

    private static @Nullable Object[] unit(String runId, SpotCheck check, SpotCheck.Unit unit) {
        return new @Nullable Object[] {
            runId,
            unit.risk().region(),
            check.size(),
            check.seed(),
            check.start(),
            unit.risk().cases(),
            number(unit.risk().quality()),
            number(unit.risk().jump()),
            unit.risk().size(),
            unit.total(),
            unit.probability(),
            unit.from(),
            unit.to(),
            unit.drawn()
        };
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
