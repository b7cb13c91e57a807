package org.wenheng.ingest.lake;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.due.FormEvent;
import org.wenheng.ingest.due.FormWindow;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.due.Opening;
import org.wenheng.ingest.due.ReportKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/**
 * Which forms were closed at a receipt, by the acts in the lake. The acts on a period are read when it is first asked for:
 * inside the batch, so that no act comes between.
 */
final class LakeFormWindows implements FormWindows {
    private final SparkSession spark;
    private final Lake lake;
    private final Catalogue catalogue;
    private final Instant received;
    private final Map<String, Map<ReportKey, List<FormEvent>>> events = new HashMap<>();
    private final Map<ReportKey, Optional<Opening>> decided = new ConcurrentHashMap<>();

    LakeFormWindows(SparkSession spark, Lake lake, Catalogue catalogue, Instant received) {
        this.spark = spark;
        this.lake = lake;
        this.catalogue = catalogue;
        this.received = received;
    }

    @Override
    public Optional<Opening> closed(Form form, Region region, Period period) {
        ReportKey key = new ReportKey(region.code(), form.code(), period.code());
        return decided.computeIfAbsent(key, one -> decide(form, region, period, one));
    }

    private Optional<Opening> decide(Form form, Region region, Period period, ReportKey key) {
        List<FormEvent> acts = of(period.code()).getOrDefault(key, List.of());
        return FormWindow.closed(form, region, period, received, acts, catalogue.timetable());
    }

    private synchronized Map<ReportKey, List<FormEvent>> of(String period) {
        return events.computeIfAbsent(
                period,
                asked -> FormEventLog.read(spark, lake, catalogue.code(), List.of(asked)).stream()
                        .collect(groupingBy(FormEvent::report)));
    }
}
