package org.wenheng.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.export.AssessmentPackage;
import org.wenheng.analytics.export.SmallAssessment;
import org.wenheng.analytics.funding.Ledger;
import org.wenheng.analytics.funding.Ledger.Entry;
import org.wenheng.analytics.funding.Ledger.Place;
import org.wenheng.analytics.run.SigningKeys;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;
import picocli.CommandLine;

/** Commands on data in memory: what they print, write and refuse. */
class SmallCommandsTest {
    private static final Period YEAR = Period.ofYear(2025);

    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setExecutionExceptionHandler(new FailureExit())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** Of the first county all is known; of the second nothing but the money, and that is nil. */
    private static Ledger ledger() {
        Map<Place, Entry> entries = new HashMap<>();
        Map.of("POP", "500000", "FIN_CUL", "4540", "LIB_NEW", "2000", "LIB_BUYFEE", "6", "FO_DUE", "50", "LIB_N", "1")
                .forEach((element, value) -> entries.put(
                        new Place("220102", YEAR, element),
                        new Entry(ValueStatus.REPORTED, new BigDecimal(value), false)));
        entries.put(new Place("220103", YEAR, "FIN_CUL"), new Entry(ValueStatus.NIL, null, false));
        entries.put(new Place("220103", YEAR, "POP"), new Entry(ValueStatus.REPORTED, new BigDecimal("100000"), false));
        return new Ledger(entries);
    }

    private static FundingCommand funding(Optional<Assessment> published) {
        return new FundingCommand(
                (workplace, scheme, period) -> ledger(),
                (database, folder, scheme, catalogue, periods) -> List.of(published, Optional.empty()));
    }

    private int funding(String... arguments) {
        return run(funding(Optional.of(SmallAssessment.of("2025"))), arguments);
    }

