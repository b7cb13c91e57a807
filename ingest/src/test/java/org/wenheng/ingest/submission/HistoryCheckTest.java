package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.ComparedFiles.codes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.reference.FieldChecks;

class HistoryCheckTest {
    private static Finding only(Submission submission) {
        assertThat(submission.findings()).hasSize(1);
        return submission.findings().get(0);
    }

    @Test
    void slipOfTheUnitIsNamedWithTheLikelyUnitAndNeverChanged() {
        Submission submission = new ComparedFiles()
                .remember("C1", "MONEY", 12, 13, 12.5, 11.8)
                .send("C1", "2025-05", "MONEY|万元|123456");

        Finding finding = only(submission);
        assertThat(finding.code()).isEqualTo("MAGNITUDE_JUMP");
        assertThat(finding.severity()).isEqualTo(Severity.EXPLAIN);
        assertThat(finding.cell()).isEqualTo("D5");
        assertThat(finding.message().chinese()).isEqualTo("MONEY 填报 123456 万元,约为以往 4 期的中位数 12.25 万元 的 10000 倍");
        assertThat(finding.message().english())
                .isEqualTo("MONEY is given as 123456 万元, about 10000 times the median of 4 earlier periods, 12.25 万元");
        assertThat(finding.advice().chinese()).startsWith("很可能是把以“元”为单位的数填成了以“万元”为单位。");
        assertThat(submission.observations().get(0).value().text()).isEqualTo("123456");
    }

    @Test
    void slipInTheReportedUnitIsNamedInThatUnit() {
        Submission submission = new ComparedFiles()
                .remember("C1", "VISITS", 81_000, 84_000, 79_000, 80_500)
                .send("C1", "2025-05", "VISITS|千人次|8.12");

        assertThat(only(submission).message().chinese())
                .startsWith("VISITS 填报 8.12 千人次,约为以往 4 期的中位数 80750 人次 的 10 分之一");
        assertThat(only(submission).advice().chinese()).startsWith("很可能是把以“万人次”为单位的数填成了以“千人次”为单位。");
    }

    @Test
    void correctionIsComparedAndAnUnchangedValueIsNot() {
        ComparedFiles files = new ComparedFiles().remember("C1", "MONEY", 12, 13, 12.5, 11.8);
        files.send("C1", "2025-05", "MONEY|万元|123456");

        assertThat(codes(files.send("C1", "2025-05", "MONEY|元|1234560000"))).isEmpty();
        assertThat(codes(files.send("C1", "2025-05", "MONEY|万元|12.4"))).containsExactly("D5 VALUE_CHANGED");
        assertThat(codes(files.send("C1", "2025-05", "MONEY|万元|60")))
                .containsExactly("D5 VALUE_CHANGED", "D5 HISTORY_OUTLIER");
    }

    /** Twelve months of 100 but 300 each July; with three Julys known the fourth is compared with them alone. */
    @Test
    void sameMonthOfFormerYearsIsPreferredFromThreeYearsOn() {
        double[] months = new double[18];
        java.util.Arrays.fill(months, 100);
        months[6] = 300;
        ComparedFiles twoYears = new ComparedFiles().remember("C1", "MONEY", months);
        ComparedFiles threeYears = new ComparedFiles()
                .remember("C1", "MONEY", months)
                .rememberAt("C1", "2024-07", "MONEY", 290)
                .rememberAt("C1", "2023-07", "MONEY", 310);

        assertThat(codes(twoYears.send("C1", "2026-07", "MONEY|万元|300"))).containsExactly("D5 HISTORY_OUTLIER");
        assertThat(codes(threeYears.send("C1", "2026-07", "MONEY|万元|300"))).isEmpty();
    }

    @Test
    void valueWithoutHistoryIsComparedWithItsPeers() {
        ComparedFiles files = new ComparedFiles();
        for (int i = 2; i <= 11; i++) {
            files.remember("C" + i, "MONEY", 10 + 7 * i);
        }

        Submission slip = files.send("C1", "2025-02", "MONEY|万元|450000");

        assertThat(only(slip).code()).isEqualTo("MAGNITUDE_JUMP");
        assertThat(only(slip).message().chinese()).contains("约为同类地区上期中位数");
        assertThat(codes(files.send("C12", "2025-02", "MONEY|万元|45"))).isEmpty();
    }

