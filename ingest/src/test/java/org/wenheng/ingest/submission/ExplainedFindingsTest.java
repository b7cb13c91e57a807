package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.ComparedFiles.codes;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.reference.Relation;

class ExplainedFindingsTest {
    private static final String REASON = "新馆5月开馆,阅览面积扩大三倍";

    private static ComparedFiles files() {
        return new ComparedFiles().remember("C1", "VISITS", 8_000, 8_100, 7_900, 8_050);
    }

    @Test
    void remarkBesideTheValueExplainsItsFinding() {
        Submission submission = files().send("C1", "2025-05", "VISITS|人次|31234|" + REASON);

        assertThat(submission.findings())
                .singleElement()
                .matches(Finding::isExplained)
                .extracting(Finding::explanation)
                .isEqualTo(REASON);
    }

    @Test
    void remarkThatSaysNothingIsKeptAndTheFindingStaysOpen() {
        Submission submission = files().send("C1", "2025-05", "VISITS|人次|31234|属实");

        assertThat(submission.findings())
                .singleElement()
                .matches(Finding::isOpen)
                .extracting(Finding::explanation)
                .isEqualTo("属实");
    }

    @Test
    void sameValueSentAgainWithAReasonExplainsTheOpenFinding() {
        ComparedFiles files = files();
        Submission first = files.send("C1", "2025-05", "VISITS|人次|31234", "LOANS|人次|7");
        assertThat(first.findings()).singleElement().matches(Finding::isOpen);

        Submission again = files.send("C1", "2025-05", "VISITS|人次|31234|" + REASON, "LOANS|人次|7");

        assertThat(again.ledger()).isEqualTo(new Ledger(2, 0, 0, 2));
        assertThat(again.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(again.findings()).singleElement().matches(Finding::isExplained);
        assertThat(again.findings().get(0).code())
                .isEqualTo(first.findings().get(0).code());
        assertThat(again.findings().get(0).message())
                .isEqualTo(first.findings().get(0).message());
    }

    @Test
    void sameValueSentAgainWithoutAReasonIsNotAskedAboutAgain() {
        ComparedFiles files = files();
        files.send("C1", "2025-05", "VISITS|人次|31234");

        assertThat(codes(files.send("C1", "2025-05", "VISITS|人次|31234|属实"))).isEmpty();
    }

    @Test
    void reasonBesideAUsualValueMakesNoFinding() {
        ComparedFiles files = files();
        files.send("C1", "2025-05", "VISITS|人次|8200");

        assertThat(codes(files.send("C1", "2025-05", "VISITS|人次|8200|" + REASON)))
                .isEmpty();
    }

    @Test
    void reasonBesideAnyValueOfARelationExplainsIt() {
        Relation sum = new Relation.Sum(List.of("MONEY", "MORE"), "TOTAL", BigDecimal.ZERO);
        ComparedFiles files = new ComparedFiles(ComparedFiles.with(sum));

        Submission submission = files.send("C1", "2025-01", "MONEY|万元|1", "MORE|万元|2|另有一笔跨年结转资金", "TOTAL|万元|4");
        assertThat(submission.findings()).singleElement().matches(Finding::isExplained);
        assertThat(submission.findings().get(0).cell()).isEqualTo("D7");

        Submission open = files.send("C2", "2025-01", "MONEY|万元|1", "MORE|万元|2", "TOTAL|万元|4");
        assertThat(open.findings()).singleElement().matches(Finding::isOpen);
        Submission later = files.send("C2", "2025-01", "MONEY|万元|1", "MORE|万元|2|另有一笔跨年结转资金", "TOTAL|万元|4");
        assertThat(later.ledger().unchanged()).isEqualTo(3);
        assertThat(later.findings()).singleElement().matches(Finding::isExplained);
    }
}