    @Test
    void everyQuestionAboutFundingIsAnsweredOnScreenAndInFilesTheSameEachTime() throws Exception {
        for (String folder : List.of("one", "two")) {
            String[] asked = {
                "--scheme",
                "jilin-2026",
                "--period",
                "2025",
                "--out",
                work.resolve(folder).toString()
            };
            for (String question : List.of("measures", "progress", "matching", "cost", "efficiency", "reward")) {
                String[] budget = question.equals("reward") ? new String[] {"--budget", "100万元"} : new String[0];
                List<String> arguments = new java.util.ArrayList<>(List.of(question));
                arguments.addAll(List.of(asked));
                arguments.addAll(List.of(budget));
                assertThat(funding(arguments.toArray(String[]::new)))
                        .as(err.toString())
                        .isZero();
            }
        }
        assertThat(out.toString())
                .contains("合成数据", "synthetic", "90.8", "零报告 / nil", "未报 / not reported")
                .contains("未经任何部门或个人审定", "decided and signed by nobody")
                .contains("前沿由本组数据自己划定", "an error in the data of one unit moves the frontier");
        for (String file : List.of("culture-per-head.csv", "reward.csv", "measures.xlsx", "reward.xlsx")) {
            assertThat(work.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(work.resolve("two").resolve(file));
        }
        String reward = Files.readString(work.resolve("one/reward.csv"), StandardCharsets.UTF_8);
        // 60 × 1.2 = 72万元 for 500,000 people and an excellent grade; 40 × 0.8 = 32万元 for the other: 104 of 100.
        assertThat(reward)
                .contains("720000.00", "320000.00")
                .contains("超过预算1000000.00元", "exceed the budget of 1000000.00", "没有上期得分", "jilin-2026.yml:")
                .contains("合成数据");
    }

    @Test
    void aBudgetWithoutUnitAndAPeriodThatIsNoneAreWrongUsageAndAMissingRunIsRefused() {
        String[] reward = {"reward", "--scheme", "jilin-2026", "--period", "2025", "--budget", "1000"};
        assertThat(funding(reward)).isEqualTo(2);
        assertThat(err.toString()).contains("预算 \"1000\" 应为数字加单位", "digits and a unit are expected");
        assertThat(funding("reward", "--scheme", "jilin-2026", "--period", "2025"))
                .isEqualTo(2);
        assertThat(funding("measures", "--scheme", "jilin-2026", "--period", "2025-13"))
                .isEqualTo(2);
        assertThat(run(funding(Optional.empty()), "cost", "--scheme", "jilin-2026", "--period", "2025"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("RUN_NOT_PUBLISHED");
        assertThat(funding("cost", "--scheme", "us-public-libraries", "--period", "2015"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("FUNDING_PLAN_NOT_FOUND");
    }

    @Test
    void formulaLikeTextsOfAnySheetAreMarkedAsTextAndNumbersAreNot() throws Exception {
        Sheet sheet = new Sheet(
                "odd",
                new Title("表", "table"),
                List.of("=heading", "value"),
                List.of(
                        List.of("=HYPERLINK(\"http://example.org\")", -1.5),
                        List.of("-3", new BigDecimal("1E+3")),
                        List.of("@x", Double.NaN)));
        SheetFiles.write(work, "all", List.of(sheet));
        assertThat(Files.readString(work.resolve("odd.csv")).lines())
                .containsExactly(
                        "\uFEFF'=heading,value", "\"'=HYPERLINK(\"\"http://example.org\"\")\",-1.5", "-3,1000", "'@x,");
        byte[] workbook =
                SheetWorkbook.of("题", new Title("性质", "nature"), List.of(), List.of(sheet), java.time.Instant.EPOCH);
        try (var read = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(workbook))) {
            var cell = read.getSheet("odd").getRow(2).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(read.getSheet("odd").getRow(3).getCell(1).getNumericCellValue())
                    .isEqualTo(1000);
        }
    }

    @Test
    void dutiesOfAnotherSchemeThanAskedAreRefused() {
        assertThat(run(new DutiesCommand(), "--catalogue", "jilin", "--scheme", "us-public-libraries"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("DUTY_SCHEME_OTHER", "职责清单对应的方案是 jilin-2026,不是 us-public-libraries");
        assertThat(run(new DutiesCommand(), "--catalogue", "jilin", "--scheme", "jilin-2026"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("省文化厅 / Department of Culture  3项职责 / duties")
                .contains("指标 / indicator I01  协调机制健全度")
                .contains("尚无指标 / no indicator yet")
                .contains("博物馆、美术馆没有部门承担");
    }

    @Test
    void aPackageIsValidatedWithAndWithoutAKeyAndWhatIsNotThereIsRefused() throws Exception {
        SigningKeys.make(work.resolve("keys"));
        SigningKeys.make(work.resolve("other"));
        Path file = work.resolve("p.zip");
        Files.write(
                file,
                AssessmentPackage.of(
                        SmallAssessment.of("2025"),
                        Optional.of(SigningKeys.privateKey(work.resolve("keys/private.pem")))));
        assertThat(run(new ExportCommand(), "validate", file.toString())).isZero();
        assertThat(out.toString()).contains("没有问题;未核对签名");
        assertThat(validate(file, "keys/public.pem")).isZero();
        assertThat(out.toString()).contains("没有问题,签名相符");
        assertThat(validate(file, "other/public.pem")).isEqualTo(1);
        assertThat(err.toString()).contains("PACKAGE_SIGNATURE_WRONG");
        assertThat(validate(file, "none.pem")).isEqualTo(1);
        assertThat(err.toString()).contains("KEY_UNREADABLE", "none.pem");
        assertThat(validate(work.resolve("none.zip"), "keys/public.pem")).isEqualTo(1);
        assertThat(err.toString()).contains("FILE_NOT_FOUND");
        assertThat(validate(work.resolve("keys/public.pem"), "keys/public.pem")).isEqualTo(1);
        assertThat(err.toString()).contains("PACKAGE_NOT_A_ZIP");
    }

    @Test
    void anExportWithoutItsOptionsIsWrongUsageAndNoKeyFileMeansNoPackage() {
        String file = work.resolve("p.zip").toString();
        assertThat(run(new ExportCommand(), "assessment", "--scheme", "s", "--period", "2025"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out=FILE.zip");
        assertThat(run(new ExportCommand(), "assessment", "--scheme", "s", "--period", "25", "--out", file))
                .isEqualTo(2);
        assertThat(err.toString()).contains("期 \"25\" 不对");
        String[] noMoment = {"assessment", "--scheme", "s", "--period", "2025", "--out", file, "--generated-at", "today"
        };
        assertThat(run(new ExportCommand(), noMoment)).isEqualTo(2);
        String[] noKey = {
            "assessment", "--scheme", "s", "--period", "2025", "--out", file, "--private-key", work + "/none.pem"
        };
        assertThat(run(new ExportCommand(), noKey)).isEqualTo(1);
        assertThat(err.toString()).contains("KEY_UNREADABLE");
        assertThat(Path.of(file)).doesNotExist();
    }

    private int validate(Path file, String key) {
        return run(
                new ExportCommand(),
                "validate",
                file.toString(),
                "--public-key",
                work.resolve(key).toString());
    }
}
