package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.robust.Range;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Indicator.Nature;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/** What scores, floors, vetoes and places say of the regions of a run. A region that is both unit and parent is a unit here. */
final class ScoreFacts {
    /** Earlier periods that a fall of the score is followed back through. */
    private static final int LOOK_BACK = 6;

    private final Scheme scheme;
    private final EarlierPeriods earlier;
    private final Map<String, RegionResult> results;
    private final Period period;

    ScoreFacts(Scheme scheme, EarlierPeriods earlier, ScoreTable table) {
        this.scheme = scheme;
        this.earlier = earlier;
        this.period = table.period();
        this.results = byRegion(table);
    }

    /** The result by which each region is looked at, in the order of the table. */
    static Map<String, RegionResult> byRegion(ScoreTable table) {
        Map<String, RegionResult> results = new LinkedHashMap<>();
        for (RegionResult result : table.results()) {
            results.merge(result.region(), result, (one, other) -> one.isUnit() ? one : other);
        }
        return results;
    }

    List<Fact> scores() {
        return results.values().stream()
                .map(result -> new Fact(
                        Watch.SCORE,
                        result.region(),
                        "",
                        Map.of("score", score(result)),
                        Map.of(),
                        List.of(),
                        new Title("没有得分:该地区没有可计分的数据", "no score: nothing of the region could be scored")))
                .toList();
    }

    /** Binding indicators below the floor; a missing one counts as below it, as in the scheme's rule for grades. */
    List<Fact> floors() {
        double below = scheme.rules().floors().below();
        Map<String, Indicator> binding = scheme.indicatorsIn(period).stream()
                .filter(indicator -> indicator.nature() == Nature.BINDING)
                .collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        List<Fact> facts = new ArrayList<>();
        for (RegionResult result : results.values()) {
            List<NodeResult> looked = result.nodes().stream()
                    .filter(node -> binding.containsKey(node.node()) && !Double.isNaN(node.points()))
                    .toList();
            List<NodeResult> broken =
                    looked.stream().filter(node -> node.points() < below).toList();
            Set<String> departments = new TreeSet<>();
            broken.forEach(node -> departments.addAll(indicator(binding, node).departments()));
            facts.add(Fact.of(
                            Watch.FLOOR,
                            result.region(),
                            Map.of(
                                    "broken",
                                    looked.isEmpty() ? Double.NaN : (double) broken.size(),
                                    "share",
                                    100.0 * broken.size() / looked.size()),
                            Map.of(
                                    "below", number(below),
                                    "indicators", listed(broken, binding)))
                    .answeredBy(List.copyOf(departments)));
        }
        return facts;
    }

    private static Indicator indicator(Map<String, Indicator> binding, NodeResult node) {
        Indicator indicator = binding.get(node.node());
        if (indicator == null) {
            throw new IllegalArgumentException("No indicator " + node.node());
        }
        return indicator;
    }

