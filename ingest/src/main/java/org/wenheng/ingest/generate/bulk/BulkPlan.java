package org.wenheng.ingest.generate.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.generate.Chance;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionBasis;
import org.wenheng.ingest.reference.RegionTree;
import org.wenheng.ingest.submission.SentFile;

/**
 * All that is settled before a value is made. A pure function of catalogue, rules and order, so that any counties and months of
 * it can be made alone, anywhere and in any order.
 */
public final class BulkPlan {
    private static final String CORRECTED = "-更正";

    private final Catalogue catalogue;
    private final BulkRules rules;
    private final BulkOrder order;
    private final Chance chance;
    private final List<CountyPlan> counties;
    private final List<Planting> plantings;

    private BulkPlan(Catalogue catalogue, BulkRules rules, BulkOrder order, List<Region> regions) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.order = order;
        this.chance = new Chance(order.seed());
        Map<String, int[]> counts = FacilityCounts.of(regions, rules.kinds(), order.facilities());
        this.plantings = new Plantings(rules, order.periods(), counts, catalogue.timetable(), chance).in(regions);
        this.counties = CountyPlan.of(regions, counts, rules, plantings, chance);
    }

    /**
     * Settles an order.
     *
     * @throws InputRefusedException if there are not so many counties, or too few facilities for them
     */
    public static BulkPlan of(Catalogue catalogue, BulkRules rules, BulkOrder order) {
        List<Region> all = counties(catalogue, order.within(), order.first());
        if (order.counties() < 1 || order.counties() > all.size()) {
            throw InputRefusedException.of(
                    "BULK_COUNTIES",
                    Integer.toString(order.counties()),
                    "%s 之内有 %d 个县,县数应在1到%d之间".formatted(order.within(), all.size(), all.size()),
                    "%s holds %d counties; their number must lie between 1 and %d"
                            .formatted(order.within(), all.size(), all.size()));
        }
        return new BulkPlan(catalogue, rules, order, all.subList(0, order.counties()));
    }

    /**
     * The regions within one that report in a month and have none below themselves, in the order of the tree.
     *
     * @throws InputRefusedException if there is no such region
     */
    public static List<Region> counties(Catalogue catalogue, String within, Period month) {
        if (catalogue.findRegion(within).isEmpty()) {
            throw InputRefusedException.of(
                    "BULK_REGION_UNKNOWN",
                    within,
                    "目录 %s 里没有行政区 \"%s\"".formatted(catalogue.code(), within),
                    "The catalogue %s has no region \"%s\"".formatted(catalogue.code(), within));
        }
        return new RegionTree(catalogue, RegionBasis.CODE, month.firstDay())
                .leaves(within).stream()
                        .filter(region -> !catalogue.formsOf(region).isEmpty())
                        .toList();
    }

    /** The catalogue whose observations these are. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The rules it follows. */
    public BulkRules rules() {
        return rules;
    }

    /** What was asked for. */
    public BulkOrder order() {
        return order;
    }

    /** The counties, in order. */
    public List<Region> regions() {
        return counties.stream().map(CountyPlan::region).toList();
    }

    /** The anomalies, by rule, county and month. */
    public List<Planting> plantings() {
        return plantings;
    }

    /** The blocks of some months, by month, county and kind. */
    public List<Block> blocks(Collection<Period> periods) {
        return blocks(periods, region -> true);
    }

    /** The blocks of some months and counties, by month, county and kind. */
    public List<Block> blocks(Collection<Period> periods, Predicate<Region> wanted) {
        return periods.stream()
                .flatMap(period -> counties.stream()
                        .filter(county -> wanted.test(county.region()))
                        .flatMap(county -> blocks(county, period)))
                .toList();
    }

    /** The reports of some months, by month and county, a corrected one after the one that it corrects. */
    public List<BulkReport> reports(Collection<Period> periods) {
        return periods.stream()
                .flatMap(period -> counties.stream().flatMap(county -> reports(county, period)))
                .toList();
    }

    private Stream<BulkReport> reports(CountyPlan county, Period period) {
        return report(county, period).stream().flatMap(report -> {
            String code = county.region().code();
            BulkReport first = new BulkReport(
                    code, period, file(county, period, ""), report.receivedAt(), false, county.facilities());
            return Stream.concat(
                    Stream.of(first),
                    report.correctedAt().stream()
                            .map(moment -> new BulkReport(
                                    code, period, file(county, period, CORRECTED), moment, true, county.facilities())));
        });
    }

    private Stream<Block> blocks(CountyPlan county, Period period) {
        List<Block> blocks = new ArrayList<>();
        report(county, period).ifPresent(report -> {
            String submission = file(county, period, "").submissionId(catalogue.code());
            @Nullable
            String correction = report.correctedAt().isPresent()
                    ? file(county, period, CORRECTED).submissionId(catalogue.code())
                    : null;
            List<Boolean> versions = correction == null ? List.of(false) : List.of(true, false);
            for (int kind = 0; kind < county.kinds().size(); kind++) {
                CountyPlan.Kind of = county.kinds().get(kind);
                for (CountyPlan.Range range : of.ranges()) {
                    for (boolean superseded : versions) {
                        blocks.add(new Block(
                                county.region().code(),
                                county.region().name().chinese(),
                                county.key(),
                                kind,
                                period,
                                range.first(),
                                range.last(),
                                range.alone(),
                                of.effect(),
                                submission,
                                report.receivedAt(),
                                correction,
                                report.correctedAt().orElse(null),
                                superseded));
                    }
                }
            }
        });
        return blocks.stream();
    }

    private Optional<CountyReport> report(CountyPlan county, Period period) {
        return CountyReport.of(county.region().code(), period, rules.reports(), catalogue.timetable(), chance);
    }

    /** What stands in for the bytes that were sent: a declaration that nothing was. */
    private SentFile file(CountyPlan county, Period period, String suffix) {
        String name = county.region().code() + "-" + period.code() + "-合成" + suffix + ".txt";
        String text = """
                合成数据,不是真实报送 / synthetic: nobody reported this
                catalogue: %s
                file: %s
                facilities: %d
                seed: %d
                """.formatted(catalogue.code(), name, county.facilities(), order.seed());
        return SentFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