    @Test
    void rightValueAfterASlipIsNotBlamedIfThePeersAgreeWithIt() {
        ComparedFiles files = new ComparedFiles();
        for (int i = 2; i <= 11; i++) {
            files.remember("C" + i, "MONEY", 10 + 7 * i);
        }
        files.remember("C1", "MONEY", 450_000);

        assertThat(codes(files.send("C1", "2025-02", "MONEY|万元|45"))).isEmpty();
    }

    @Test
    void totalOfTheYearSoFarCannotFallBeforeTheYearEnds() {
        ComparedFiles files =
                new ComparedFiles(new FieldChecks(List.of(), Set.of("MONEY"), Set.of(), Set.of(), Map.of()));
        files.remember("C1", "MONEY", 10, 21, 33);

        Finding fall = only(files.send("C1", "2025-04", "MONEY|万元|12"));
        assertThat(fall.code()).isEqualTo("RUNNING_TOTAL_FELL");
        assertThat(fall.message().chinese()).isEqualTo("MONEY 是年初至今的累计数,本期 12 万元 小于 2025-03 的 33 万元");
        assertThat(codes(files.send("C1", "2025-05", "MONEY|万元|44"))).isEmpty();
        assertThat(codes(files.send("C1", "2026-01", "MONEY|万元|11"))).isEmpty();
    }

    @Test
    void uncomparedElementIsNeverAskedForItsHistory() {
        ComparedFiles files =
                new ComparedFiles(new FieldChecks(List.of(), Set.of(), Set.of(), Set.of("MONEY"), Map.of()));
        files.remember("C1", "MONEY", 10, 10, 10, 10);

        assertThat(codes(files.send("C1", "2025-05", "MONEY|万元|100000"))).isEmpty();
    }

    @Test
    void totalOfTheCityFiledByACountyIsFound() {
        ComparedFiles files = new ComparedFiles().rememberAt("C", "2025-03", "VISITS", 86_543);
        for (int i = 1; i <= 12; i++) {
            files.remember("C" + i, "VISITS", 7_000 + 13 * i, 7_100 + 17 * i);
        }

        Finding same = only(files.send("C1", "2025-03", "VISITS|人次|86543"));
        assertThat(same.code()).isEqualTo("PARENT_TOTAL");
        assertThat(same.message().chinese()).isEqualTo("VISITS 填报 86543 人次,与上级地区的数 86543 人次 相同或相近");
        // The twelve counties had 86526 in February.
        Submission close = files.send("C2", "2025-03", "VISITS|人次|87200");
        assertThat(codes(close)).containsExactly("D5 PARENT_TOTAL", "D5 MAGNITUDE_JUMP");
        assertThat(close.findings().get(0).message().chinese()).contains("上级所辖各地区的合计 86526 人次");
        assertThat(codes(files.send("C3", "2025-03", "VISITS|人次|7222"))).isEmpty();
    }

    @Test
    void firstFileOfAllHasNothingToBeComparedWith() {
        assertThat(codes(new ComparedFiles().send("C1", "2025-01", "MONEY|万元|5000000")))
                .isEmpty();
    }

    @Test
    void historyIsNotAskedForRefusedMissingOrUnchangedValues() {
        Known strict = new Known() {
            @Override
            public KnownValue find(ObservationKey key) {
                return new KnownValue(org.wenheng.ingest.reference.ValueStatus.REPORTED, java.math.BigDecimal.ONE);
            }

            @Override
            public List<PastValue> before(ObservationKey key) {
                throw new AssertionError("Asked for " + key);
            }
        };

        Submission submission = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED)
                .take(FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|x", "VISITS|人次|无"), strict);

        assertThat(submission.ledger().unchanged()).isEqualTo(1);
    }
}
