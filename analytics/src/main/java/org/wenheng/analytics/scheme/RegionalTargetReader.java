package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.analytics.scheme.method.Target;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the targets that some regions have of their own. */
final class RegionalTargetReader {
    private static final String INVALID = "SCHEME_REGIONAL_TARGET_INVALID";

    private RegionalTargetReader() {}

    /**
     * @param method the indicator's method with the parameters of this target
     */
    static RegionalTarget read(YamlNode node, Catalogue catalogue, Method method) {
        node.only(
                "regions", "attribute", "values", "parameters", "target", "target-source", "certainty", "jurisdiction");
        boolean listed = node.get("regions").isPresent();
        if (listed == node.get("attribute").isPresent()) {
            node.problem(
                    INVALID,
                    "regional-targets 须写 regions,或 attribute 与 values",
                    "A regional target takes either regions, or attribute and values");
        }
        List<YamlNode> values = node.get(listed ? "regions" : "values").items();
        if (listed) {
            values.forEach(code -> checkRegion(code, catalogue));
        } else {
            checkAttribute(node.get("attribute"), catalogue);
        }
        if (!(method instanceof PointMethod)) {
            node.problem(
                    INVALID, "比较各地区的方法没有分地区的目标", "A method that compares regions has no targets of single regions");
        }
        return new RegionalTarget(
                listed ? "" : node.get("attribute").text(),
                values.stream().map(YamlNode::text).collect(Collectors.toSet()),
                method instanceof PointMethod own ? own : new Target(1, 100, Direction.HIGHER_IS_BETTER),
                node.get("target").text(),
                IndicatorReader.source(node));
    }

    private static void checkRegion(YamlNode node, Catalogue catalogue) {
        String code = node.text();
        if (!catalogue.regions().containsKey(code)) {
            String near = Nearest.to(code, catalogue.regions().keySet())
                    .map("(did you mean \"%s\"?)"::formatted)
                    .orElse("");
            node.problem(
                    "SCHEME_REGION_UNKNOWN",
                    "目录中没有地区 \"%s\" %s".formatted(code, near),
                    "The catalogue has no region \"%s\" %s".formatted(code, near));
        }
    }

    /** Says so if no region has the attribute. */
    static void checkAttribute(YamlNode node, Catalogue catalogue) {
        String attribute = node.text();
        boolean known = catalogue.regions().values().stream().anyMatch(region -> region.attribute(attribute) != null);
        if (!known) {
            node.problem(
                    "SCHEME_ATTRIBUTE_UNKNOWN",
                    "没有任何地区有属性 \"%s\"".formatted(attribute),
                    "No region has an attribute \"%s\"".formatted(attribute));
        }
    }
}
