package org.wenheng.api.superset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SupersetCommandTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void exportWritesTheBundleAndEndsWithZero() throws IOException {
        Path out = folder.resolve("new/bundle.zip");

        assertThat(run("export", "--out", out.toString(), "--origin", "SYNTHETIC"))
                .isZero();

        BundleRequest same = new BundleRequest(null, BundleRequest.DEFAULT_DATABASE_URI, DataNature.SYNTHETIC);
        assertThat(Files.readAllBytes(out)).isEqualTo(BundleZip.bytes(Bundle.of(same)));
        assertThat(said.toString()).contains("已写出 " + out);
        assertThat(complained.toString()).isEmpty();
    }

    @Test
    void refusedValueEndsWithOneAndWritesNothing() {
        Path out = folder.resolve("bundle.zip");

        assertThat(run("export", "--out", out.toString(), "--scheme", "No Such"))
                .isEqualTo(1);

        assertThat(complained.toString()).contains("Invalid scheme code: \"No Such\"");
        assertThat(out).doesNotExist();
    }

    @Test
    void folderInPlaceOfTheFileEndsWithThree() {
        assertThat(run("export", "--out", folder.toString())).isEqualTo(3);

        assertThat(complained.toString()).contains("Cannot write " + folder);
    }

    @Test
    void missingOptionEndsWithTwo() {
        assertThat(run("export")).isEqualTo(2);

        assertThat(complained.toString()).contains("Missing required option: '--out=FILE.zip'");
    }

    private int run(String... arguments) {
        return new CommandLine(new SupersetCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }
}