    private static Title listed(List<NodeResult> broken, Map<String, Indicator> binding) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (NodeResult node : broken) {
            Title title = indicator(binding, node).title();
            boolean missing = node.status().equals("missing");
            String points = Figures.of(node.points(), 1);
            chinese.add("%s %s".formatted(title.chinese(), missing ? "缺报" : points + " 分"));
            english.add("%s %s".formatted(title.english(), missing ? "missing" : points));
        }
        return new Title(String.join(";", chinese), String.join("; ", english));
    }

    /** Vetoes; whether there is one is not known where an item was not reported and no other is there. */
    List<Fact> vetoes() {
        Map<String, Title> items = new LinkedHashMap<>();
        scheme.rules().adjustments().items().stream()
                .filter(item -> item.kind() == AdjustmentKind.VETO)
                .forEach(item -> items.put(item.code(), item.title()));
        List<Fact> facts = new ArrayList<>();
        for (RegionResult result : results.values()) {
            List<NodeResult> nodes = result.nodes().stream()
                    .filter(node -> items.containsKey(node.node()))
                    .toList();
            List<Title> there = nodes.stream()
                    .filter(node -> node.value() > 0)
                    .map(node -> items.getOrDefault(node.node(), Fact.NOTHING_KNOWN))
                    .toList();
            boolean unknown = nodes.isEmpty() || nodes.stream().anyMatch(node -> Double.isNaN(node.value()));
            facts.add(new Fact(
                    Watch.VETO,
                    result.region(),
                    "",
                    Map.of("vetoes", there.isEmpty() && unknown ? Double.NaN : (double) there.size()),
                    Map.of(
                            "items",
                            new Title(
                                    there.stream().map(Title::chinese).collect(Collectors.joining(";")),
                                    there.stream().map(Title::english).collect(Collectors.joining("; ")))),
                    List.of(),
                    new Title("否决事项没有报全", "not every matter of veto was reported")));
        }
        return facts;
    }

    List<Fact> places() {
        List<Fact> facts = new ArrayList<>();
        for (RegionResult result : results.values()) {
            Integer rank = result.peerRank();
            long behind = rank == null
                    ? 0
                    : results.values().stream()
                            .filter(other -> other.kind().equals(result.kind())
                                    && other.peerGroup().equals(result.peerGroup()))
                            .filter(other -> other.peerRank() != null && other.peerRank() > rank)
                            .count();
            facts.add(Fact.of(
                    Watch.PLACE,
                    result.region(),
                    Map.of(
                            "behind", rank == null ? Double.NaN : (double) behind,
                            "among", rank == null ? Double.NaN : (double) result.peerRankOf()),
                    Map.of(
                            "rank",
                            number(rank == null ? Double.NaN : rank),
                            "group",
                            new Title(result.peerGroup(), result.peerGroup()))));
        }
        return facts;
    }

    /** Periods in a row in which the score fell; not known without a score of the period before. */
    List<Fact> scoreFalls() {
        List<Map<String, RegionResult>> before = new ArrayList<>();
        Period looked = period.previous();
        for (int i = 0; i < LOOK_BACK; i++) {
            Optional<ScoreTable> table = earlier.scores(looked);
            if (table.isEmpty()) {
                break;
            }
            before.add(byRegion(table.orElseThrow()));
            looked = looked.previous();
        }
        return results.values().stream()
                .map(result -> scoreFall(result, before))
                .toList();
    }

    private static Fact scoreFall(RegionResult result, List<Map<String, RegionResult>> before) {
        double now = score(result);
        double last = now;
        int falls = 0;
        for (Map<String, RegionResult> table : before) {
            double earlier = known(table.get(result.region()));
            if (!(earlier > last)) {
                break;
            }
            last = earlier;
            falls++;
        }
        boolean comparable = !Double.isNaN(now) && !Double.isNaN(before(result.region(), before));
        return new Fact(
                Watch.SCORE_FALL,
                result.region(),
                "",
                Map.of(
                        "falls", comparable ? (double) falls : Double.NaN,
                        "fallen", comparable ? last - now : Double.NaN),
                Map.of("score", number(now), "before", number(last)),
                List.of(),
                new Title("没有可比的上期得分", "no score of the period before to compare with"));
    }

    private static double before(String region, List<Map<String, RegionResult>> before) {
        return before.isEmpty() ? Double.NaN : known(before.get(0).get(region));
    }

    /** Places lost against the period before, and how far that is beyond what other weights would explain. */
    List<Fact> rankFalls(RankIntervals intervals) {
        Map<String, RegionResult> before =
                earlier.scores(period.previous()).map(ScoreFacts::byRegion).orElse(new HashMap<>());
        List<Fact> facts = new ArrayList<>();
        for (RegionResult result : results.values()) {
            if (!result.isUnit()) {
                continue;
            }
            RegionResult last = before.get(result.region());
            Range interval = intervals.byRegion().get(result.region());
            Integer now = result.rank();
            Integer then = last == null || Double.isNaN(known(last)) ? null : last.rank();
            boolean known = interval != null && now != null && then != null;
            double fallen = known && now != null && then != null ? now - then : Double.NaN;
            double low = interval == null ? Double.NaN : Math.floor(interval.low());
            double high = interval == null ? Double.NaN : Math.ceil(interval.high());
            facts.add(new Fact(
                    Watch.RANK_FALL,
                    result.region(),
                    "",
                    Map.of(
                            "fallen",
                            fallen,
                            "share",
                            100 * fallen / result.rankOf(),
                            "beyond",
                            known && then != null ? Math.max(0, low - then) : Double.NaN),
                    Map.of(
                            "rank", number(now == null ? Double.NaN : now),
                            "before", number(then == null ? Double.NaN : then),
                            "low", number(low),
                            "high", number(high),
                            "draws", number(intervals.draws())),
                    List.of(),
                    new Title("没有可比的上期位次", "no place of the period before to compare with")));
        }
        return facts;
    }

    /** The published score; NaN without one. */
    static double score(RegionResult result) {
        return result.score() == null ? Double.NaN : result.score().doubleValue();
    }

    /** A score that rests on something: of a period without any report of the region nothing is known. */
    static double known(@Nullable RegionResult result) {
        return result == null || result.covered() == 0 ? Double.NaN : score(result);
    }

    private static Title number(double value) {
        return new Title(Figures.of(value), Figures.of(value));
    }
}
