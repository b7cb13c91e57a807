package org.wenheng.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.yaml.YamlFile;

class ReportLedgerTest {
    private static final LightRules RULES = rules("""
            since: 2026-08-01
            red:
              - { working-days-overdue: 5 }
              - { overdue-in-a-row: 3 }
              - { working-days-overdue: 2, completeness-below: 50 }
            yellow: [{ working-days-overdue: 0 }]
            warning: [{ working-days-left: 3 }, { returned: true }]
            """);

    private final Map<ReportKey, List<ReportChange>> changes = new HashMap<>();
    private final Map<ReportKey, List<FormEvent>> events = new HashMap<>();

    @TempDir
    private Path folder = Path.of("");

    private static LightRules rules(String text) {
        Problems problems = new Problems();
        LightRules rules = LightRules.read(YamlFile.parse("due.yml", text, problems));
        problems.throwIfAny("due.yml");
        return rules;
    }

    private void sent(String region, Period period, int cells, int nil, Instant at) {
        changes.put(
                new ReportKey(region, "two-cells", period.code()), List.of(new ReportChange(at, cells, nil, cells, 0)));
    }

    private void act(String region, FormEventKind kind, int day, int until) {
        ReportKey key = new ReportKey(region, "two-cells", "2026-10");
        events.put(
                key,
                List.of(new FormEvent(
                        1,
                        key,
                        kind,
                        kind.isDated() ? SmallForms.day(until) : null,
                        null,
                        "why",
                        "who",
                        SmallForms.noon(day))));
    }

    private List<ExpectedReport> rows(Catalogue catalogue, Instant now) {
        return new ReportLedger(catalogue, RULES, changes, events, now).rows(SmallForms.OCTOBER);
    }

    private ExpectedReport only(Instant now) {
        return rows(SmallForms.catalogue(1, SmallForms.TWO_CELLS), now).get(0);
    }

