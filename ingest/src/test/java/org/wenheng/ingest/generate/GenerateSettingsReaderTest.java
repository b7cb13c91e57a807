package org.wenheng.ingest.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

final class GenerateSettingsReaderTest {
    private static final Path FOLDER = Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues", "jilin");
    private static final Catalogue JILIN = Catalogues.load(FOLDER);

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "growth: -0.008 | grwoth: -0.008 | [YAML_KEY_UNKNOWN]",
                "of: [N_VIL] | of: [N_VILS] | [GENERATE_SIZE_UNKNOWN]",
                "POP_DIS: | POP_DISS: | [GENERATE_ELEMENT_UNKNOWN]",
                "POP_DIS: | POP_DISS: | [GENERATE_ELEMENT_MISSING] 缺少数据元 POP_DIS 的规则",
                "season: film | season: films | [GENERATE_SEASON] 没有季节 films",
                "missing: 0.015 | missing: 15 | [GENERATE_SHARE]",
                "library: | libary: | [GENERATE_FACILITY_MISSING]",
                "kind: level | kind: levle | [YAML_WORD_UNKNOWN]"
            })
    void mistakeInTheRulesIsRefused(String right, String wrong, String expected) throws IOException {
        String text = Files.readString(FOLDER.resolve("generate.yml"));
        assertThat(text).contains(right);
        Path file = Files.writeString(temporary.resolve("generate.yml"), text.replace(right, wrong));

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> GenerateSettingsReader.read(file, JILIN))
                .withMessageContaining(expected);
    }
}
