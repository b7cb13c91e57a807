package org.wenheng.ingest.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Region;

/**
 * A made-up institution.
 *
 * @param share its share of what the facilities of its kind have together in the region
 */
record Facility(String code, String name, double share) {

    /** The facilities of a type in a region; empty if it has none. */
    static List<Facility> of(String type, Region region, Map<String, FacilityRule> rules) {
        FacilityRule rule = rules.get(type);
        if (rule == null) {
            return List.of();
        }
        if (rule.members().isEmpty()) {
            return numbered(rule, region, 1);
        }
        List<Facility> all = new ArrayList<>();
        double present = 0;
        for (Map.Entry<String, Double> member : rule.members().entrySet()) {
            present += of(member.getKey(), region, rules).isEmpty() ? 0 : member.getValue();
        }
        for (Map.Entry<String, Double> member : rule.members().entrySet()) {
            FacilityRule memberRule = rules.get(member.getKey());
            if (memberRule != null) {
                all.addAll(numbered(memberRule, region, member.getValue() / present));
            }
        }
        return all;
    }

    private static List<Facility> numbered(FacilityRule rule, Region region, double shareOfAll) {
        int count = rule.countOf().isEmpty()
                ? rule.count()
                : (int) rule.countOf().stream()
                        .mapToDouble(name -> attribute(region, name))
                        .sum();
        List<Facility> facilities = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            facilities.add(new Facility(
                    "%s-%s%02d".formatted(region.code(), rule.letter(), number),
                    rule.name().formatted(region.name().chinese(), number),
                    shareOfAll / count));
        }
        return facilities;
    }

    /** The number an attribute holds; 0 where the attribute does not apply. */
    static double attribute(Region region, String name) {
        String text = region.attribute(name);
        return text == null ? 0 : Double.parseDouble(text);
    }
}
