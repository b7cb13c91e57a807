package org.wenheng.analytics.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Contradiction;
import org.wenheng.ingest.reference.Duties;
import org.wenheng.ingest.reference.DutiesReader;
import org.wenheng.ingest.reference.Duty;
import org.wenheng.ingest.reference.Title;

class DeliveredDutiesTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path FOLDER = HOME.resolve("ingest/catalogues/jilin");
    private static final Catalogue CATALOGUE = Catalogues.load(FOLDER);
    private static final Duties DUTIES =
            DutiesReader.read(FOLDER, CATALOGUE.departments().keySet());

    @Test
    void nineteenDepartmentsHaveFortyEightDuties() {
        Map<String, Long> counts = DUTIES.duties().stream()
                .collect(Collectors.groupingBy(Duty::department, LinkedHashMap::new, Collectors.counting()));
        assertThat(DUTIES.duties()).hasSize(48);
        assertThat(counts.values())
                .containsExactly(2L, 3L, 1L, 4L, 3L, 3L, 2L, 2L, 2L, 1L, 2L, 4L, 2L, 3L, 3L, 3L, 4L, 2L, 2L);
    }

    @Test
    void everyIndicatorNamedIsInTheScheme() {
        Scheme scheme = SchemeReader.read(HOME.resolve("analytics/schemes/" + DUTIES.scheme() + ".yml"), CATALOGUE);
        Set<String> codes = scheme.nodes().stream().map(SchemeNode::code).collect(Collectors.toSet());
        assertThat(DUTIES.scheme()).isEqualTo("jilin-2026");
        assertThat(DUTIES.duties()).allSatisfy(duty -> assertThat(codes).containsAll(duty.indicators()));
    }

    @Test
    void everyContradictionIsShown() {
        assertThat(DUTIES.contradictions())
                .extracting(Contradiction::code)
                .containsExactlyInAnyOrder(
                        "office-seat",
                        "lead",
                        "culture-not-member",
                        "civil-affairs-twice",
                        "members-without-duties",
                        "name-of-quality-supervision",
                        "undefined-leading-group",
                        "plan-period",
                        "missing-bracket",
                        "galleries-without-duty",
                        "community-rooms-without-duty");
    }

    @Test
    void everyDutyShowsIndicatorsOrAGapAndEveryContradictionBothSides() {
        List<String> lines = DutyLines.of(DUTIES, CATALOGUE.departments(), Map.of(), List.of());
        for (Duty duty : DUTIES.duties()) {
            int at = lines.indexOf("  %s  %s / %s"
                    .formatted(duty.code(), duty.title().chinese(), duty.title().english()));
            assertThat(at).as(duty.code()).isNotNegative();
            assertThat(lines.get(at + 1)).as(duty.code()).startsWith("    ");
            duty.indicators().forEach(code -> assertThat(lines).contains("    指标 / indicator " + code));
        }
        assertThat(lines).filteredOn(line -> line.startsWith("    一 / one")).hasSize(11);
        assertThat(lines).filteredOn(line -> line.startsWith("    二 / other")).hasSize(11);
    }

    @Test
    void aDutyShowsItsGapAndItsOpenDecisions() {
        OpenDecision decision = new OpenDecision("2026-03-1", "education-3", new Title("补数据元", "Add the element"));
        assertThat(DutyLines.of(DUTIES, CATALOGUE.departments(), Map.of(), List.of(decision)))
                .containsSequence(
                        "    尚无指标 / no indicator yet",
                        "    缺口 / gap  缺少共享设施的数据元 / No element for shared venues",
                        "    未办结 / open decision 2026-03-1  补数据元 / Add the element");
        OpenDecision lost = new OpenDecision("x", "education-9", new Title("无", "none"));
        assertThatThrownBy(() -> DutyLines.of(DUTIES, CATALOGUE.departments(), Map.of(), List.of(lost)))
                .hasMessage("Decision x names a duty education-9 that is not there");
    }

    @Test
    void aCatalogueWithoutDutiesHasNone() {
        assertThat(DutiesReader.read(HOME.resolve("ingest/catalogues"), Set.of()))
                .isEqualTo(Duties.NONE);
    }
}