    /** The deadline is Friday 6 November; the 9th is a Monday. August and September came in time unless a case is about them. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, NONE, ''",
        "3, 0, WARNING, 距截止 3 个工作日",
        "6, 1, WARNING, 即将截止",
        "7, 1, YELLOW, 已过截止日",
        "9, 0, YELLOW, 逾期 1 个工作日",
        "10, 1, YELLOW, 逾期 2 个工作日",
        "10, 0, RED, '逾期 2 个工作日,完整率 0%,低于 50%'",
        "13, 1, RED, 逾期 5 个工作日",
        "13, 2, NONE, ''"
    })
    void lightFollowsTheRules(int day, int cells, Light light, String reason) {
        sent("X1", Period.ofMonth(2026, 8), 2, 0, Instant.parse("2026-09-02T04:00:00Z"));
        sent("X1", Period.ofMonth(2026, 9), 2, 0, Instant.parse("2026-10-02T04:00:00Z"));
        if (cells > 0) {
            sent("X1", SmallForms.OCTOBER, cells, 0, SmallForms.noon(1));
        }

        Signal signal = only(SmallForms.noon(day)).signal();
        assertThat(signal.light()).isEqualTo(light);
        assertThat(signal.reason().chinese()).isEqualTo(reason);
    }

    @Test
    void thirdMissedDeadlineInARowIsRedAtOnceAndTheFirstPeriodOfCollectionEndsTheRow() {
        sent("X1", Period.ofMonth(2026, 9), 2, 0, Instant.parse("2026-10-20T04:00:00Z"));
        assertThat(only(SmallForms.noon(7)).signal().reason().english()).isEqualTo("deadline missed 3 times in a row");

        sent("X1", Period.ofMonth(2026, 9), 2, 0, Instant.parse("2026-10-02T04:00:00Z"));
        assertThat(only(SmallForms.noon(7)).signal().light()).isEqualTo(Light.YELLOW);

        ReportLedger ledger = new ReportLedger(
                SmallForms.catalogue(1, SmallForms.TWO_CELLS), RULES, Map.of(), Map.of(), SmallForms.noon(7));
        assertThat(ledger.rows(Period.ofMonth(2026, 7))).isEmpty();
        assertThat(ReportLedger.periodsFor(Period.ofMonth(2026, 9), RULES))
                .containsExactly(Period.ofMonth(2026, 9), Period.ofMonth(2026, 8));
    }

    @Test
    void returnedReportWarnsUntilItsTermIsOverAndExemptAndApprovedOnesAreDark() {
        sent("X1", SmallForms.OCTOBER, 2, 0, SmallForms.noon(2));
        act("X1", FormEventKind.RETURN, 3, 12);
        assertThat(only(SmallForms.noon(4)).signal().reason().chinese()).isEqualTo("已退回,尚未重报");
        assertThat(only(SmallForms.noon(13)).signal().light()).isNotEqualTo(Light.WARNING);

        act("X1", FormEventKind.EXEMPT, 3, 0);
        changes.clear();
        assertThat(only(SmallForms.noon(20)).signal()).isEqualTo(Signal.NONE);
        act("X1", FormEventKind.APPROVE, 3, 0);
        assertThat(only(SmallForms.noon(20)).signal()).isEqualTo(Signal.NONE);
    }

    @Test
    void ratesAreOfWhatIsDueWithoutTheExempt() {
        sent("X1", SmallForms.OCTOBER, 2, 0, SmallForms.noon(3));
        sent("X2", SmallForms.OCTOBER, 2, 2, SmallForms.noon(8));
        sent("X3", SmallForms.OCTOBER, 1, 0, SmallForms.noon(3));
        act("X4", FormEventKind.EXEMPT, 1, 0);

        ReportTally tally = ReportTally.of(rows(SmallForms.catalogue(4, SmallForms.TWO_CELLS), SmallForms.noon(9)));
        assertThat(tally).isEqualTo(new ReportTally(4, 1, 0, 3, 2, 1, 1, 1, 1, 1, 0, 0, 0, 1));
        assertThat(tally.completeRate()).contains(new BigDecimal("66.6"));
        assertThat(tally.onTimeRate()).contains(new BigDecimal("33.3"));
        assertThat(ReportTally.of(List.of()).completeRate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ratesNeverExceedAHundredAndPartsAddUp(long seed) {
        Random random = new Random(seed);
        Catalogue catalogue = SmallForms.catalogue(20, SmallForms.TWO_CELLS);
        for (int i = 1; i <= 20; i++) {
            int cells = random.nextInt(3);
            if (cells > 0) {
                sent(
                        "X" + i,
                        SmallForms.OCTOBER,
                        cells,
                        random.nextInt(cells + 1),
                        SmallForms.noon(random.nextInt(14) - 4));
            }
            FormEventKind kind = List.of(
                            FormEventKind.EXTEND, FormEventKind.EXEMPT, FormEventKind.RETURN, FormEventKind.APPROVE)
                    .get(random.nextInt(4));
            if (random.nextBoolean()) {
                act("X" + i, kind, random.nextInt(12), 8 + random.nextInt(6));
            }
        }
        for (int day = -4; day < 20; day++) {
            List<ExpectedReport> rows = rows(catalogue, SmallForms.noon(day));
            ReportTally tally = ReportTally.of(rows);
            Map<ReportState, Long> states =
                    rows.stream().collect(Collectors.groupingBy(ExpectedReport::state, Collectors.counting()));
            assertThat(states.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(20);
            assertThat(tally.exempt() + tally.notDue() + tally.due()).isEqualTo(20);
            assertThat(tally.onTime() + tally.late()).isEqualTo(tally.complete());
            assertThat(tally.complete() + tally.overdue()).isLessThanOrEqualTo(tally.due());
            tally.completeRate()
                    .ifPresent(rate -> assertThat(rate).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
            tally.onTimeRate()
                    .ifPresent(rate -> assertThat(rate)
                            .isLessThanOrEqualTo(tally.completeRate().orElseThrow()));
        }
    }

    @Test
    void tableAndFileSayWhoHasToAct() throws IOException {
        Catalogue catalogue = SmallForms.catalogue(2, SmallForms.TWO_CELLS);
        sent("X1", SmallForms.OCTOBER, 2, 0, SmallForms.noon(3));
        List<ExpectedReport> rows = rows(catalogue, SmallForms.noon(16));
        StringWriter text = new StringWriter();
        new LedgerText(catalogue, new PrintWriter(text, true)).print(SmallForms.OCTOBER, SmallForms.noon(16), rows);
        Path file = folder.resolve("sub/out.csv");
        LedgerCsv.write(catalogue, rows, file);

        assertThat(text.toString())
                .contains("小目录 2026年10月,截至 2026-11-16 12:00 (Asia/Shanghai)")
                .contains("截止日 / deadlines: 2026-11-06 × 2")
                .containsPattern("合计 / total +2 +1 +1 +0 +0 +0 +1 +0 +0 +50.0 +50.0 +1 +0 +0\n")
                .containsPattern("  X2县 X2 +1 +0 ")
                .contains("红灯 X2 X2县,逾期 6 个工作日 / overdue by 6 working day(s):two-cells 0/2")
                .contains("→ X2县填报,文旅厅督办 / X2 reports, Culture presses");
        assertThat(Files.readString(file).lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "X1,X1县,two-cells,two-cells,文旅厅,2026-10,complete,完整,complete,on-time,normal,2,2,0,100")
                        .contains("2026-11-03T12:00+08:00"))
                .anySatisfy(line -> assertThat(line).contains("X2", "overdue", "red", "FORM_LATE"));
    }

    @Test
    void wrongLightRulesAreRefusedTogether() {
        assertThatThrownBy(() -> rules("""
                        since: yesterday
                        red: [{ overdue-in-a-row: 1 }, { }]
                        green: []
                        """))
                .hasMessageContaining("DUE_DATE_MALFORMED")
                .hasMessageContaining("LIGHT_RULE_OUT_OF_RANGE")
                .hasMessageContaining("LIGHT_RULE_EMPTY")
                .hasMessageContaining("YAML_KEY_UNKNOWN");
    }

    @Test
    void shippedRulesAreReadAndACatalogueWithoutAnyHasNoLights() {
        Path catalogues = Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues");

        assertThat(LightRules.load(catalogues.resolve("jilin")).rules()).hasSize(6);
        assertThat(LightRules.load(catalogues.resolve("us-public-libraries"))).isEqualTo(LightRules.NONE);
    }
}
