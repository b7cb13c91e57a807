package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.ComparedFiles.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;

class FormPatternsTest {
    private static final List<String> COUNTS = List.of("VISITS", "LOANS", "EVENTS", "TALKS", "GUESTS", "READERS");

    private static String[] lines(int... values) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            lines.add(COUNTS.get(i) + "|人次|" + values[i]);
        }
        return lines.toArray(String[]::new);
    }

    private static Finding form(Submission submission) {
        return submission.findings().stream()
                .filter(finding -> finding.cell().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lastPeriodsValuesSentAgainAreFound() {
        ComparedFiles files = new ComparedFiles();
        files.send("C1", "2025-01", lines(8123, 812, 731, 642, 553, 464));

        Submission again = files.send("C1", "2025-02", lines(8123, 812, 731, 642, 553, 471));

        assertThat(codes(again)).containsExactly("COPIED_FORWARD");
        assertThat(form(again).sheet()).isEqualTo("表一");
        assertThat(form(again).regionCode()).isEqualTo("C1");
        assertThat(form(again).message().chinese()).isEqualTo("6 个可比数值中,有 5 个与 2025-01 完全相同");
    }

    @Test
    void zerosSingleDigitsSteadyElementsAndGapsAreNoCopies() {
        ComparedFiles files = new ComparedFiles();
        String[] quiet = {"VISITS|人次|0", "LOANS|人次|3", "EVENTS|人次|0", "TALKS|人次|5", "GUESTS|人次|0", "AREA|平方米|1234"};
        files.send("C1", "2025-01", quiet);
        files.send("C2", "2025-01", lines(8123, 812, 731, 642, 553, 464));

        assertThat(codes(files.send("C1", "2025-02", quiet))).isEmpty();
        assertThat(codes(files.send("C2", "2025-03", lines(8123, 812, 731, 642, 553, 464))))
                .isEmpty();
    }

    @Test
    void siblingsValuesAreFound() {
        ComparedFiles files = new ComparedFiles();
        files.send("C1", "2025-01", lines(8123, 812, 731, 642, 553, 464));

        Submission copied = files.send("C2", "2025-01", lines(8123, 812, 731, 642, 999, 464));

        assertThat(codes(copied)).containsExactly("COPIED_FROM_SIBLING");
        assertThat(form(copied).message().chinese()).isEqualTo("6 个可比数值中,有 5 个与 C1 同期的数值完全相同");
        assertThat(codes(files.send("C3", "2025-01", lines(8120, 812, 730, 640, 550, 460))))
                .isEmpty();
    }

    @Test
    void columnThatIsAllInTheWrongUnitIsSaidOnceForTheFile() {
        ComparedFiles files = new ComparedFiles();
        for (int month = 1; month <= 4; month++) {
            files.send("C1", "2025-0" + month, "MONEY|万元|1" + month, "MORE|万元|2" + month, "TOTAL|万元|5" + month);
        }

        Submission slip = files.send("C1", "2025-05", "MONEY|万元|135000", "MORE|万元|235000", "TOTAL|万元|535000");

        assertThat(codes(slip))
                .containsExactly("MAGNITUDE_JUMP_WIDE", "D5 MAGNITUDE_JUMP", "D6 MAGNITUDE_JUMP", "D7 MAGNITUDE_JUMP");
        assertThat(form(slip).message().chinese()).isEqualTo("以“万元”为单位 的 3 个可比数值中,有 3 个同样约为以往的 10000 倍");
    }

    @Test
    void roundNumbersAreNotedAndNaturalOnesAreNot() {
        assertThat(noted(1000)).containsExactly("ROUNDED_VALUES", "DIGITS_HEAPED");
        assertThat(noted(1)).isEmpty();
    }

    /** Forty counts of one county in several months, each a multiple of a step. */
    private static List<String> noted(int step) {
        SplittableRandom random = new SplittableRandom(7);
        RoundedRows rows = new RoundedRows();
        for (int i = 0; i < 40; i++) {
            rows.add(random.nextInt(10, 20) * 1000 + (step == 1 ? random.nextInt(1000) : 0));
        }
        return rows.codes();
    }

    /** A table of one county with a facility in each row. */
    private static final class RoundedRows {
        private final List<String> rows = new ArrayList<>();

        void add(int value) {
            rows.add("220102,2026-10,library-month,L%d,馆%d,VISITS,人次,%d,".formatted(rows.size(), rows.size(), value));
        }

        List<String> codes() {
            SentFile file = FormFiles.text("a.csv", FormFiles.csv(rows.toArray(String[]::new)));
            return ComparedFiles.codes(
                    new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED).take(file, Known.NOTHING));
        }
    }

    @Test
    void facilityUnderTwoCodesIsNotedOnce() {
        Submission submission = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED)
                .take(
                        FormFiles.text(
                                "a.csv",
                                FormFiles.csv(
                                        "220102,2026-10,library-month,L1,南关区图书馆,VISITS,人次,7,",
                                        "220102,2026-10,library-month,L1,南关区图书馆,BOOKS,册,7,",
                                        "220102,2026-10,library-month,L2,南关区 图书馆,VISITS,人次,8,",
                                        "220102,2026-10,library-month,L2,南关区 图书馆,BOOKS,册,9,",
                                        "220184,2026-10,library-month,L3,南关区图书馆,VISITS,人次,9,")),
                        Known.NOTHING);

        assertThat(codes(submission)).containsExactly("H4 FACILITY_NAME_REPEATED");
        assertThat(submission.findings().get(0).message().chinese()).isEqualTo("机构“南关区 图书馆”在同一张表中用不同编码出现:L1, L2");
    }
}
