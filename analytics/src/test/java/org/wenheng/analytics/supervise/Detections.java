package org.wenheng.analytics.supervise;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.wenheng.analytics.derive.ElementValues;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.supervise.Detection.Detector;
import org.wenheng.ingest.generate.bulk.AnomalyRule;
import org.wenheng.ingest.generate.bulk.BulkOrder;
import org.wenheng.ingest.generate.bulk.BulkPlan;
import org.wenheng.ingest.generate.bulk.BulkRules;
import org.wenheng.ingest.generate.bulk.BulkRulesReader;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Relation;
import org.wenheng.ingest.synthetic.SyntheticObservations;
import org.wenheng.ingest.synthetic.Truth;

/**
 * Anomalies that were planted in synthetic observations, looked for in the values of the counties, month by month, with what
 * was known at the end of each.
 *
 * @param truth what was planted, by anomaly and month
 * @param cases what was found
 * @param values county-element-months that were looked at
 */
record Detections(BulkPlan plan, List<Truth.Line> truth, List<AnomalyCase> cases, long values) {
    /** The end of all corrections: detectors see what is right now. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    /** Rows of one partition of what is made. */
    private static final int ROWS_A_SLICE = 1_500_000;

    /** An element of a county in a month. */
    private record Cell(String region, String element, Period period) {}

    /**
     * Makes, derives and looks.
     *
     * @param share of the counties in which each kind of anomaly is planted
     */
    static Detections of(SparkSession spark, BulkOrder order, double share) {
        Path folder = Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues", "china-synthetic");
        Catalogue catalogue = Catalogues.load(folder);
        BulkRules rules = BulkRulesReader.read(folder.resolve("bulk.yml"), catalogue);
        BulkPlan plan = BulkPlan.of(catalogue, withShare(rules, share), order);
        ElementPanel panel = panel(spark, plan);
        CaseFinder finder =
                new CaseFinder(groups(catalogue), related(catalogue), catalogue.checks(), Shipped.settings());
        List<AnomalyCase> cases = new ArrayList<>();
        long values = 0;
        for (Period period : order.periods().subList(rules.anomalies().fromMonth() - 1, order.months())) {
            cases.addAll(finder.cases(panel, period, List.of()));
            values += (long) order.counties() * rules.elements().size();
        }
        return new Detections(plan, Truth.of(spark, plan), List.copyOf(cases), values);
    }

    private static BulkRules withShare(BulkRules rules, double share) {
        List<AnomalyRule> all = rules.anomalies().rules().stream()
                .map(rule -> new AnomalyRule(
                        rule.kind(),
                        rule.facilityKind(),
                        share,
                        rule.effect(),
                        rule.size(),
                        rule.months(),
                        rule.elements()))
                .toList();
        return new BulkRules(
                rules.baseYear(),
                rules.mark(),
                rules.facilityMonth(),
                rules.county(),
                rules.kinds(),
                rules.elements(),
                rules.reports(),
                new BulkRules.Anomalies(rules.anomalies().fromMonth(), all));
    }

    private static ElementPanel panel(SparkSession spark, BulkPlan plan) {
        List<Period> periods = plan.order().periods();
        long rows = (long) plan.order().facilities() * plan.rules().elements().size() * periods.size();
        return ElementValues.panel(ElementValues.derive(
                        new SyntheticObservations(plan).of(spark, periods, (int) (rows / ROWS_A_SLICE) + 2),
                        plan.catalogue(),
                        LATER)
                .collectAsList());
    }

    private static Map<String, String> groups(Catalogue catalogue) {
        Map<String, String> groups = new HashMap<>();
        for (Region region : catalogue.regions().values()) {
            String group = region.attribute("peer-group");
            if (group != null) {
                groups.put(region.code(), group);
            }
        }
        return groups;
    }

    /** Pairs whose ratio the checks of the catalogue know. */
    private static List<CaseFinder.Related> related(Catalogue catalogue) {
        List<CaseFinder.Related> related = new ArrayList<>();
        for (Relation relation : catalogue.relations()) {
            if (relation instanceof Relation.Ratio ratio) {
                related.add(new CaseFinder.Related(ratio.of(), ratio.per()));
            }
        }
        return related;
    }

