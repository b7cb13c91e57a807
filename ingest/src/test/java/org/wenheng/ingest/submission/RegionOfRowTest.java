package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.FormFiles.RECEIVED;
import static org.wenheng.ingest.submission.FormFiles.csv;
import static org.wenheng.ingest.submission.FormFiles.text;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

/** What a county hears when it names its region by an old code, an old name, or a name that several bear. */
class RegionOfRowTest {
    private static final Catalogue JILIN =
            Catalogues.load(Path.of(System.getProperty("wenheng.home"), "ingest/catalogues/jilin"));

    /** Two cells of the library form of a year. */
    private static Submission report(String region, String period) {
        return new Intake(JILIN, null, RECEIVED)
                .take(
                        text(
                                "t.csv",
                                csv(
                                        region + "," + period + ",,,,POP,人,1000,",
                                        region + "," + period + ",,,,POP_RUR,人,500,")),
                        Known.NOTHING);
    }

    @Test
    void formerCodeIsKeptUnderTheOneInForceAndThisIsSaidOnce() {
        Submission submission = report("220381", "2024");

        assertThat(submission.ledger().accepted()).isEqualTo(2);
        assertThat(submission.observations())
                .allSatisfy(observation ->
                        assertThat(observation.key().regionCode()).isEqualTo("220184"));
        assertThat(submission.findings()).hasSize(1);
        Finding note = submission.findings().get(0);
        assertThat(note.code()).isEqualTo("REGION_RECODED");
        assertThat(note.severity()).isEqualTo(Severity.NOTE);
        assertThat(note.message().chinese()).isEqualTo("“220381”是同一行政区在其他时期的代码或名称,已记入该期有效的 220184 吉林省/长春市/公主岭市");
        assertThat(note.message().english())
                .isEqualTo(
                        "\"220381\" is the same region's code or name at another time; kept under the one in force: 220184 吉林省/长春市/公主岭市");
    }

    @Test
    void newCodeInAnOldPeriodIsKeptUnderTheCodeOfThatTime() {
        Submission submission = report("220184", "2015");

        assertThat(submission.observations())
                .allSatisfy(observation ->
                        assertThat(observation.key().regionCode()).isEqualTo("220381"));
        assertThat(submission.findings()).extracting(Finding::code).containsExactly("REGION_RECODED");
    }

    @Test
    void placeUnderBothItsCodesInOneFileIsRefusedAsRepeated() {
        Submission submission = new Intake(JILIN, null, RECEIVED)
                .take(text("t.csv", csv("220381,2024,,,,POP,人,1000,", "220184,2024,,,,POP,人,1001,")), Known.NOTHING);

        assertThat(submission.ledger()).isEqualTo(new Ledger(2, 0, 2, 0));
        assertThat(submission.findings()).extracting(Finding::code).contains("CELL_REPEATED");
    }

    @Test
    void nameThatSeveralBearIsRefusedWithAllCandidates() {
        Catalogue china =
                Catalogues.load(Path.of(System.getProperty("wenheng.home"), "ingest/catalogues/china-counties"));
        Submission submission =
                new Intake(china, null, RECEIVED).take(text("t.csv", csv("朝阳区,2024,,,,POP,人,1000,")), Known.NOTHING);

        assertThat(submission.ledger().refused()).isEqualTo(1);
        assertThat(submission.findings().get(0).code()).isEqualTo("REGION_AMBIGUOUS");
        assertThat(submission.findings().get(0).message().chinese())
                .isEqualTo("“朝阳区”可以指多个行政区:110105 中国/北京市/朝阳区; 220104 中国/吉林省/长春市/朝阳区");
        assertThat(submission.findings().get(0).advice().chinese()).isEqualTo("请填写其中一个的代码,或在名称前写明上级");
    }
}
