package org.wenheng.analytics.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wenheng.analytics.composite.Construction;
import org.wenheng.analytics.composite.Construction.Built;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.UnitStages;
import org.wenheng.analytics.robust.Grades;
import org.wenheng.analytics.robust.LeaveOneOut.Part;
import org.wenheng.analytics.robust.Study;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/**
 * The units of a scheme in a period as a study of the mathematics: when nothing varies, its scores are those of the engine.
 * Parents are no part of it. What stays as it is, whatever varies: bonus and deduction, the weights that a rule found from
 * the points, and values of other periods and single regions that the units are compared with.
 *
 * @param stages how the engine comes to the scores
 * @param study of the index, ranked as published: rounded, among all units
 */
public record SchemeStudy(
        Scheme scheme, Catalogue catalogue, ElementPanel panel, Period period, UnitStages stages, Study study) {

    /**
     * The units of a period.
     *
     * @throws InputRefusedException if the scheme does not score such a period, or no unit has a score in it
     */
    public static SchemeStudy of(Scheme scheme, Catalogue catalogue, ElementPanel panel, Period period) {
        UnitStages stages = new Engine(scheme, catalogue).unitStages(panel, period);
        if (stages.scored().isEmpty()) {
            throw InputRefusedException.of(
                    "NOTHING_SCORED",
                    scheme.code() + " " + period.code(),
                    "%s 没有可计分的参评单位;请先入库该期的数据".formatted(period.nameChinese()),
                    "No unit can be scored in %s; ingest data of that period first".formatted(period.code()));
        }
        Study study = new Study(
                new Construction(stages.tree(), stages.rules()),
                stages.values(),
                new PeerGroups(stages.groups()),
                stages.tree().nodes().get(0).code(),
                OptionalInt.of(scheme.rules().decimals()),
                stages.adjustments());
        return new SchemeStudy(scheme, catalogue, panel, period, stages, study);
    }

    /** Every stage when nothing varies. The root is without bonus and deduction. */
    public Built built() {
        return study.construction().build(study.values(), study.groups());
    }

    /** The rows that are scored, rising. */
    public int[] scored() {
        return IntStream.range(0, stages.regions().size())
                .filter(stages.scored()::contains)
                .toArray();
    }

    /** The grades by points alone, without what floors, vetoes and quotas do to them; empty if the scheme grades nobody. */
    public Optional<Grades> grades() {
        List<Grade> grades = scheme.rules().grades();
        if (grades.isEmpty()) {
            return Optional.empty();
        }
        // Whoever is below the last but one has the last.
        List<Double> bounds =
                grades.subList(0, grades.size() - 1).stream().map(Grade::from).toList();
        return Optional.of(new Grades(bounds, scheme.rules().decimals()));
    }

    /** The elements that the period's indicators rest on, each with the indicators that are out without it, by code. */
    public List<Part> elements() {
        Map<String, List<String>> indicators = new TreeMap<>();
        for (Indicator indicator : stages.indicators()) {
            for (String element : indicator.formula().elements()) {
                indicators.computeIfAbsent(element, key -> new ArrayList<>()).add(indicator.code());
            }
        }
        return indicators.entrySet().stream()
                .map(entry -> new Part(
                        entry.getKey(), entry.getValue().stream().distinct().toList()))
                .toList();
    }

    /** The Chinese titles of nodes and elements, by code. */
    Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        catalogue
                .elements()
                .values()
                .forEach(element -> titles.put(element.code(), element.name().chinese()));
        stages.nodes().forEach(node -> titles.put(node.code(), node.title().chinese()));
        return titles;
    }
}
