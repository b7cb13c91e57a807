package org.wenheng.analytics.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenheng.analytics.explain.NodeExplanation.ElementExplanation;
import org.wenheng.analytics.index.ElementInput;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * Why the score of a region is what it is.
 *
 * @param exact the score before rounding; NaN without a score, and then there is nothing to explain
 * @param nodes the index first, parents before children
 * @param comparisons each indicator of the region beside its peers
 */
public record Explanation(
        String region, String kind, double exact, List<NodeExplanation> nodes, List<PeerComparison> comparisons) {

    /** Differences below this are binary noise. */
    private static final double NOISE = 1e-9;

    public Explanation {
        nodes = List.copyOf(nodes);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Explains a region; elements and units are called by their codes.
     *
     * @param scheme the scheme that gave the table
     * @param kind {@code unit} or {@code parent}
     * @throws InputRefusedException if no such region was scored
     */
    public static Explanation of(ScoreTable table, Scheme scheme, String region, String kind) {
        return of(table, scheme, Optional.empty(), region, kind);
    }

    /** The same with the names and units of a catalogue. */
    public static Explanation of(ScoreTable table, Scheme scheme, Catalogue catalogue, String region, String kind) {
        return of(table, scheme, Optional.of(catalogue), region, kind);
    }

    private static Explanation of(
            ScoreTable table, Scheme scheme, Optional<Catalogue> catalogue, String region, String kind) {
        RegionResult result = Known.result(table, region, kind);
        Map<String, SchemeNode> known = new HashMap<>();
        scheme.nodes().forEach(node -> known.put(node.code(), node));
        List<NodeExplanation> nodes = result.nodes().stream()
                .map(node -> {
                    SchemeNode written = known.get(node.node());
                    return written == null
                            ? unit(node, scheme, catalogue)
                            : explained(node, written, elements(node.node(), result, catalogue));
                })
                .toList();
        Peers peers = Peers.of(result, table);
        List<PeerComparison> comparisons = nodes.stream()
                .filter(node -> node.kind().equals("indicator"))
                .map(peers::compared)
                .toList();
        return new Explanation(region, kind, result.exact(), nodes, comparisons);
    }

    private static NodeExplanation explained(NodeResult node, SchemeNode written, List<ElementExplanation> elements) {
        return new NodeExplanation(
                node.node(),
                written.parent(),
                written.kind(),
                written.title(),
                written.unit(),
                node.status(),
                node.value(),
                elements,
                node.points(),
                node.weight(),
                node.contribution(),
                node.notes());
    }

    /** A unit of a parent stands in no scheme: it hangs on the index and is called like its region. */
    private static NodeExplanation unit(NodeResult node, Scheme scheme, Optional<Catalogue> catalogue) {
        String code = node.node().substring(NodeExplanation.UNIT.length());
        Title title = catalogue
                .flatMap(found -> found.findRegion(code))
                .map(Region::name)
                .orElse(new Title(code, code));
        return new NodeExplanation(
                node.node(),
                scheme.index().code(),
                "unit",
                title,
                "",
                node.status(),
                node.value(),
                List.of(),
                node.points(),
                node.weight(),
                node.contribution(),
                node.notes());
    }

    private static List<ElementExplanation> elements(
            String indicator, RegionResult result, Optional<Catalogue> catalogue) {
        return result.inputs().stream()
                .filter(input -> input.indicator().equals(indicator))
                .map(input -> element(input, catalogue))
                .toList();
    }

    private static ElementExplanation element(ElementInput input, Optional<Catalogue> catalogue) {
        Optional<Element> element =
                catalogue.flatMap(found -> Optional.ofNullable(found.elements().get(input.element())));
        return new ElementExplanation(
                input,
                element.map(Element::name).orElse(new Title(input.element(), input.element())),
                element.map(Element::unit).orElse(""));
    }

    /** The nodes whose contributions sum to the score. */
    public List<NodeExplanation> leaves() {
        return nodes.stream().filter(NodeExplanation::isLeaf).toList();
    }

    /** The indicators that earn most above the peers' median, the best first; as many as there are, up to a number. */
    public List<PeerComparison> strengths(int atMost) {
        return comparisons.stream()
                .filter(each -> each.isStrength() && each.distance() > NOISE)
                .sorted(Comparator.comparingDouble(PeerComparison::distance).reversed())
                .limit(atMost)
                .toList();
    }

    /** The indicators that earn most below the peers' median, the worst first; as many as there are, up to a number. */
    public List<PeerComparison> weaknesses(int atMost) {
        return comparisons.stream()
                .filter(each -> each.isWeakness() && each.distance() < -NOISE)
                .sorted(Comparator.comparingDouble(PeerComparison::distance))
                .limit(atMost)
                .toList();
    }

    /** The leaves at which most points are lost, the most first: what would raise the score most. */
    public List<NodeExplanation> losses(int atMost) {
        return leaves().stream()
                .filter(node -> node.lost() > NOISE)
                .sorted(Comparator.comparingDouble(NodeExplanation::lost).reversed())
                .limit(atMost)
                .toList();
    }

    /** Strengths, weaknesses and losses in sentences, up to a number of each. */
    public List<Title> sentences(int atMost) {
        return Stream.of(
                        strengths(atMost).stream().map(Sentences::of),
                        weaknesses(atMost).stream().map(Sentences::of),
                        losses(atMost).stream().map(Sentences::lost))
                .flatMap(each -> each)
                .toList();
    }
}
