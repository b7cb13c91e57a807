package org.wenheng.ingest.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;

class YamlFileTest {

    @Test
    void keyWrittenTwiceIsProblemAtItsLine() {
        Problems problems = new Problems();
        YamlFile.parse("a.yml", "a: 1\nb:\n  - { c: 1, d: 2, c: 3 }\na: 2\n", problems);
        assertThat(problems.found())
                .extracting(Problem::where, Problem::english)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("a.yml:3", "Key \"c\" is written twice in one place"),
                        org.assertj.core.groups.Tuple.tuple("a.yml:4", "Key \"a\" is written twice in one place"));
    }

    @Test
    void keyMayStandInSeveralMappings() {
        Problems problems = new Problems();
        YamlNode root = YamlFile.parse("a.yml", "- &x { a: 1 }\n- { a: 2 }\n- *x\n", problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(root.items()).hasSize(3);
    }
}
