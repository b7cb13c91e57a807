package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenheng.analytics.supervise.CaseFinder.Related;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * What a catalogue names for its supervision: the elements of its field, which the rules themselves do not know.
 *
 * @param size element that says how large a region is; empty if none does
 * @param related pairs of elements that move together
 * @param progress what has to come along in the course of a year
 * @param backlogs what was due and what of it is done
 */
public record SupervisedField(
        Optional<String> size, List<Related> related, List<Progress> progress, List<Backlog> backlogs) {
    /** Of a catalogue that names nothing. */
    public static final SupervisedField NONE = new SupervisedField(Optional.empty(), List.of(), List.of(), List.of());

    public SupervisedField {
        related = List.copyOf(related);
        progress = List.copyOf(progress);
        backlogs = List.copyOf(backlogs);
    }

    /**
     * A flow that is to reach a plan by the end of the year.
     *
     * @param watch {@link Watch#SPENDING} or {@link Watch#SERVICE}
     * @param of code of an element that adds up over time
     * @param plan code of the element that holds the plan of the year, its latest value; empty for the total of the year
     *     before
     * @param byQuarter per cent of the plan to be reached at the end of each quarter, evenly within it; empty for the
     *     seasonal share of the year before
     */
    public record Progress(
            String code, Title title, Watch watch, String of, Optional<String> plan, List<Double> byQuarter) {
        public Progress {
            byQuarter = List.copyOf(byQuarter);
        }
    }

    /**
     * Two elements that add up over time.
     *
     * @param due code of what was due
     * @param done code of what of it is done
     */
    public record Backlog(String code, Title title, String due, String done) {}

    /**
     * Reads {@code supervision.yml} of a catalogue.
     *
     * @param elements of the catalogue; the file names no others
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that is wrong
     */
    public static SupervisedField parse(String name, String text, Map<String, Element> elements) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.parse(name, text, problems).only("size", "related", "spending", "service", "backlog");
        YamlNode size = root.get("size");
        List<Related> related = new ArrayList<>();
        root.get("related").items().forEach(node -> {
            node.only("of", "per");
            related.add(new Related(known(node.get("of"), elements), known(node.get("per"), elements)));
        });
        List<Progress> progress = new ArrayList<>();
        root.get("spending").items().forEach(node -> progress.add(progress(node, Watch.SPENDING, elements)));
        root.get("service").items().forEach(node -> progress.add(progress(node, Watch.SERVICE, elements)));
        List<Backlog> backlogs = root.get("backlog").items().stream()
                .map(node -> backlog(node, elements))
                .toList();
        Optional<String> sized = size.isPresent() ? Optional.of(known(size, elements)) : Optional.empty();
        problems.throwIfAny(name);
        return new SupervisedField(sized, related, progress, backlogs);
    }

    private static Progress progress(YamlNode node, Watch watch, Map<String, Element> elements) {
        node.only("code", "title", "of", "plan", "by-quarter");
        YamlNode plan = node.get("plan");
        YamlNode schedule = node.get("by-quarter");
        List<Double> byQuarter = schedule.items().stream()
                .map(item -> item.number().doubleValue())
                .toList();
        boolean rising = byQuarter.size() == 4 && byQuarter.get(0) > 0;
        for (int i = 1; i < byQuarter.size(); i++) {
            rising &= byQuarter.get(i) >= byQuarter.get(i - 1);
        }
        if (schedule.isPresent() && !rising) {
            schedule.problem(
                    "SCHEDULE_MALFORMED",
                    "by-quarter 应为四个不减的百分数,第一个大于 0,如 [20, 50, 75, 95]",
                    "by-quarter must be four percentages that do not fall, the first above 0, such as [20, 50, 75, 95]");
        }
        return new Progress(
                node.get("code").text(),
                Title.of(node.get("title")),
                watch,
                flow(node.get("of"), elements),
                plan.isPresent() ? Optional.of(known(plan, elements)) : Optional.empty(),
                byQuarter);
    }

    private static Backlog backlog(YamlNode node, Map<String, Element> elements) {
        node.only("code", "title", "due", "done");
        return new Backlog(
                node.get("code").text(),
                Title.of(node.get("title")),
                flow(node.get("due"), elements),
                flow(node.get("done"), elements));
    }

    private static String flow(YamlNode node, Map<String, Element> elements) {
        String code = known(node, elements);
        Element element = elements.get(code);
        if (element != null && element.overTime() != Accumulation.SUM) {
            node.problem(
                    "SUPERVISED_ELEMENT_NO_FLOW",
                    "数据元 %s 各期不能相加".formatted(code),
                    "The periods of element %s do not add up".formatted(code));
        }
        return code;
    }

    private static String known(YamlNode node, Map<String, Element> elements) {
        String code = node.text();
        if (!code.isEmpty() && !elements.containsKey(code)) {
            node.problem(
                    "SUPERVISED_ELEMENT_UNKNOWN",
                    "目录里没有数据元 \"%s\"".formatted(code),
                    "The catalogue has no element \"%s\"".formatted(code));
        }
        return code;
    }
}
