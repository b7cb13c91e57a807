package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * A dated, versioned tree of dimensions and indicators with formulas, methods, targets, weights and grades. Made by
 * {@link SchemeReader}, so whatever holds one may rely on it being whole.
 *
 * @param code permanent, lower kebab case
 * @param version year and revision, such as {@code 2026.1}; a changed number is a new version
 * @param catalogue code of the catalogue whose elements it uses
 * @param validFrom first year it is meant for; earlier periods can be scored as a trial and say so
 * @param unitLevel level of the regions that are scored by their own indicators
 * @param frequencies kinds of period that are scored
 * @param dimensions the index first, parents before children
 * @param indicators in the order of the file
 * @param examples small worlds worked by hand; whoever loads a scheme works them before using it
 * @param source the text of the file
 * @param hash SHA-256 of the text in UTF-8, in hexadecimal
 */
public record Scheme(
        String code,
        String version,
        Title title,
        String catalogue,
        int validFrom,
        String unitLevel,
        Set<Frequency> frequencies,
        ScoringRules rules,
        List<Dimension> dimensions,
        List<Indicator> indicators,
        List<SchemeExample> examples,
        String source,
        String hash) {

    public Scheme {
        frequencies = Set.copyOf(frequencies);
        dimensions = List.copyOf(dimensions);
        indicators = List.copyOf(indicators);
        examples = List.copyOf(examples);
    }

    /** The dimension above all others. */
    public Dimension index() {
        return dimensions.get(0);
    }

    /**
     * The same scheme with another tree, for trying out. It stands in no file: its source and its hash are empty, so that
     * nobody takes it for the one it was made of.
     *
     * @param otherDimensions the index first, parents before children, each with something below
     * @param otherIndicators each in one of these dimensions
     */
    public Scheme with(List<Dimension> otherDimensions, List<Indicator> otherIndicators) {
        return new Scheme(
                code,
                version,
                title,
                catalogue,
                validFrom,
                unitLevel,
                frequencies,
                rules,
                otherDimensions,
                otherIndicators,
                List.of(),
                "",
                "");
    }

    /** Every node, the index first, parents before children, siblings in the order of the file. */
    public List<SchemeNode> nodes() {
        return SchemeNodes.of(this);
    }

    /** The years whose values are looked at when a period of a year is scored; formulas may look one further back. */
    public IntStream yearsLookedAt(int year) {
        return IntStream.concat(
                IntStream.of(year), indicators.stream().flatMapToInt(indicator -> indicator.yearsLookedAt(year)));
    }

    /** The indicators that count in a period, in the order of the file. */
    public List<Indicator> indicatorsIn(Period period) {
        return indicators.stream()
                .filter(indicator -> indicator.countsIn(period.frequency(), period.year()))
                .toList();
    }
}
