package org.wenheng.ingest.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The reference data of one collection programme: its regions, departments, elements and forms. Everything that is
 * particular to a place or a field stands here as data.
 *
 * @param code permanent, lower kebab case, such as {@code jilin}; the first part of the key of every observation
 * @param regions those that report, by code, parents before children; with their days in force where these are known
 * @param elements by code, in the order of the file
 * @param departments by code
 * @param forms by code
 * @param history these regions and former ones, with the changes between them
 * @param overlaps areas that are reported apart from the regions they lie in
 */
public record Catalogue(
        String code,
        Title title,
        Map<String, Region> regions,
        Map<String, Element> elements,
        Map<String, Department> departments,
        Map<String, Form> forms,
        RegionHistory history,
        List<RegionOverlap> overlaps) {

    /** A catalogue of these parts, each kept in the given order, whose regions have no history. */
    public static Catalogue of(
            String code,
            Title title,
            List<Region> regions,
            List<Element> elements,
            List<Department> departments,
            List<Form> forms) {
        return of(code, title, regions, elements, departments, forms, new RegionHistory(regions, List.of()), List.of());
    }

    /** A catalogue of these parts, each kept in the given order. */
    public static Catalogue of(
            String code,
            Title title,
            List<Region> regions,
            List<Element> elements,
            List<Department> departments,
            List<Form> forms,
            RegionHistory history,
            List<RegionOverlap> overlaps) {
        return new Catalogue(
                code,
                title,
                byCode(regions, Region::code),
                byCode(elements, Element::code),
                byCode(departments, Department::code),
                byCode(forms, Form::code),
                history,
                List.copyOf(overlaps));
    }

    /** The regions of a level, in the order of the catalogue. */
    public List<Region> regionsOfLevel(String level) {
        return regions.values().stream()
                .filter(region -> region.level().equals(level))
                .toList();
    }

    /** The region with this code, if there is one. */
    public Optional<Region> findRegion(String regionCode) {
        return Optional.ofNullable(regions.get(regionCode));
    }

    /** The forms that a region has to fill, in the order of the catalogue. */
    public List<Form> formsOf(Region region) {
        return forms.values().stream()
                .filter(form -> form.levels().contains(region.level()))
                .toList();
    }

    private static <T> Map<String, T> byCode(List<T> parts, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        parts.forEach(part -> byCode.put(code.apply(part), part));
        return java.util.Collections.unmodifiableMap(byCode);
    }
}
