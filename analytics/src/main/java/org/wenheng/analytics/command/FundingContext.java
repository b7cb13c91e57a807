package org.wenheng.analytics.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.analytics.funding.Candidate;
import org.wenheng.analytics.funding.FundingPlan;
import org.wenheng.analytics.funding.Ledger;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * What an answer about funding is made of.
 *
 * @param run that is published for the period
 * @param before run that is published for the period before; empty if there is none
 */
record FundingContext(
        FundingPlan plan,
        Catalogue catalogue,
        Ledger ledger,
        Period period,
        Assessment run,
        Optional<Assessment> before) {

    /** Codes of the units of the run, in their order. */
    List<String> units() {
        return units(run).map(RegionScore::region).sorted().toList();
    }

    /** Tables with the names of the run's regions. */
    FundingTables tables() {
        return new FundingTables(
                units(run).collect(Collectors.toMap(RegionScore::region, RegionScore::name, (one, same) -> one)));
    }

    /** A region and those it lies in, from the part to the whole. */
    List<String> around(String code) {
        List<String> codes = new ArrayList<>();
        for (String region = code; region != null && !codes.contains(region); ) {
            codes.add(region);
            region = catalogue.findRegion(region).map(Region::parent).orElse(null);
        }
        return codes;
    }

    /** The units of the run as those for whom a reward is proposed. */
    List<Candidate> candidates() {
        Map<String, Node> nodes =
                run.nodes().stream().collect(Collectors.toMap(Node::code, Function.identity(), (one, same) -> one));
        Map<String, RegionScore> earlier = before.stream()
                .flatMap(FundingContext::units)
                .collect(Collectors.toMap(RegionScore::region, Function.identity(), (one, same) -> one));
        Period people = plan.population().periodFor(period.year());
        return units(run)
                .map(region -> new Candidate(
                        region.region(),
                        region.name(),
                        Optional.ofNullable(region.grade()),
                        Optional.ofNullable(region.score()),
                        Optional.ofNullable(earlier.get(region.region())).map(RegionScore::score),
                        Optional.ofNullable(earlier.get(region.region()))
                                .map(one -> one.covered().min(region.covered()))
                                .orElse(BigDecimal.ZERO),
                        ledger.over(
                                people,
                                region.region(),
                                List.of(plan.population().element())),
                        vetoes(region, nodes)))
                .toList();
    }

    private static Stream<RegionScore> units(Assessment run) {
        return run.regions().stream().filter(region -> region.kind().equals("unit"));
    }

    private static List<Title> vetoes(RegionScore region, Map<String, Node> nodes) {
        List<Title> vetoes = new ArrayList<>();
        for (var score : region.nodes()) {
            Node node = nodes.get(score.node());
            BigDecimal cases = score.value();
            if (node != null && node.kind().equals("veto") && cases != null && cases.signum() > 0) {
                vetoes.add(node.title());
            }
        }
        return vetoes;
    }
}
