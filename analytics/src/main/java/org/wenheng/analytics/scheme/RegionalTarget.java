package org.wenheng.analytics.scheme;

import java.util.Set;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.ingest.reference.Region;

/**
 * A target of its own for some regions.
 *
 * @param attribute of the regions; empty if they are listed
 * @param values of the attribute, or codes of regions
 * @param method the indicator's method with other parameters
 * @param target as written
 * @param source where the target comes from, and for which jurisdiction it stands
 */
public record RegionalTarget(String attribute, Set<String> values, PointMethod method, String target, String source) {

    public RegionalTarget {
        values = Set.copyOf(values);
    }

    /** Whether it is the target of a region. */
    public boolean appliesTo(Region region) {
        String value = attribute.isEmpty() ? region.code() : region.attribute(attribute);
        return value != null && values.contains(value);
    }
}
