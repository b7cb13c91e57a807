package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a day as a tree on one {@link RegionBasis}, in which every place is counted exactly once: by code, units
 * that lie in other regions are left out; by management, they stand in the tree and their parts are taken off the regions
 * in which they lie.
 */
public final class RegionTree {
    /** The attribute that names the parent by management. */
    public static final String MANAGED_BY = "managed-by";

    private final RegionBasis basis;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, List<Region>> children = new LinkedHashMap<>();
    private final List<RegionOverlap> overlaps;

    /** The tree of a catalogue's regions on a day. */
    public RegionTree(Catalogue catalogue, RegionBasis basis, LocalDate day) {
        this.basis = basis;
        this.overlaps = basis == RegionBasis.MANAGEMENT ? catalogue.overlaps() : List.of();
        Set<String> lyingInside =
                catalogue.overlaps().stream().map(RegionOverlap::unit).collect(Collectors.toSet());
        catalogue.history().inForce(day).stream()
                .filter(region -> basis == RegionBasis.MANAGEMENT || !lyingInside.contains(region.code()))
                .forEach(region -> regions.put(region.code(), region));
        for (Region region : regions.values()) {
            String parent = parentCode(region, basis);
            if (parent != null) {
                children.computeIfAbsent(parent, code -> new ArrayList<>()).add(region);
            }
        }
    }

    /** The code of the region to which a region belongs on a basis; null for the root. */
    public static @Nullable String parentCode(Region region, RegionBasis basis) {
        String manager = region.attribute(MANAGED_BY);
        return basis == RegionBasis.MANAGEMENT && manager != null ? manager : region.parent();
    }

    public RegionBasis basis() {
        return basis;
    }

    /** The regions directly below one, by code. */
    public List<Region> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** The regions below one that have none below themselves; the region itself if it has none. */
    public List<Region> leaves(String code) {
        List<Region> below = children(code);
        return below.isEmpty()
                ? Optional.ofNullable(regions.get(code)).stream().toList()
                : below.stream().flatMap(child -> leaves(child.code()).stream()).toList();
    }

    /**
     * The sum of a quantity over the leaves below a region, without the parts that other units manage. The values are on the
     * code basis: what a leaf has within its official limits. Where it is only known in which prefecture such a part lies,
     * the sum of the prefecture is right and those of its counties are not lessened.
     *
     * @param quantity name of the quantity, such as {@code population-2020}, for the parts that other units manage
     * @param value the value of a leaf; empty if it is missing
     * @return empty if the value of any leaf is missing: a sum without a part is not the sum
     */
    public Optional<BigDecimal> total(String code, String quantity, Function<Region, Optional<BigDecimal>> value) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Region leaf : leaves(code)) {
            Optional<BigDecimal> own = value.apply(leaf);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(own.get());
        }
        for (RegionOverlap overlap : overlaps) {
            if (overlap.quantity().equals(quantity) && lies(overlap.inside(), code)) {
                sum = sum.subtract(overlap.value());
            }
        }
        return Optional.of(sum);
    }

    private boolean lies(String inside, String code) {
        String at = inside;
        for (int steps = 0; at != null && steps <= regions.size(); steps++) {
            if (at.equals(code)) {
                return true;
            }
            Region region = regions.get(at);
            at = region == null ? null : parentCode(region, basis);
        }
        return false;
    }
}
