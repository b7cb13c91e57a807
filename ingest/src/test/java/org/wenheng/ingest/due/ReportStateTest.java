package org.wenheng.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.yaml.YamlNode;

class ReportStateTest {

    @Test
    void everyCombinationHasTheWordOfTheTable() {
        List<List<String>> table = TruthTables.rows("state");
        assertThat(table).hasSize(12);
        for (Administrative decision : Administrative.values()) {
            for (Completeness cells : Completeness.values()) {
                for (Timeliness time : Timeliness.values()) {
                    String expected = table.stream()
                            .filter(row ->
                                    fits(row.get(0), decision) && fits(row.get(1), cells) && fits(row.get(2), time))
                            .findFirst()
                            .orElseThrow()
                            .get(3);
                    assertThat(ReportState.of(cells, time, decision)
                                    .map(YamlNode::wordOf)
                                    .orElse("-"))
                            .as("%s %s %s", decision, cells, time)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static boolean fits(String cell, Enum<?> value) {
        return cell.equals("any") || Stream.of(cell.split(", ")).anyMatch(YamlNode.wordOf(value)::equals);
    }
}
