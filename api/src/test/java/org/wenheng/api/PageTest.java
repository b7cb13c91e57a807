package org.wenheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@Import(MartForTests.class)
class PageTest {
    private static final String YEAR = "/schemes/demo-2025/2025";

    @Autowired
    MockMvcTester http;

    @Test
    void homeLeadsToTheNewestPeriods() throws Exception {
        assertThat(page("/", 200)).contains("公共文化服务考核示范方案", "href=\"/schemes/demo-2025/2025\"", "合成数据", "还没有发布结果");
    }

    @Test
    void rankingSaysTheMessageFirst() throws Exception {
        assertThat(page(YEAR, 200))
                .contains("2025年，5 个县市区：良好 1 个，合格 2 个，不合格 1 个。平均 68.86 分，延河市居首（86.42 分）")
                .contains("合成数据，仅供演示")
                .contains("数据截至 2026-02-01 00:00 (+00:00)", "计分于 2026-02-01 01:00 (+00:00)")
                .contains("增减与2024年相比", "未得分", "按分优秀");
    }

    @Test
    void rankingCanShowParentsAndAPeerGroup() throws Exception {
        assertThat(page(YEAR + "?kind=parent", 200)).contains("1 个市州", "松江州").doesNotContain(">延河市</a>");
        assertThat(page(YEAR + "?kind=unit&peerGroup=农村", 200))
                .contains(">临溪县</a>")
                .doesNotContain(">延河市</a>");
    }

    @Test
    void aNameCannotBecomeMarkup() throws Exception {
        assertThat(page(YEAR, 200)).contains("新岗&lt;b&gt;县").doesNotContain("新岗<b>");
    }

    @Test
    void regionSaysTheMessageFirstAndWhyTheGradeIsLower() throws Exception {
        assertThat(page(YEAR + "/regions/220101", 200))
                .contains("2025年，延河市得 86.42 分，良好，第 1 位（4 个县市区），比2024年 +2.31")
                .contains("约束性指标“人均到馆次数”未达标，等次最高为良好")
                .contains("12个月中有3个月未报");
    }

    @Test
    void missingNotApplicableAndZeroLookDifferent() throws Exception {
        assertThat(page(YEAR + "/regions/220102", 200))
                .contains("<span class=\"absent\">未报</span>")
                .contains("<span class=\"na\">不适用</span>");
        assertThat(page("/schemes/demo-2025/2025-12/regions/220101", 200))
                .contains("<span>0</span>")
                .doesNotContain("class=\"absent\"", "class=\"na\"");
    }

    @Test
    void aRegionWithoutScoreSaysSo() throws Exception {
        assertThat(page(YEAR + "/regions/220105", 200)).contains("新岗&lt;b&gt;县没有得分：报送数据不足以计分");
    }

    @Test
    void indicatorShowsFormulaMethodAndCells() throws Exception {
        assertThat(page(YEAR + "/regions/220101/indicators/A1", 200))
                .contains("居民到图书馆来吗？", "VISITS / POP", "达到目标得100分，其余按比例", "越高越好")
                .contains("延河市2025年1月.xlsx", "图书馆月报", "C7", "0.06万", "零报告", "没有报送的单元格")
                .doesNotContain("999");
    }

    @Test
    void anErrorIsAPageWithItsCode() throws Exception {
        assertThat(page("/schemes/none/2025", 404))
                .contains("没有考核方案“none”，已有：demo-2025、other", "SCHEME_UNKNOWN", "lang=\"zh-CN\"");
        assertThat(page("/nowhere", 404)).contains("PATH_UNKNOWN");
    }

    @Test
    void noScriptStandsInAPage() throws Exception {
        MvcTestResult result = http.get().uri(YEAR).exchange();
        assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(result.getResponse().getContentAsString()).doesNotContainPattern("<script>|style=|onclick");
    }

    private String page(String uri, int status) throws UnsupportedEncodingException {
        MvcTestResult result = http.get().uri(uri).exchange();
        assertThat(result).hasStatus(status).hasContentType("text/html;charset=UTF-8");
        return result.getResponse().getContentAsString();
    }
}
