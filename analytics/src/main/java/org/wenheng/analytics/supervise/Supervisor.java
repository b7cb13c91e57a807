package org.wenheng.analytics.supervise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.ScoringRules.GroupsByAttribute;
import org.wenheng.analytics.supervise.Supervision.RegionQuality;
import org.wenheng.ingest.due.ExpectedReport;
import org.wenheng.ingest.due.ReportProgress;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Duty;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Relation;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Supervises runs: scores, panel and ledger in; lights, cases, data quality and spot checks out. */
public final class Supervisor {
    private final Scheme scheme;
    private final Catalogue catalogue;
    private final SupervisionRules rules;

    public Supervisor(Scheme scheme, Catalogue catalogue, SupervisionRules rules) {
        this.scheme = scheme;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /**
     * What a run is supervised on besides its scores and values.
     *
     * @param reports rows of the ledger for the period; empty where no report is expected
     * @param unjudged why no report can be judged; empty if they can
     * @param openFindings broken relations that were not explained, by region
     * @param today day on which the data are known
     * @param seed of draws
     */
    public record Circumstances(
            List<ExpectedReport> reports,
            Optional<Title> unjudged,
            Map<String, Integer> openFindings,
            LocalDate today,
            long seed) {
        public Circumstances {
            reports = List.copyOf(reports);
            openFindings = Map.copyOf(openFindings);
        }
    }

    /**
     * The earlier periods of a panel, to be shared by runs of one year.
     *
     * @param firstYear that the panel holds
     */
    public EarlierPeriods earlier(ElementPanel panel, int firstYear) {
        return new EarlierPeriods(
                scheme,
                catalogue,
                panel,
                firstYear,
                new CaseFinder(groups(), rules.field().related(), catalogue.checks(), rules.settings()));
    }

    /** The scheme's peer groups where an attribute tells them, otherwise all regions of a level. */
    private Map<String, String> groups() {
        Map<String, String> groups = new HashMap<>();
        catalogue.regions().values().forEach(region -> {
            String group = scheme.rules().peerGroups() instanceof GroupsByAttribute by
                    ? region.attribute(by.attribute())
                    : null;
            groups.put(region.code(), region.level() + (group == null ? "" : " " + group));
        });
        return groups;
    }

    /** Supervises a run. The same input gives the same result, in whatever order it comes. */
    public Supervision supervise(ScoreTable table, EarlierPeriods earlier, Circumstances circumstances) {
        Period period = table.period();
        Map<String, RegionResult> results = ScoreFacts.byRegion(table);
        CaseFinder.Look look = earlier.finder().look(earlier.panel(), period, earlier.casesBefore(period, (int)
                rules.settings().value(Setting.LINK_PERIODS)));
        List<AnomalyCase> cases = look.cases().stream()
                .filter(one -> results.containsKey(one.region()))
                .toList();
        FormFacts forms = new FormFacts(circumstances.reports(), catalogue.departments());
        List<RegionQuality> qualities = results.keySet().stream()
                .map(region -> quality(region, earlier.panel(), period, forms, look, circumstances))
                .toList();
        List<Fact> facts = new ArrayList<>();
        Map<Watch, Title> unjudged = new EnumMap<>(Watch.class);
        ofScores(table, earlier, circumstances.seed(), facts, unjudged);
        ofProgress(List.copyOf(results.keySet()), earlier.panel(), period, facts, unjudged);
        circumstances.unjudged().ifPresent(why -> unjudged.put(Watch.FORMS, why));
        if (circumstances.unjudged().isEmpty()) {
            results.keySet().forEach(region -> facts.add(forms.fact(region)));
            ofUncollected(forms.uncollected(), unjudged);
        }
        CaseFacts caseFacts = new CaseFacts(cases, look.tested(), catalogue.elements());
        results.keySet().forEach(region -> facts.add(caseFacts.fact(region)));
        qualities.forEach(quality -> facts.add(CaseFacts.quality(quality.quality())));
        ofDuties(circumstances.today(), facts, unjudged);
        return new Supervision(
                rules.lights().lights(period, facts, unjudged),
                cases,
                qualities,
                spotCheck(results, earlier, period, cases, qualities, circumstances.seed()));
    }

    private void ofScores(
            ScoreTable table, EarlierPeriods earlier, long seed, List<Fact> facts, Map<Watch, Title> unjudged) {
        Period period = table.period();
        ScoreFacts scores = new ScoreFacts(scheme, earlier, table);
        facts.addAll(scores.scores());
        facts.addAll(scores.places());
        facts.addAll(scores.scoreFalls());
        facts.addAll(
                scores.rankFalls(RankIntervals.of(scheme, catalogue, earlier.panel(), period, seed, rules.settings())));
        if (scheme.rules().floors().blocks().isEmpty()) {
            unjudged.put(Watch.FLOOR, new Title("方案没有规定底线", "the scheme has no floors"));
        } else {
            facts.addAll(scores.floors());
        }
        boolean vetoes =
                scheme.rules().adjustments().items().stream().anyMatch(item -> item.kind() == AdjustmentKind.VETO);
        if (!vetoes || !scheme.rules().adjustments().periods().contains(period.frequency())) {
            unjudged.put(Watch.VETO, new Title("方案在这类期没有否决事项", "the scheme has no vetoes in such periods"));
        } else {
            facts.addAll(scores.vetoes());
        }
    }

    private void ofProgress(
            List<String> regions, ElementPanel panel, Period period, List<Fact> facts, Map<Watch, Title> unjudged) {
        ProgressFacts progress = new ProgressFacts(panel, catalogue, regions);
        List<Fact> found = new ArrayList<>();
        rules.field().progress().forEach(item -> found.addAll(progress.progress(item, period)));
        rules.field().backlogs().forEach(item -> found.addAll(progress.backlog(item, period)));
        facts.addAll(found);
        Title why = new Title(
                "目录没有列出这类事项,或其数据不按这类期报送", "the catalogue names no such matter, or its data are reported less often");
        for (Watch watch : List.of(Watch.SPENDING, Watch.SERVICE, Watch.BACKLOG)) {
            if (found.stream().noneMatch(fact -> fact.watch() == watch)) {
                unjudged.put(watch, why);
            }
        }
    }

    private static void ofUncollected(List<Title> forms, Map<Watch, Title> unjudged) {
        if (!forms.isEmpty()) {
            unjudged.put(
                    Watch.FORMS,
                    new Title(
                            "%d 种报表无一地区报送,视为未收集:%s"
                                    .formatted(
                                            forms.size(),
                                            forms.stream().map(Title::chinese).collect(Collectors.joining("、"))),
                            "%d forms were sent by nobody and are taken as not collected: %s"
                                    .formatted(
                                            forms.size(),
                                            forms.stream().map(Title::english).collect(Collectors.joining(", ")))));
        }
    }

    private void ofDuties(LocalDate today, List<Fact> facts, Map<Watch, Title> unjudged) {
        List<Duty> all = rules.duties().duties();
        List<Duty> dated = all.stream().filter(duty -> duty.due().isPresent()).toList();
        for (Duty duty : dated) {
            LocalDate due = duty.due().orElseThrow();
            // How many days it is overdue is not told: that would change from day to day without anything having
            // happened.
            boolean overdue = !duty.done() && today.isAfter(due);
            facts.add(Fact.of(
                            Watch.DUTY,
                            "",
                            Map.of("overdue", overdue ? 1.0 : 0.0),
                            Map.of("item", duty.title(), "day", new Title(due.toString(), due.toString())))
                    .about(duty.code())
                    .answeredBy(List.of(departmentName(duty.department()))));
        }
        if (dated.size() < all.size() || all.isEmpty()) {
            unjudged.put(
                    Watch.DUTY,
                    new Title(
                            "%d 项职责中 %d 项没有期限".formatted(all.size(), all.size() - dated.size()),
                            "%d of %d duties have no day by which they are due"
                                    .formatted(all.size() - dated.size(), all.size())));
        }
    }

    private String departmentName(String code) {
        var department = catalogue.departments().get(code);
        return department == null ? code : department.name().chinese();
    }

    private RegionQuality quality(
            String region,
            ElementPanel panel,
            Period period,
            FormFacts forms,
            CaseFinder.Look look,
            Circumstances circumstances) {
        List<ReportProgress> due =
                forms.due(region).stream().map(ExpectedReport::progress).toList();
        List<ReportProgress> judged = forms.judgedInTime(region).stream()
                .map(ExpectedReport::progress)
                .toList();
        int suspect = (int)
                look.cases().stream().filter(one -> one.region().equals(region)).count();
        QualityCounts counts = QualityCounts.of(
                due,
                judged,
                relations(region, panel, period),
                circumstances.openFindings().getOrDefault(region, 0),
                look.tested().getOrDefault(region, 0),
                suspect);
        return new RegionQuality(DataQuality.of(region, period, counts, rules.settings()), counts);
    }

    /** Relations all of whose values are there, and some of which are of the period's own kind. */
    private int relations(String region, ElementPanel panel, Period period) {
        int checked = 0;
        for (Relation relation : catalogue.relations()) {
            boolean own = relation.elements().stream().anyMatch(code -> isOf(code, period));
            boolean there = relation.elements().stream().allMatch(code -> isThere(region, code, panel, period));
            checked += own && there ? 1 : 0;
        }
        return checked;
    }

    private boolean isOf(String code, Period period) {
        var element = catalogue.elements().get(code);
        return element != null && element.frequency() == period.frequency();
    }

    private boolean isThere(String region, String code, ElementPanel panel, Period period) {
        var element = catalogue.elements().get(code);
        if (element == null) {
            return false;
        }
        ValueStatus status = panel.at(region, latest(element, period), code).status();
        return status == ValueStatus.REPORTED || status == ValueStatus.NIL;
    }

    private Optional<SpotCheck> spotCheck(
            Map<String, RegionResult> results,
            EarlierPeriods earlier,
            Period period,
            List<AnomalyCase> cases,
            List<RegionQuality> qualities,
            long seed) {
        Map<String, RegionResult> before =
                earlier.scores(period.previous()).map(ScoreFacts::byRegion).orElse(Map.of());
        Map<String, Double> highest = new HashMap<>();
        cases.forEach(one -> highest.merge(one.region(), one.score(), Math::max));
        Map<String, Double> totals = new HashMap<>();
        qualities.forEach(
                one -> totals.put(one.quality().region(), one.quality().total()));
        Map<String, Double> sizes = sizes(results, earlier.panel(), period);
        double largest =
                sizes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Risk> risks = results.values().stream()
                .filter(RegionResult::isUnit)
                .map(result -> new Risk(
                        result.region(),
                        highest.getOrDefault(result.region(), 0.0),
                        totals.getOrDefault(result.region(), Double.NaN),
                        ScoreFacts.score(result) - ScoreFacts.known(before.get(result.region())),
                        largest > 0 ? sizes.getOrDefault(result.region(), 0.0) / largest : 0))
                .toList();
        int size = (int) Math.ceil(rules.settings().value(Setting.SPOT_CHECK_SHARE) * risks.size());
        return risks.isEmpty() ? Optional.empty() : Optional.of(SpotCheck.draw(risks, size, seed, rules.settings()));
    }

    /** For what period an element is looked at: the longer one that a period lies in, or the last of its parts. */
    private static Period latest(Element element, Period period) {
        List<Period> parts = period.in(element.frequency());
        return parts.get(parts.size() - 1);
    }

    /** The size of each region: the element's value in the period or in the longer one it lies in; none without a value. */
    private Map<String, Double> sizes(Map<String, RegionResult> results, ElementPanel panel, Period period) {
        Map<String, Double> sizes = new HashMap<>();
        rules.field().size().map(code -> catalogue.elements().get(code)).ifPresent(element -> {
            Period asked = latest(element, period);
            results.keySet().forEach(region -> {
                double value = panel.at(region, asked, element.code()).value();
                if (value > 0) {
                    sizes.put(region, value);
                }
            });
        });
        return sizes;
    }
}
