package org.wenheng.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.yaml.YamlFile;

class SourceMappingsTest {
    private static final String MAPPING = """
            title: { zh: 表, en: Table }
            header-row: 2
            region: { ST: 2, CO: 3 }
            facility: { code: [KEY, SEQ], name: NAME }
            period: { column: YEAR }
            missing: { "-1": not-reported }
            closed: { column: STATE, values: ["03"] }
            keep: { column: KIND, values: [A] }
            columns:
              V: { element: VISITS, unit: 千人次, missing: { blank: suppressed } }
            constants:
              OUTLETS: { value: 1 }
            """;

    private static SourceMapping parse(String text) {
        Problems problems = new Problems();
        SourceMapping mapping = SourceMappings.parse("m", YamlFile.parse("m.yml", text, problems));
        problems.throwIfAny("m.yml");
        return mapping;
    }

    private static List<ReportedCell> cells(String csv) {
        Content content = Content.of("t.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), null);
        return MappedTable.read(content.sheets(), parse(MAPPING), FormFiles.catalogue())
                .cells();
    }

    @Test
    void wideTableBecomesCellsOfPaddedRegionsAndJoinedFacilities() {
        List<ReportedCell> cells = cells("note\nKEY,SEQ,NAME,ST,CO,YEAR,STATE,KIND,V,X\nK,01,Lib,1,7,2015,00,A,5,9\n");

        assertThat(cells).hasSize(2);
        assertThat(cells.get(0).head()).isEqualTo(new RowHead("", "01007", "2015", "K-01", "Lib", true, false));
        assertThat(cells.get(0).address()).isEqualTo("I3");
        assertThat(cells.get(0).unit()).isEqualTo("千人次");
        assertThat(cells.get(1).element()).isEqualTo("OUTLETS");
        assertThat(cells.get(1).given()).isEqualTo("1");
        assertThat(cells.get(1).missing()).isNull();
    }

    @Test
    void closedRowsHaveNothingToReportAndOtherKindsAreNotRead() {
        List<ReportedCell> cells = cells(
                "n\nKEY,SEQ,NAME,ST,CO,YEAR,STATE,KIND,V\nK,1,L,1,7,2015,03,A,\nK,2,L,1,7,2015,00,A,\nK,3,L,1,7,2015,00,B,1\n");

        assertThat(cells)
                .extracting(ReportedCell::missing)
                .containsExactly(ValueStatus.NOT_APPLICABLE, ValueStatus.NOT_APPLICABLE, ValueStatus.SUPPRESSED, null);
    }

    @Test
    void everythingWrongWithAMappingIsSaidAtOnce() {
        String wrong = MAPPING.replace("missing: { \"-1\": not-reported }", "missing: { \"-1\": not-reportd }")
                .replace("header-row: 2", "encoding: latin-99")
                .replace("{ column: YEAR }", "{ }")
                .replace("keep:", "kep:");

        assertThatThrownBy(() -> parse(wrong))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactlyInAnyOrder(
                                        "YAML_KEY_UNKNOWN",
                                        "MAPPING_ENCODING_UNKNOWN",
                                        "MAPPING_PERIOD_UNCLEAR",
                                        "YAML_WORD_UNKNOWN"));
    }

    @Test
    void unknownMappingIsRefusedByName() {
        assertThatThrownBy(() -> SourceMappings.load(Path.of("."), "../x"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("No source mapping \"../x\"; look in the folder mappings of the catalogue");
    }
}
