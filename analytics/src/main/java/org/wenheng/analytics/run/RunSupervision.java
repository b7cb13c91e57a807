package org.wenheng.analytics.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.supervise.EarlierPeriods;
import org.wenheng.analytics.supervise.Supervision;
import org.wenheng.analytics.supervise.SupervisionRules;
import org.wenheng.analytics.supervise.Supervisor;
import org.wenheng.analytics.supervise.Supervisor.Circumstances;
import org.wenheng.ingest.due.ExpectedReport;
import org.wenheng.ingest.due.ReportLedger;
import org.wenheng.ingest.lake.LakeLedger;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * Supervises runs on what they read: the panel of their scores, the ledger of reports and the findings, all as known at the
 * run's moment. A run and its verification supervise by this class.
 */
final class RunSupervision {
    private final RunScoring source;
    private final Supervisor supervisor;
    private final ElementPanel panel;
    private final Map<String, Map<String, Integer>> findings;
    private final @Nullable ReportLedger ledger;
    private final Map<Years, EarlierPeriods> earlier = new HashMap<>();

    /** First and last year of the panel that one run sees. */
    private record Years(int first, int last) {}

    /**
     * Reads what supervision needs besides the panel.
     *
     * @param submissionVersion Delta version of the submissions that were read; negative if there are none
     * @param panel what {@link GoldPanel} gives for these periods, or more
     * @param periods that will be supervised
     */
    RunSupervision(
            RunScoring source,
            SupervisionRules rules,
            long submissionVersion,
            ElementPanel panel,
            List<Period> periods) {
        this.source = source;
        this.supervisor = new Supervisor(source.scheme(), source.catalogue(), rules);
        this.panel = panel;
        this.findings = OpenFindings.count(source, submissionVersion, periods);
        this.ledger = rules.reports().rules().isEmpty()
                ? null
                : LakeLedger.of(
                        source.spark(),
                        source.lake(),
                        source.observations(),
                        source.catalogue(),
                        rules.reports(),
                        periods,
                        source.knownAt());
    }

    /** What supervision says of a period's scores. */
    Supervision of(ScoreTable table, long seed) {
        Period period = table.period();
        // A run of many periods has read more years than a run of this one would: it must not see them.
        int first = source.scheme().yearsLookedAt(period.year()).min().orElse(period.year()) - 1;
        int last = source.scheme().yearsLookedAt(period.year()).max().orElse(period.year());
        EarlierPeriods before = earlier.computeIfAbsent(
                new Years(first, last), years -> supervisor.earlier(panel.within(first, last), first));
        return supervisor.supervise(table, before, circumstances(period, seed));
    }

    private Circumstances circumstances(Period period, long seed) {
        List<ExpectedReport> reports = List.of();
        Optional<Title> unjudged = Optional.empty();
        if (ledger == null) {
            unjudged = Optional.of(new Title("目录没有催报规则(due.yml)", "the catalogue has no rules for reports (due.yml)"));
        } else {
            try {
                reports = ledger.rows(period);
            } catch (InputRefusedException refused) {
                // The calendar lacks a year: reports cannot be judged, everything else can.
                unjudged = Optional.of(new Title(
                        told(refused.problems().stream().map(Problem::chinese).toList()),
                        told(refused.problems().stream().map(Problem::english).toList())));
            }
            if (reports.isEmpty() && unjudged.isEmpty()) {
                unjudged = Optional.of(new Title("本期没有应报的报表", "no report of this period is expected"));
            }
        }
        return new Circumstances(
                reports,
                unjudged,
                findings.getOrDefault(period.code(), Map.of()),
                source.catalogue().timetable().dayOf(source.knownAt()),
                seed);
    }

    private static String told(List<String> messages) {
        return messages.stream().distinct().collect(Collectors.joining("; "));
    }
}
