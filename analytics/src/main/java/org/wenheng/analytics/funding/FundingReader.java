package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.funding.FundingPlan.Population;
import org.wenheng.analytics.funding.FundingPlan.PopulationYear;
import org.wenheng.analytics.funding.ProgressRule.Calendar;
import org.wenheng.analytics.funding.ProgressRule.Schedule;
import org.wenheng.analytics.funding.ProgressRule.Season;
import org.wenheng.analytics.funding.RatioRule.Per;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads a funding plan strictly: everything that is wrong is said at once, with its line. */
public final class FundingReader {
    private final FundingNodes nodes;
    private final Catalogue catalogue;

    private FundingReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.nodes = new FundingNodes(catalogue);
    }

    /**
     * The plan in a text.
     *
     * @param name of the file, for messages and clauses
     * @param scheme code of the scheme that the plan must be written for
     * @param grades of that scheme, best first; the plan names exactly these
     * @throws InputRefusedException with everything that is wrong
     */
    public static FundingPlan parse(String name, String text, String scheme, List<Title> grades, Catalogue catalogue) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.parse(name, text, problems);
        if (!root.isMapping()) {
            problems.throwIfAny(name);
        }
        FundingPlan plan = new FundingReader(catalogue).plan(root, scheme, grades);
        problems.throwIfAny(name);
        return plan;
    }

    private FundingPlan plan(YamlNode root, String scheme, List<Title> grades) {
        root.only(
                "scheme",
                "title",
                "population",
                "measures",
                "progress",
                "matching",
                "unit-costs",
                "efficiency",
                "reward");
        String own = root.get("scheme").text();
        if (!own.isEmpty() && !own.equals(scheme)) {
            root.get("scheme")
                    .problem(
                            "FUNDING_SCHEME_OTHER",
                            "文件写的方案是 \"%s\",要用的是 \"%s\"".formatted(own, scheme),
                            "The file is for the scheme \"%s\", asked is \"%s\"".formatted(own, scheme));
        }
        Optional<Population> population = population(root.get("population"));
        List<Element> people = population.map(found -> List.of(found.element())).orElse(List.of());
        MatchingReader matching = new MatchingReader(nodes, catalogue);
        return new FundingPlan(
                own,
                Title.of(root.get("title")),
                // Without one there is a problem, and the plan is not used.
                population.orElse(new Population(
                        catalogue.elements().values().iterator().next(), new Title("无", "none"), PopulationYear.SAME)),
                root.get("measures").items().stream()
                        .map(node -> measure(node, people))
                        .toList(),
                root.get("progress").items().stream().map(this::progress).toList(),
                root.get("matching").items().stream().map(matching::read).toList(),
                root.get("unit-costs").items().stream().map(this::cost).toList(),
                root.get("efficiency").isPresent() ? Optional.of(efficiency(root.get("efficiency"))) : Optional.empty(),
                root.get("reward").isPresent()
                        ? Optional.of(RewardReader.read(root.get("reward"), grades))
                        : Optional.empty());
    }

    private Optional<Population> population(YamlNode node) {
        node.only("element", "basis", "year");
        return nodes.elements(node.get("element")).stream()
                .findFirst()
                .map(element -> new Population(
                        element, Title.of(node.get("basis")), node.get("year").word(PopulationYear.class)));
    }

    /** By head, over another number of people or things, or as a share of other money. */
    private RatioRule measure(YamlNode node, List<Element> people) {
        node.only("code", "title", "amount", "per", "share-of", "source");
        boolean share = node.get("share-of").isPresent();
        YamlNode per = node.get("per");
        boolean head = !share
                && !per.isSequence()
                && per.optionalText().filter("population"::equals).isPresent();
        List<Element> below = head ? people : share ? nodes.money(node.get("share-of")) : nodes.elements(per);
        return ratio(node, share ? Per.MONEY : head ? Per.POPULATION : Per.OUTPUT, below);
    }

    private RatioRule cost(YamlNode node) {
        node.only("code", "title", "amount", "output", "source");
        return ratio(node, Per.OUTPUT, nodes.elements(node.get("output")));
    }

    private RatioRule ratio(YamlNode node, Per per, List<Element> below) {
        String unit = switch (per) {
            case MONEY -> "%";
            case POPULATION, OUTPUT ->
                "元/" + below.stream().map(Element::unit).findFirst().orElse("");
        };
        return new RatioRule(
                nodes.code(node.get("code")),
                Title.of(node.get("title")),
                nodes.money(node.get("amount")),
                per,
                below,
                unit,
                node.get("source").text());
    }

    private ProgressRule progress(YamlNode node) {
        node.only("code", "title", "spent", "budget", "schedule", "source");
        List<Element> spent = nodes.money(node.get("spent"));
        for (Element element : spent) {
            if (element.frequency() == Frequency.YEAR) {
                node.get("spent")
                        .problem(
                                "FUNDING_PROGRESS_YEARLY",
                                "%s 一年一报,看不出进度".formatted(element.code()),
                                "%s is reported once a year and shows no progress".formatted(element.code()));
            }
        }
        return new ProgressRule(
                nodes.code(node.get("code")),
                Title.of(node.get("title")),
                spent,
                nodes.money(node.get("budget")),
                schedule(node.get("schedule")),
                node.get("source").text());
    }

    private static Schedule schedule(YamlNode node) {
        if (!node.isMapping()) {
            if (!node.text().equals("calendar")) {
                node.problem(
                        "FUNDING_SCHEDULE_INVALID",
                        "schedule 应为 calendar,或 quarters、months 的累计百分比",
                        "schedule must be calendar, or cumulative per cent of quarters or months");
            }
            return new Calendar();
        }
        node.only("quarters", "months");
        YamlNode shares = node.get("quarters").isPresent() ? node.get("quarters") : node.get("months");
        int expected = node.get("quarters").isPresent() ? 4 : 12;
        var numbers = new ArrayList<java.math.BigDecimal>();
        shares.items().forEach(item -> numbers.add(FundingNodes.upTo(item, 100)));
        boolean falls = false;
        for (int i = 1; i < numbers.size(); i++) {
            falls |= numbers.get(i).compareTo(numbers.get(i - 1)) < 0;
        }
        if (numbers.size() != expected || falls) {
            node.problem(
                    "FUNDING_SCHEDULE_INVALID",
                    "应有%d个累计百分比,不得下降".formatted(expected),
                    "%d cumulative shares that never fall are expected".formatted(expected));
            return new Calendar();
        }
        return new Season(numbers);
    }

    private EfficiencyRule efficiency(YamlNode node) {
        node.only("title", "orientation", "returns", "inputs", "outputs", "source");
        return new EfficiencyRule(
                Title.of(node.get("title")),
                node.get("orientation").word(Orientation.class),
                node.get("returns").word(Returns.class),
                sides(node.get("inputs")),
                sides(node.get("outputs")),
                node.get("source").text());
    }

    private List<EfficiencyRule.Side> sides(YamlNode node) {
        if (!node.isPresent()) {
            node.text();
        }
        return node.items().stream()
                .map(item -> {
                    item.only("title", "elements");
                    return new EfficiencyRule.Side(Title.of(item.get("title")), nodes.elements(item.get("elements")));
                })
                .toList();
    }
}
