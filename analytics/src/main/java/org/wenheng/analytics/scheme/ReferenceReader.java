package org.wenheng.analytics.scheme;

import java.util.Optional;
import org.wenheng.analytics.scheme.ReferenceValues.AllRegions;
import org.wenheng.analytics.scheme.ReferenceValues.BasePeriod;
import org.wenheng.analytics.scheme.ReferenceValues.OneRegion;
import org.wenheng.analytics.scheme.ReferenceValues.PeerGroup;
import org.wenheng.analytics.scheme.ReferenceValues.PooledPeriods;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads what a comparing method holds the regions against. */
final class ReferenceReader {
    private static final String INVALID = "SCHEME_REFERENCE_INVALID";

    private final Catalogue catalogue;

    ReferenceReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The words for the references. */
    private enum Of {
        ALL_REGIONS,
        PEER_GROUP,
        POOLED_PERIODS,
        BASE_PERIOD,
        REGION
    }

    /** The reference that is written; {@code fallback} if none is. */
    ReferenceValues read(YamlNode node, ReferenceValues fallback) {
        if (!node.isPresent()) {
            return fallback;
        }
        Of of = node.get("of").word(Of.class);
        if (!node.get("of").optionalText().equals(Optional.of(YamlNode.wordOf(of)))) {
            // The keys depend on the word; what to say about them is known when the word is right.
            return fallback;
        }
        return switch (of) {
            case ALL_REGIONS -> {
                node.only("of");
                yield new AllRegions();
            }
            case PEER_GROUP -> {
                node.only("of", "at-least");
                yield new PeerGroup(twoOrMore(node, "at-least"));
            }
            case POOLED_PERIODS -> {
                node.only("of", "at-least", "periods");
                yield new PooledPeriods(twoOrMore(node, "periods"), twoOrMore(node, "at-least"));
            }
            case BASE_PERIOD -> {
                node.only("of", "at-least", "period");
                yield new BasePeriod(year(node.get("period")), twoOrMore(node, "at-least"));
            }
            case REGION -> {
                node.only("of", "region");
                yield new OneRegion(region(node.get("region")));
            }
        };
    }

    private static int twoOrMore(YamlNode node, String key) {
        YamlNode value = node.get(key);
        int number = value.integer();
        if (value.isPresent() && number < 2) {
            value.problem(
                    INVALID,
                    "%s 须不小于2,却为%d".formatted(key, number),
                    "%s must be 2 or more but is %d".formatted(key, number));
        }
        return number;
    }

    private static int year(YamlNode node) {
        int year = node.integer();
        if (node.isPresent() && (year < 1900 || year > 2999)) {
            node.problem(
                    INVALID,
                    "基期须为年份(如2024),却为%d".formatted(year),
                    "The base period must be a year, such as 2024, but is %d".formatted(year));
        }
        return year;
    }

    private String region(YamlNode node) {
        String code = node.text();
        if (!code.isEmpty() && !catalogue.regions().containsKey(code)) {
            String near = Nearest.to(code, catalogue.regions().keySet())
                    .map("(did you mean \"%s\"?)"::formatted)
                    .orElse("");
            node.problem(
                    INVALID,
                    "目录中没有地区 \"%s\" %s".formatted(code, near),
                    "The catalogue has no region \"%s\" %s".formatted(code, near));
        }
        return code;
    }
}
