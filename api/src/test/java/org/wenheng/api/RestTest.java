package org.wenheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@Import(MartForTests.class)
class RestTest {
    private static final String YEAR = "/api/schemes/demo-2025/periods/2025";

    @Autowired
    MockMvcTester http;

    @Test
    void schemesAreListedInTheirCurrentVersion() {
        assertThat(json("/api/schemes"))
                .bodyJson()
                .extractingPath("$[*].schemeCode")
                .isEqualTo(List.of("demo-2025", "other"));
        assertThat(json("/api/schemes/demo-2025"))
                .bodyJson()
                .extractingPath("$.nodes[*].nodeCode")
                .isEqualTo(List.of("index", "A", "A1", "A2", "B", "B1", "BON"));
    }

    @Test
    void periodsAreListedNewestFirstAndByFrequency() {
        assertThat(json("/api/schemes/demo-2025/periods"))
                .bodyJson()
                .extractingPath("$[*].period")
                .isEqualTo(List.of("2025-12", "2025", "2024"));
        assertThat(json("/api/schemes/demo-2025/periods?frequency=year"))
                .bodyJson()
                .extractingPath("$[*].runId")
                .isEqualTo(List.of("run-2025", "run-2024"));
    }

    @Test
    void regionsAreNarrowedByLevelAndParentAndPaged() {
        assertThat(json("/api/catalogues/demo/regions?level=county&parent=2201&size=2&page=1"))
                .bodyJson()
                .satisfies(body -> {
                    body.assertThat().extractingPath("$.total").isEqualTo(5);
                    body.assertThat().extractingPath("$.regions[*].regionCode").isEqualTo(List.of("220103", "220104"));
                });
    }

