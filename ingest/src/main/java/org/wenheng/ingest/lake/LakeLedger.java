package org.wenheng.ingest.lake;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.due.FormEvent;
import org.wenheng.ingest.due.LightRules;
import org.wenheng.ingest.due.ReportChange;
import org.wenheng.ingest.due.ReportKey;
import org.wenheng.ingest.due.ReportLedger;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** Draws the ledger of expected reports up from the lake. */
public final class LakeLedger {
    private LakeLedger() {}

    /**
     * A ledger of some periods, from one version of the observations and the acts up to a moment. Acts are only ever added,
     * so that the ledger of a moment stays the same.
     *
     * @param observations rows of {@link LakeTables#OBSERVATION}; those of other catalogues are not looked at
     * @param now the moment as of which it is drawn up
     */
    public static ReportLedger of(
            SparkSession spark,
            Lake lake,
            Dataset<Row> observations,
            Catalogue catalogue,
            LightRules rules,
            List<Period> asked,
            Instant now) {
        return ledger(
                spark,
                lake,
                ReportedCounts.read(spark, observations, catalogue, periods(asked, rules), now),
                catalogue,
                rules,
                asked,
                now);
    }

    /** The ledger of a lake in which nothing has come. */
    static ReportLedger empty(
            SparkSession spark, Lake lake, Catalogue catalogue, LightRules rules, List<Period> asked, Instant now) {
        return ledger(spark, lake, Map.of(), catalogue, rules, asked, now);
    }

    private static ReportLedger ledger(
            SparkSession spark,
            Lake lake,
            Map<ReportKey, List<ReportChange>> changes,
            Catalogue catalogue,
            LightRules rules,
            List<Period> asked,
            Instant now) {
        List<String> codes = periods(asked, rules).stream().map(Period::code).toList();
        Map<ReportKey, List<FormEvent>> events =
                FormEventLog.read(spark, lake, catalogue.code(), codes).stream().collect(groupingBy(FormEvent::report));
        return new ReportLedger(catalogue, rules, changes, events, now);
    }

    private static List<Period> periods(List<Period> asked, LightRules rules) {
        return asked.stream()
                .flatMap(period -> ReportLedger.periodsFor(period, rules).stream())
                .distinct()
                .toList();
    }
}
