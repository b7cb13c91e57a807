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
 * @param regions by code, parents before children
 * @param elements by code, in the order of the file
 * @param departments by code
 * @param forms by code
 * @param timetable by which clock and calendar it collects
 */
public record Catalogue(
        String code,
        Title title,
        Map<String, Region> regions,
        Map<String, Element> elements,
        Map<String, Department> departments,
        Map<String, Form> forms,
        Timetable timetable) {

    /** A catalogue of these parts, each kept in the given order; it counts in UTC and calendar days. */
    public static Catalogue of(
            String code,
            Title title,
            List<Region> regions,
            List<Element> elements,
            List<Department> departments,
            List<Form> forms) {
        return new Catalogue(
                code,
                title,
                byCode(regions, Region::code),
                byCode(elements, Element::code),
                byCode(departments, Department::code),
                byCode(forms, Form::code),
                Timetable.PLAIN);
    }

    /** The same catalogue by another clock and calendar. */
    public Catalogue with(Timetable other) {
        return new Catalogue(code, title, regions, elements, departments, forms, other);
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

    /** The region that is reported under this code, name or alias, if exactly one is. */
    public Optional<Region> findRegionReportedAs(String text) {
        String asked = text.strip();
        Region byCode = regions.get(asked);
        if (byCode != null) {
            return Optional.of(byCode);
        }
        List<Region> found = regions.values().stream()
                .filter(region -> region.name().chinese().equals(asked)
                        || region.name().english().equalsIgnoreCase(asked)
                        || region.aliases().contains(asked))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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
