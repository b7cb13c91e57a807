package org.wenheng.analytics.duties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Contradiction;
import org.wenheng.ingest.reference.Department;
import org.wenheng.ingest.reference.Duties;
import org.wenheng.ingest.reference.Duty;
import org.wenheng.ingest.reference.Title;

/** Writes duties as a list that people read: by department, Chinese first. */
public final class DutyLines {
    private DutyLines() {}

    /**
     * The list, a line each: departments in the order of their first duty, every duty with its indicators, gap and open
     * decisions; then the contradictions.
     *
     * @param departments of the catalogue, by code
     * @param indicators titles of the scheme's indicators, by code; empty to show codes without titles
     * @throws IllegalArgumentException if a decision names a duty that is not there, or a duty an indicator that is not
     *     among those given
     */
    public static List<String> of(
            Duties duties,
            Map<String, Department> departments,
            Map<String, Title> indicators,
            List<OpenDecision> decisions) {
        for (OpenDecision decision : decisions) {
            if (duties.duties().stream().noneMatch(duty -> duty.code().equals(decision.duty()))) {
                throw new IllegalArgumentException(
                        "Decision %s names a duty %s that is not there".formatted(decision.code(), decision.duty()));
            }
        }
        List<String> lines = new ArrayList<>();
        List<String> order =
                duties.duties().stream().map(Duty::department).distinct().toList();
        for (String code : order) {
            List<Duty> own = duties.duties().stream()
                    .filter(duty -> duty.department().equals(code))
                    .toList();
            Department department = departments.get(code);
            String name = department == null ? code : both(department.name());
            lines.add("%s  %d项职责 / duties".formatted(name, own.size()));
            own.forEach(duty -> duty(duty, indicators, decisions, lines));
        }
        if (!duties.contradictions().isEmpty()) {
            lines.add("文件中相互矛盾之处 / Contradictions in the documents");
            duties.contradictions().forEach(contradiction -> contradiction(contradiction, lines));
        }
        return lines;
    }

    private static void duty(
            Duty duty, Map<String, Title> indicators, List<OpenDecision> decisions, List<String> lines) {
        lines.add("  %s  %s".formatted(duty.code(), both(duty.title())));
        if (duty.indicators().isEmpty()) {
            lines.add("    尚无指标 / no indicator yet");
        }
        for (String code : duty.indicators()) {
            Title title = indicators.get(code);
            if (title == null && !indicators.isEmpty()) {
                throw new IllegalArgumentException(
                        "Duty %s names an indicator %s that the scheme does not have".formatted(duty.code(), code));
            }
            lines.add("    指标 / indicator %s%s".formatted(code, title == null ? "" : "  " + both(title)));
        }
        duty.gap().ifPresent(gap -> lines.add("    缺口 / gap  " + both(gap)));
        decisions.stream()
                .filter(decision -> decision.duty().equals(duty.code()))
                .forEach(decision ->
                        lines.add("    未办结 / open decision %s  %s".formatted(decision.code(), both(decision.title()))));
    }

    private static void contradiction(Contradiction contradiction, List<String> lines) {
        lines.add("  %s  %s".formatted(contradiction.code(), both(contradiction.title())));
        lines.add("    一 / one  " + both(contradiction.one()));
        lines.add("    二 / other  " + both(contradiction.other()));
    }

    private static String both(Title title) {
        return title.chinese() + " / " + title.english();
    }
}
