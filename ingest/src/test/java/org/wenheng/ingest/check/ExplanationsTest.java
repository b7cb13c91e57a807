package org.wenheng.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.reference.Title;

class ExplanationsTest {
    private static Finding finding(Severity severity, @org.jspecify.annotations.Nullable String explanation) {
        Title text = new Title("文", "text");
        return new Finding("X", severity, "", "A1", null, null, null, "1", text, text, explanation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "——",
                "无",
                "正常",
                "属实",
                "情况属实",
                "数据 无误。",
                "（经核实,数据无误）",
                "新馆",
                "11111",
                "啊啊啊啊啊啊",
                "。。。。。。",
                "Checked.",
                "no comment",
                "ＣＯＲＲＥＣＴ"
            })
    void textThatSaysNothingExplainsNothing(String text) {
        assertThat(Explanations.explains(text)).isFalse();
        assertThat(finding(Severity.EXPLAIN, text).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"新馆5月开馆", "2025年起含分馆", "馆舍维修闭馆三个月", "New branch opened in May", "合并了两个街道"})
    void reasonExplains(String text) {
        assertThat(Explanations.explains(text)).isTrue();
        assertThat(finding(Severity.EXPLAIN, text).isExplained()).isTrue();
        assertThat(finding(Severity.EXPLAIN, text).isOpen()).isFalse();
    }

    @Test
    void onlyWhatHasToBeExplainedIsOpenOrExplained() {
        assertThat(finding(Severity.EXPLAIN, null).isOpen()).isTrue();
        assertThat(finding(Severity.NOTE, null).isOpen()).isFalse();
        assertThat(finding(Severity.NOTE, "馆舍维修闭馆三个月").isExplained()).isFalse();
        assertThat(finding(Severity.REJECT, "馆舍维修闭馆三个月").isExplained()).isFalse();
    }
}
