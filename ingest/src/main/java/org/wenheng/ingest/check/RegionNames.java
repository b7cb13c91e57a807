package org.wenheng.ingest.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** Finds regions by code or alias. A code that is in force in the period goes before an alias. */
final class RegionNames {
    private final Map<String, Region> byCode;
    private final Map<String, List<Region>> byAlias = new HashMap<>();

    RegionNames(Catalogue catalogue) {
        this.byCode = catalogue.regions();
        for (Region region : catalogue.regions().values()) {
            for (String alias : region.aliases()) {
                byAlias.computeIfAbsent(alias, key -> new ArrayList<>()).add(region);
            }
        }
    }

    /** The regions that a text may mean in a period: none, one, or several if an alias is not unique. */
    List<Region> find(String text, Period period) {
        Region region = byCode.get(text);
        if (region != null && isInForce(region, period)) {
            return List.of(region);
        }
        return byAlias.getOrDefault(text, List.of()).stream()
                .filter(candidate -> isInForce(candidate, period))
                .toList();
    }

    /** Whether the text is the code of a region at any time. */
    boolean isCode(String text) {
        return byCode.containsKey(text);
    }

    private static boolean isInForce(Region region, Period period) {
        LocalDate from = region.validFrom();
        LocalDate to = region.validTo();
        return (from == null || !from.isAfter(period.lastDay())) && (to == null || !to.isBefore(period.firstDay()));
    }
}