    @Test
    void rankingKeepsTiesAndPutsTheUnscoredLast() {
        assertThat(json(YEAR + "/ranking")).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.total").isEqualTo(5);
            body.assertThat().extractingPath("$.published.runId").isEqualTo("run-2025");
            body.assertThat().extractingPath("$.rows[*].rank").asArray().containsExactly(1, 2, 2, 4, null);
            body.assertThat()
                    .extractingPath("$.rows[*].scoreChange")
                    .asArray()
                    .containsExactly(2.31, 4.5, 3.5, -20.0, null);
            body.assertThat().extractingPath("$.rows[*].rankChange").asArray().containsExactly(0, 1, 0, 0, null);
            body.assertThat().extractingPath("$.rows[0].origin").isEqualTo("synthetic");
        });
    }

    @Test
    void rankingIsNarrowedToAPeerGroupAndToParents() {
        assertThat(json(YEAR + "/ranking?peerGroup=农村&size=1&page=1"))
                .bodyJson()
                .satisfies(body -> {
                    body.assertThat().extractingPath("$.total").isEqualTo(2);
                    body.assertThat().extractingPath("$.rows[*].regionCode").isEqualTo(List.of("220103"));
                });
        assertThat(json(YEAR + "/ranking?kind=parent"))
                .bodyJson()
                .extractingPath("$.rows[*].nameZh")
                .isEqualTo(List.of("松江州"));
    }

    @Test
    void aKnownRankingIsNotSentAgain() {
        String tag =
                Objects.requireNonNull(json(YEAR + "/ranking").getResponse().getHeader("ETag"));
        assertThat(http.get()
                        .uri(YEAR + "/ranking")
                        .header("If-None-Match", tag)
                        .exchange())
                .hasStatus(304);
    }

    @Test
    void contributionsOfARegionSumToItsScore() {
        assertThat(json(YEAR + "/regions/220101")).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.result.score").isEqualTo(86.42);
            body.assertThat()
                    .extractingPath("$.contributions")
                    .asNumber()
                    .satisfies(sum ->
                            assertThat(sum.doubleValue()).isCloseTo(86.42, org.assertj.core.data.Offset.offset(1e-9)));
            body.assertThat().extractingPath("$.previous.scoreChange").isEqualTo(2.31);
            body.assertThat()
                    .extractingPath("$.nodes[*].nodeCode")
                    .isEqualTo(List.of("index", "A", "A1", "A2", "B", "B1", "BON"));
            body.assertThat().extractingPath("$.nodes[3].notesEn").isEqualTo("3 of 12 months are missing");
        });
    }

    @Test
    void missingIsZeroPointsAndNotApplicableIsNone() {
        assertThat(json(YEAR + "/regions/220102")).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.nodes[3].status").isEqualTo("missing");
            body.assertThat().extractingPath("$.nodes[3].points").isEqualTo(0.0);
            body.assertThat().extractingPath("$.nodes[5].status").isEqualTo("not-applicable");
            body.assertThat().extractingPath("$.nodes[5].points").isNull();
        });
    }

    @Test
    void aParentIsMadeOfItsUnits() {
        assertThat(json(YEAR + "/regions/2201")).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.result.kind").isEqualTo("parent");
            body.assertThat().extractingPath("$.nodes[*].titleZh").isEqualTo(List.of("综合指数", "延河市", "临溪县"));
            body.assertThat().extractingPath("$.nodes[*].kind").isEqualTo(List.of("index", "unit", "unit"));
        });
    }

    @Test
    void historyIsOldestFirst() {
        assertThat(json(YEAR + "/regions/220101/history"))
                .bodyJson()
                .extractingPath("$[*].score")
                .isEqualTo(List.of(84.11, 86.42));
    }

    @Test
    void anIndicatorLeadsToTheCellsThatTheRunKnew() {
        assertThat(json(YEAR + "/regions/220101/indicators/A1")).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.indicator.formula").isEqualTo("VISITS / POP");
            body.assertThat()
                    .extractingPath("$.inputs[*].status")
                    .isEqualTo(List.of("reported", "nil", "not-reported", "reported"));
            body.assertThat().extractingPath("$.inputs[0].cells[*].given").isEqualTo(List.of("0.06万", "310"));
            body.assertThat().extractingPath("$.inputs[0].cells[0].fileName").isEqualTo("延河市2025年1月.xlsx");
            body.assertThat().extractingPath("$.inputs[0].cells[0].knownFrom").isEqualTo("2026-01-05T08:00:00Z");
            body.assertThat().extractingPath("$.inputs[2].cells").isEqualTo(List.of());
            body.assertThat().extractingPath("$.inputs[3].cells[0].cell").isEqualTo("H2");
        });
    }

    @Test
    void aSubmissionSaysWhatBecameOfIt() {
        assertThat(json("/api/submissions/demo/s2")).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.verdict").isEqualTo("partly-accepted");
            body.assertThat().extractingPath("$.cellsRefused").isEqualTo(1);
            body.assertThat().extractingPath("$.regionCode").isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/schemes/none | 404 | SCHEME_UNKNOWN | 没有考核方案“none”，已有：demo-2025、other | Unknown scheme: none (known: demo-2025, other)
        /api/schemes/none/periods/2025/ranking | 404 | SCHEME_UNKNOWN | 没有考核方案“none”，已有：demo-2025、other | Unknown scheme: none (known: demo-2025, other)
        /api/schemes/demo-2025/periods/2030/ranking | 404 | PERIOD_NOT_PUBLISHED | 方案“demo-2025”没有发布“2030”期的结果，已发布：2025-12、2025、2024 | Scheme demo-2025 has nothing published for period 2030 (published: 2025-12, 2025, 2024)
        /api/schemes/demo-2025/periods/2025/ranking?kind=town | 400 | PARAMETER_INVALID | 参数 kind 的值“town”无效，可用：unit、parent | Invalid kind: town (expected: unit, parent)
        /api/schemes/demo-2025/periods/2025/ranking?size=0 | 400 | PARAMETER_INVALID | 参数 size 的值 0 超出范围，应在 1 到 1000 之间 | Invalid size: 0 (expected: 1 to 1000)
        /api/schemes/demo-2025/periods/2025/ranking?page=x | 400 | PARAMETER_INVALID | 参数 page 的值“x”无法读取，应为整数 | Invalid page: x (expected: a whole number)
        /api/schemes/demo-2025/periods?frequency=week | 400 | PARAMETER_INVALID | 参数 frequency 的值“week”无效，可用：month、quarter、year | Invalid frequency: week (expected: month, quarter, year)
        /api/schemes/demo-2025/periods/2025/regions/9 | 404 | REGION_UNKNOWN | 目录“demo”中没有行政区“9”，可查 /api/catalogues/demo/regions | Catalogue demo has no region 9; see /api/catalogues/demo/regions
        /api/schemes/demo-2025/periods/2025/regions/22 | 404 | REGION_NOT_SCORED | “北山省”（22）在 2025 期没有得分，可能不是该方案的参评单位 | Beishan (22) has no result in period 2025; the scheme may not assess it
        /api/schemes/demo-2025/periods/2025/regions/220101/indicators/Z | 404 | INDICATOR_UNKNOWN | 方案“demo-2025”没有指标“Z”，已有：A1、A2、B1 | Scheme demo-2025 has no indicator Z (known: A1, A2, B1)
        /api/schemes/demo-2025/periods/2025-12/regions/220101/indicators/B1 | 404 | INDICATOR_NOT_SCORED | “延河市”在 2025-12 期不计指标“馆舍达标率”（指标频度或地区级别不符） | Yanhe has no result for indicator B1 in period 2025-12 (frequency or level of the region)
        /api/catalogues/none/regions | 404 | CATALOGUE_UNKNOWN | 没有目录“none”，已有：demo | Unknown catalogue: none (known: demo)
        /api/submissions/demo/none | 404 | SUBMISSION_UNKNOWN | 目录“demo”中没有报送“none” | Catalogue demo has no submission none
        /api/nothing | 404 | PATH_UNKNOWN | 没有这个地址：/api/nothing。请从首页 / 进入，接口说明见 /swagger-ui/index.html | No such path: /api/nothing. Start from /, or see /swagger-ui/index.html for the API
        """)
    void aWrongRequestSaysWhatIsWrongAndWhatThereIs(
            String path, int status, String code, String chinese, String english) {
        MvcTestResult answer = http.get().uri(path).exchange();
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().satisfies(body -> {
            body.assertThat().extractingPath("$.code").isEqualTo(code);
            body.assertThat().extractingPath("$.detailZh").isEqualTo(chinese);
            body.assertThat().extractingPath("$.detailEn").isEqualTo(english);
            body.assertThat().extractingPath("$.detail").isEqualTo(chinese + " / " + english);
        });
    }

    @Test
    void onlyReadingIsPossible() {
        assertThat(http.post().uri("/api/schemes").exchange())
                .hasStatus(405)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void theApiDescribesItself() {
        assertThat(json("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.paths['/api/schemes/{scheme}/periods/{period}/ranking'].get.summary")
                .isEqualTo("一期的位次表");
    }

    private MvcTestResult json(String uri) {
        MvcTestResult result = http.get().uri(uri).exchange();
        assertThat(result).hasStatusOk();
        return result;
    }
}
