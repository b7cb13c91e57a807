package org.wenheng.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.command.FailureExit;
import picocli.CommandLine;

class SchemeCommandTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("wenheng.home"), "analytics", "schemes", "jilin-2026.yml");

    @TempDir
    private Path folder;

    /** How a command ended and what it said. */
    private record Answer(int exit, String out, String err) {
        static Answer of(String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = new CommandLine(new SchemeCommand())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .setExecutionExceptionHandler(new FailureExit())
                    .execute(arguments);
            return new Answer(exit, out.toString(), err.toString());
        }
    }

    /** A mistake: where it is put, instead of what, and what must be said about it. */
    private record Mistake(String after, String right, String wrong, String code, String message) {
        /** The text with the mistake in it: the first {@code right} after {@code after} is replaced. */
        String putInto(String text) {
            int place = text.indexOf(right, text.indexOf(after));
            assertThat(text.indexOf(after)).as(after).isNotNegative();
            assertThat(place).as(right).isNotNegative();
            return text.substring(0, place) + wrong + text.substring(place + right.length());
        }

        int lineIn(String text) {
            int place = text.indexOf(wrong, text.indexOf(after));
            return (int) text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
        }
    }

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("scheme:", "version: ", "verison: ", "YAML_KEY_UNKNOWN", "did you mean \"version\"?"),
            new Mistake("unit-level", "county", "conty", "SCHEME_RULE_INVALID", "No region has level \"conty\""),
            new Mistake("defaults:", "decimals: 2", "decimals: 3", "SCHEME_RULE_INVALID", "decimals must be 0 to 2"),
            new Mistake("en: Fail", "from: 0", "from: 10", "SCHEME_GAP", "between 0 and 10 scores have no grade"),
            new Mistake("count: 1", "grade: 优秀", "grade: 优良", "SCHEME_RULE_INVALID", "There is no grade \"优良\""),
            new Mistake(
                    "parents:",
                    "weighted-by: POP\n",
                    "weighted-by: POPU\n",
                    "SCHEME_ELEMENT_UNKNOWN",
                    "did you mean \"POP\"?"),
            new Mistake(
                    "basis",
                    "managed-by: managed-by",
                    "managed-by: manager",
                    "SCHEME_ATTRIBUTE_UNKNOWN",
                    "an attribute \"manager\""),
            new Mistake(
                    "BONUS-STANDARD",
                    "points-each: 1",
                    "points-each: 0",
                    "SCHEME_WEIGHT_INVALID",
                    "A weight must be above 0"),
            new Mistake(
                    "dimensions:",
                    "code: B, weight",
                    "code: B, parent: C, weight",
                    "SCHEME_TREE_CIRCLE",
                    "\"B\" is above itself: B, C"),
            new Mistake("dimensions:", "code: C, weight: 10", "code: C, parent: B, weight: 10.0", "", ""),
            new Mistake(
                    "code: A01", "nature: binding", "nature: bindng", "YAML_WORD_UNKNOWN", "did you mean \"binding\"?"),
            new Mistake(
                    "code: A02",
                    "dimension: A",
                    "dimension: J",
                    "SCHEME_PARENT_UNKNOWN",
                    "The parent \"J\" of \"A02\" does not exist"),
            new Mistake("code: A03", "weight: 2.5", "weight: 0", "SCHEME_WEIGHT_INVALID", "A weight must be above 0"),
            new Mistake(
                    "code: A04",
                    "N_COMM) * 100",
                    "N_COMM * 100",
                    "SCHEME_FORMULA_INVALID",
                    "column 29: Expected \")\" but found the end"),
            new Mistake(
                    "code: A05",
                    "LIB_AREA",
                    "LIB_AERA",
                    "SCHEME_FORMULA_INVALID",
                    "column 1: There is no element \"LIB_AERA\" (did you mean \"LIB_AREA\"?)"),
            new Mistake("code: A06", "[省文化厅]", "[省文化局]", "SCHEME_DEPARTMENT_UNKNOWN", "did you mean \"省文化厅\"?"),
            new Mistake(
                    "code: A08",
                    "value: 65, points: 30",
                    "value: 65, points: 31",
                    "SCHEME_EXAMPLE_WRONG",
                    "value 65.0 should earn 31.0 points, the method gives 30.0000"),
            new Mistake(
                    "code: A09", "method: linear", "method: lineal", "YAML_WORD_UNKNOWN", "did you mean \"linear\"?"),
            new Mistake(
                    "code: B01",
                    "unacceptable: 30",
                    "unacceptable: 300",
                    "SCHEME_METHOD_INVALID",
                    "do not go with direction higher-is-better"),
            new Mistake("code: B02", "span: 40", "sapn: 40", "YAML_KEY_UNKNOWN", "did you mean \"span\"?"),
            new Mistake("code: B03", "[-2, 40]", "[-6, 40]", "SCHEME_METHOD_INVALID", "Values must rise"),
            new Mistake("code: B05", "weight: 1.5", "weight: 1,5", "YAML_NUMBER_EXPECTED", "\"1,5\" is not a number"),
            new Mistake(
                    "value: 90, points: 80",
                    "code: B06",
                    "code: B05",
                    "SCHEME_CODE_TWICE",
                    "Code \"B05\" is used twice"),
            new Mistake(
                    "code: B07", "zh: 政府购买公共文化服务占比", "cn: 政府购买公共文化服务占比", "YAML_VALUE_MISSING", "title.zh is missing"),
            new Mistake(
                    "code: D01",
                    "scale-target-with-year: true",
                    "scale-target-with-year: yes",
                    "YAML_FLAG_EXPECTED",
                    "\"yes\" must be true or false"),
            new Mistake(
                    "code: F07",
                    "value: \"true\"",
                    "value: \"ture\"",
                    "SCHEME_GAP",
                    "No region has ethnic \"ture\" (did you mean \"true\"?)"),
            new Mistake("code: H03", "full-points", "full-point", "YAML_WORD_UNKNOWN", "did you mean \"full-points\"?"),
            new Mistake(
                    "examples:\n  #",
                    "LIB_HOURS: 50",
                    "LIB_HOUR: 50",
                    "SCHEME_EXAMPLE_INVALID",
                    "did you mean \"LIB_HOURS\"?"),
            new Mistake(
                    "examples:\n  #",
                    "FILM_DONE: [100, ",
                    "FILM_DONE: [",
                    "SCHEME_EXAMPLE_INVALID",
                    "needs the 5 values from 1 January to 2026-05 but has 4"));

    @Test
    void allMistakesOfFileAreSaidAtOnceWithTheirLines() throws IOException {
        String text = Files.readString(SHIPPED);
        for (Mistake mistake : MISTAKES) {
            text = mistake.putInto(text);
        }
        Path file = Files.writeString(folder.resolve("wrong.yml"), text);
        Answer answer = Answer.of("check", file.toString());
        assertThat(answer.exit()).isEqualTo(1);
        SoftAssertions softly = new SoftAssertions();
        for (Mistake mistake : MISTAKES) {
            String place = "wrong.yml:%d [%s]".formatted(mistake.lineIn(text), mistake.code());
            if (!mistake.code().isEmpty()) {
                softly.assertThat(answer.err().lines().filter(line -> line.contains(place)))
                        .as("%s %s", place, mistake.wrong())
                        .anyMatch(line -> line.contains(mistake.message()));
            }
        }
        softly.assertAll();
        Matcher lines = Pattern.compile("(?m)^  wrong\\.yml:(\\d+) ").matcher(answer.err());
        assertThat(lines.results().map(line -> Integer.valueOf(line.group(1))).toList())
                .as("in the order of the file")
                .hasSizeGreaterThan(MISTAKES.size())
                .isSorted();
    }

    @Test
    void checkEndsWithSummary() {
        Answer answer = Answer.of("check", "jilin-2026");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out().lines().toList())
                .startsWith(
                        "jilin-2026 2026.2  吉林省公共文化服务考核方案(2026年建议稿) / Assessment of public cultural services in Jilin, proposal for 2026")
                .endsWith(
                        "节点80个:指数1、维度9、指标60、加减分与否决10 / 80 nodes: 1 index, 9 dimensions, 60 indicators, 10 adjustments",
                        "权重合计:一级维度100、指标100 / weights sum: first dimensions 100, indicators 100",
                        "算例全部相符:指标算例22个、方案算例1个 / all examples hold: 22 of indicators, 1 of the whole scheme",
                        "没有问题 / No problem");
    }

    @Test
    void exampleOfSchemeThatComesOutWrongIsSaidWithItsLine() throws IOException {
        String text = Files.readString(SHIPPED).replace("LIB_HOURS: 50", "LIB_HOURS: 49");
        Path file = Files.writeString(folder.resolve("wrong.yml"), text);
        Answer answer = Answer.of("check", file.toString());
        int line = (int)
                text.substring(0, text.indexOf("points: { D05: 60")).lines().count();
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("wrong.yml:%d [SCHEME_EXAMPLE_WRONG] 算例:220122 的 D05 应得60分,实得40分".formatted(line))
                .contains("Example: 220122 should score 84 but scores 81.00");
    }

    @Test
    void unknownSchemeAndUnknownCatalogueAreSaidWithTheNearest() throws IOException {
        assertThat(Answer.of("check", "jilin-2025").err())
                .contains("[SCHEME_NOT_FOUND]")
                .contains(
                        "No scheme \"jilin-2025\" (did you mean \"jilin-2026\"?); there are: china-synthetic, jilin-2026, us-public-libraries");
        String text = Files.readString(SHIPPED).replace("catalogue: jilin", "catalogue: jilim");
        Path file = Files.writeString(folder.resolve("other.yml"), text);
        assertThat(Answer.of("check", file.toString()).err())
                .contains("other.yml:9 [SCHEME_CATALOGUE_UNKNOWN]")
                .contains("No catalogue \"jilim\" (did you mean \"jilin\"?)");
    }

    @Test
    void textThatIsNoYamlIsSaidWithItsLine() throws IOException {
        String text = Files.readString(SHIPPED).replace("valid-from: 2026", "valid-from: [2026");
        Path file = Files.writeString(folder.resolve("open.yml"), text);
        Answer answer = Answer.of("check", file.toString());
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("open.yml:").contains("[YAML_MALFORMED]");
    }

    @Test
    void differenceEndsWithZeroUnlessScriptsAskForAnExitCode() throws IOException {
        String text = Files.readString(SHIPPED).replace("version: \"2026.2\"", "version: \"2026.3\"");
        Path file = Files.writeString(folder.resolve("next.yml"), text);
        Answer answer = Answer.of("diff", "jilin-2026", file.toString());
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("· 版本:2026.2 → 2026.3 / version: 2026.2 → 2026.3");
        assertThat(Answer.of("diff", "--exit-code", "jilin-2026", file.toString())
                        .exit())
                .isEqualTo(1);
        assertThat(Answer.of("diff", "--exit-code", "jilin-2026", "jilin-2026").exit())
                .isZero();
    }
}