    /**
     * How often a kind was found.
     *
     * @param planted anomalies, however many months each lasts
     * @param found those with a case in one of their months
     * @param by detectors that spoke in these cases, with how many anomalies
     */
    record OfKind(int planted, int found, Map<Detector, Integer> by) {
        double recall() {
            return (double) found / planted;
        }
    }

    /** How often each kind was found, in the order of the rules. */
    Map<String, OfKind> ofKinds() {
        Map<Cell, AnomalyCase> byCell = new HashMap<>();
        cases.forEach(one -> byCell.put(new Cell(one.region(), one.element(), one.period()), one));
        Map<String, Set<Integer>> planted = new LinkedHashMap<>();
        Map<String, Set<Integer>> found = new HashMap<>();
        Map<String, Map<Detector, Set<Integer>>> by = new HashMap<>();
        for (Truth.Line line : truth) {
            planted.computeIfAbsent(line.kind(), kind -> new TreeSet<>()).add(line.number());
            AnomalyCase one = byCell.get(new Cell(line.region(), line.element(), line.period()));
            if (one != null) {
                found.computeIfAbsent(line.kind(), kind -> new TreeSet<>()).add(line.number());
                one.detections()
                        .forEach(detection -> by.computeIfAbsent(line.kind(), kind -> new EnumMap<>(Detector.class))
                                .computeIfAbsent(detection.detector(), detector -> new TreeSet<>())
                                .add(line.number()));
            }
        }
        Map<String, OfKind> kinds = new LinkedHashMap<>();
        planted.forEach((kind, numbers) -> {
            Map<Detector, Integer> detectors = new EnumMap<>(Detector.class);
            by.getOrDefault(kind, Map.of()).forEach((detector, all) -> detectors.put(detector, all.size()));
            kinds.put(
                    kind,
                    new OfKind(
                            numbers.size(), found.getOrDefault(kind, Set.of()).size(), detectors));
        });
        return kinds;
    }

    /**
     * How right a detector is.
     *
     * @param cases in which it spoke
     * @param right those in which something had been planted: in the value itself, or for a ratio in either element
     */
    record OfDetector(int cases, int right) {
        double precision() {
            return (double) right / cases;
        }
    }

    /** How right each detector is that spoke. */
    Map<Detector, OfDetector> ofDetectors() {
        Map<Detector, OfDetector> all = new EnumMap<>(Detector.class);
        Set<Cell> planted = plantedCells();
        for (AnomalyCase one : cases) {
            for (Detection detection : one.detections()) {
                OfDetector before = all.getOrDefault(detection.detector(), new OfDetector(0, 0));
                boolean right = isRight(one, detection.detector(), planted);
                all.put(detection.detector(), new OfDetector(before.cases() + 1, before.right() + (right ? 1 : 0)));
            }
        }
        return all;
    }

    /** How right all are together: a case is right if one of its detections is. */
    OfDetector together() {
        Set<Cell> planted = plantedCells();
        int right = (int) cases.stream()
                .filter(one ->
                        one.detections().stream().anyMatch(detection -> isRight(one, detection.detector(), planted)))
                .count();
        return new OfDetector(cases.size(), right);
    }

    /** Cases without anything planted, per 1,000 values that were looked at. */
    double falseCases() {
        return 1000.0 * (cases.size() - together().right()) / values;
    }

    private Set<Cell> plantedCells() {
        Set<Cell> cells = new HashSet<>();
        truth.forEach(line -> cells.add(new Cell(line.region(), line.element(), line.period())));
        return cells;
    }

    private boolean isRight(AnomalyCase one, Detector detector, Set<Cell> planted) {
        return planted.contains(new Cell(one.region(), one.element(), one.period()))
                || (detector == Detector.RATIO
                        && related(plan.catalogue()).stream()
                                .filter(pair -> pair.numerator().equals(one.element()))
                                .anyMatch(pair ->
                                        planted.contains(new Cell(one.region(), pair.denominator(), one.period()))));
    }
}
