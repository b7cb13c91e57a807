package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.command.FailureExit;
import picocli.CommandLine;

/** The command where nothing is known yet; what it reads from a lake has its own test. */
class TemplateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--work", folder.resolve("work").toString()));
        all.addAll(List.of(arguments));
        Clock clock = Clock.fixed(Instant.parse("2026-10-20T08:00:00Z"), ZoneOffset.UTC);
        return new CommandLine(new TemplateCommand(clock))
                .setExecutionExceptionHandler(new FailureExit())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(all.toArray(String[]::new));
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void oneRegionGetsOneWorkbookNamedByRegionAndPeriod() throws IOException {
        int exit = run(
                "--catalogue",
                "jilin",
                "--region",
                "220102",
                "--period",
                "2026-10",
                "--out",
                folder.resolve("out").toString());

        assertThat(exit).as(errors.toString()).isZero();
        assertThat(files("out")).containsExactly("220102-南关区-2026-10.xlsx");
        assertThat(out.toString()).contains("已生成 1 个模板(8 张报表)").contains("1 templates with 8 forms");
    }

    @Test
    void everyReporterGetsOneForAForm() throws IOException {
        int exit = run("--catalogue", "jilin", "--all-regions", "--period", "2026-10", "--form", "library-month");

        assertThat(exit).as(errors.toString()).isZero();
        assertThat(files("work/templates"))
                .as("60 counties, 9 prefectures, one reporting unit")
                .hasSize(70)
                .contains("JLCBS-长白山保护开发区管委会-2026-10.xlsx");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        int exit = run(
                "--catalogue", "jilin", "--region", "999999", "--period", "十月", "--form", "library", "--form", "film");

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString())
                .contains("[REGION_UNKNOWN] 目录里没有行政区“999999”")
                .contains("[PERIOD_MALFORMED] “十月”不是报告期")
                .contains("[FORM_UNKNOWN] 目录里没有报表“library”")
                .contains("“film”");
    }

    @Test
    void formOfAnotherFrequencyIsRefused() {
        int exit = run("--catalogue", "jilin", "--region", "220102", "--period", "2026Q4", "--form", "library-month");

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains("[TEMPLATE_WITHOUT_FORMS]").contains("2026Q4");
    }

    @Test
    void neitherRegionNorAllRegionsIsWrongUsage() {
        assertThat(run("--catalogue", "jilin", "--period", "2026-10")).isEqualTo(2);
    }
}
