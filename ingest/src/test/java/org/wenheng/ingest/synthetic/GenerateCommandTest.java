package org.wenheng.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.generate.GeneratedFolder;
import picocli.CommandLine;

final class GenerateCommandTest {
    @TempDir
    private Path temporary;

    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void doneCommandSaysInTwoLanguagesWhatItWrote() {
        Path out = temporary.resolve("out");

        assertThat(run("--catalogue", "jilin", "--months", "1", "--out", out.toString()))
                .isZero();
        assertThat(printed.toString()).contains("已生成合成数据:70个报送单位").contains("Synthetic data written: 70 reporters");
        assertThat(complained.toString()).isEmpty();
        assertThat(Files.exists(GeneratedFolder.truth(out))).isTrue();
    }

    @Test
    void unknownCatalogueIsRefused() {
        assertThat(run("--catalogue", "atlantis", "--out", temporary.toString()))
                .isEqualTo(1);
        assertThat(complained.toString()).contains("[CATALOGUE_FOLDER_MISSING]");
    }

    @Test
    void catalogueWithoutRulesForSyntheticDataIsRefused() {
        assertThat(run("--catalogue", "us-public-libraries", "--out", temporary.toString()))
                .isEqualTo(1);
        assertThat(complained.toString()).contains("[GENERATE_SETTINGS_MISSING]");
    }

    @Test
    void monthThatIsNoneIsWrongUsage() {
        assertThat(run("--catalogue", "jilin", "--from", "2024Q1")).isEqualTo(2);
        assertThat(complained.toString()).contains("--from: \"2024Q1\" 不是月份 / is not a month (yyyy-mm)");
    }

    @Test
    void noMonthsAreWrongUsage() {
        assertThat(run("--catalogue", "jilin", "--months", "0")).isEqualTo(2);
        assertThat(complained.toString()).contains("--months: 0 应在1到1200之间");
    }

    private int run(String... arguments) {
        return new CommandLine(new GenerateCommand())
                .setExecutionExceptionHandler(new FailureExit())
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
    }
}
