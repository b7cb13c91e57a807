package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.ComparedFiles.codes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Relation;

class RelationCheckTest {
    private static final Relation SUM = new Relation.Sum(List.of("MONEY", "MORE"), "TOTAL", new BigDecimal("0.01"));

    private static ComparedFiles with(Relation relation) {
        return new ComparedFiles(ComparedFiles.with(relation));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,2.5,4,''",
        "1.5,2.5,4.01,''",
        "1.5,2.5,4.02,D7 SUM_NOT_WHOLE",
        "1.5,2.5,3.5,D7 SUM_NOT_WHOLE",
        "1.5,'',4,''",
        "1.5,***,1.4,D7 PARTS_ABOVE_WHOLE",
        "1.5,-,1.5,''",
        "1.5,无,1.5,''",
        "1.5,无,2.5,D7 SUM_NOT_WHOLE",
        "1.5,2.5,'',''",
        "1.5,x,4,'D6 NUMBER_MALFORMED'"
    })
    void partsAreTheWholeAndAMissingPartIsUnknownAndNotZero(String one, String other, String whole, String codes) {
        Submission submission =
                with(SUM).send("C1", "2025-01", "MONEY|万元|" + one, "MORE|万元|" + other, "TOTAL|万元|" + whole);

        assertThat(String.join(",", codes(submission))).isEqualTo(codes);
    }

    @Test
    void sumSaysWhatItIsAndByHowMuchItIsOff() {
        Finding finding = with(SUM)
                .send("C1", "2025-01", "MONEY|万元|1.5", "MORE|元|25000", "TOTAL|万元|5")
                .findings()
                .get(0);

        assertThat(finding.message().chinese()).isEqualTo("MONEY、MORE 合计 4 万元,与 TOTAL 的 5 万元 相差 1 万元");
        assertThat(finding.message().english()).isEqualTo("MONEY, MORE add up to 4 万元, 1 万元 off the 5 万元 of TOTAL");
    }

    @Test
    void otherSideMayHaveComeWithAnEarlierFile() {
        ComparedFiles files = with(SUM);
        files.send("C1", "2025-01", "TOTAL|万元|5");

        assertThat(codes(files.send("C1", "2025-01", "MONEY|万元|2", "MORE|万元|2")))
                .containsExactly("D5 SUM_NOT_WHOLE");
        assertThat(codes(files.send("C1", "2025-01", "MONEY|万元|2", "MORE|万元|2")))
                .isEmpty();
        assertThat(codes(files.send("C1", "2025-01", "TOTAL|万元|4"))).containsExactly("D5 VALUE_CHANGED");
        assertThat(codes(files.send("C2", "2025-01", "MONEY|万元|2", "MORE|万元|2")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3,10,''", "1,10,D5 RATIO_OUT_OF_BOUNDS", "9,10,D5 RATIO_OUT_OF_BOUNDS", "9,0,''", "9,'',''"})
    void ratioLiesWithinItsBounds(String of, String per, String codes) {
        Relation ratio = new Relation.Ratio("VISITS", "LOANS", new BigDecimal("0.2"), new BigDecimal("0.8"));

        assertThat(String.join(",", codes(with(ratio).send("C1", "2025-01", "VISITS|人次|" + of, "LOANS|人次|" + per))))
                .isEqualTo(codes);
    }

    @Test
    void ratioSaysBothValuesAndItsBounds() {
        Relation ratio = new Relation.Ratio("VISITS", "LOANS", null, new BigDecimal("0.8"));

        Finding finding = with(ratio)
                .send("C1", "2025-01", "VISITS|人次|9", "LOANS|人次|7")
                .findings()
                .get(0);

        assertThat(finding.message().chinese()).isEqualTo("VISITS 与 LOANS 之比为 1.286(9 人次 / 7 人次),通常应在 0.8 以下");
    }

    @ParameterizedTest
    @CsvSource({"3,0,D5 POSITIVE_WITHOUT_BASIS", "3,无,D5 POSITIVE_WITHOUT_BASIS", "0,0,''", "3,1,''", "3,'',''"})
    void whereThereIsSomeOfTheOneThereIsSomeOfTheOther(String given, String needed, String codes) {
        assertThat(String.join(
                        ",",
                        codes(with(new Relation.Implication("VISITS", "EVENTS"))
                                .send("C1", "2025-01", "VISITS|人次|" + given, "EVENTS|人次|" + needed))))
                .isEqualTo(codes);
    }

    /** 40 in each of the first two months: with a third month of 40 the year so far has 120, above the budget of 100. */
    @Test
    void monthsAddUpToTheYearTheyArePartOf() {
        ComparedFiles files = with(new Relation.Limit(List.of("MONEY"), List.of("BUDGET")));
        files.send("C1", "2025", "BUDGET|万元|100");
        files.send("C1", "2025-01", "MONEY|万元|40");

        assertThat(codes(files.send("C1", "2025-02", "MONEY|万元|40"))).isEmpty();
        Submission third = files.send("C1", "2025-03", "MONEY|万元|40");
        assertThat(codes(third)).containsExactly("D5 PART_ABOVE_WHOLE");
        assertThat(third.findings().get(0).message().english())
                .isEqualTo("MONEY is 120 万元, more than the 100 万元 of BUDGET, of which it is a part");
        assertThat(codes(files.send("C1", "2026-01", "MONEY|万元|140"))).doesNotContain("D5 PART_ABOVE_WHOLE");
    }

    @Test
    void wholeOfMonthsIsUnknownUntilEveryMonthIsKnown() {
        ComparedFiles files = with(new Relation.Limit(List.of("BUDGET"), List.of("MONEY")));
        for (int month = 1; month <= 11; month++) {
            files.send("C1", "2025-%02d".formatted(month), "MONEY|万元|" + (9 + month % 2));
        }

        assertThat(codes(files.send("C1", "2025", "BUDGET|万元|200"))).isEmpty();
        assertThat(codes(files.send("C1", "2025-12", "MONEY|万元|9"))).containsExactly("D5 PART_ABOVE_WHOLE");
    }

    /** Twelve twelfths of 100, each rounded to hundredths, are 99.96 or 100.04: no reason to ask. */
    @Test
    void roundingOfEachMonthIsNoExcess() {
        ComparedFiles files = with(new Relation.Limit(List.of("MONEY"), List.of("BUDGET")));
        files.send("C1", "2025", "BUDGET|万元|100");
        for (int month = 1; month <= 11; month++) {
            files.send("C1", "2025-%02d".formatted(month), "MONEY|万元|8.33");
        }

        assertThat(codes(files.send("C1", "2025-12", "MONEY|万元|8.41"))).isEmpty();
    }

    /** Bounds of 0.2 and 0.8 for the part per unit of its whole; 9 of 10 is no part above its whole, 11 of 10 is. */
    @ParameterizedTest
    @CsvSource({
        "VISITS,LOANS,9,D5 RATIO_OUT_OF_BOUNDS",
        "VISITS,LOANS,11,D5 PART_ABOVE_WHOLE",
        "LOANS,VISITS,11,D5 PART_ABOVE_WHOLE",
        "VISITS,EVENTS,11,'D5 PART_ABOVE_WHOLE,D5 RATIO_OUT_OF_BOUNDS'"
    })
    void partAboveItsWholeIsNotSaidAgainAsTheRatioOfTheSameTwo(String of, String per, String part, String codes) {
        BigDecimal atMost = of.equals("LOANS") ? new BigDecimal("0.95") : new BigDecimal("0.8");
        BigDecimal atLeast = of.equals("LOANS") ? atMost : new BigDecimal("0.2");
        ComparedFiles files = new ComparedFiles(new FieldChecks(
                List.of(
                        new Relation.Limit(List.of("VISITS"), List.of("LOANS")),
                        new Relation.Ratio(of, per, atLeast, atMost)),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of()));

        assertThat(String.join(
                        ",", codes(files.send("C1", "2025-01", "VISITS|人次|" + part, "LOANS|人次|10", "EVENTS|人次|10"))))
                .isEqualTo(codes);
    }
}
