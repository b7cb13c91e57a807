package org.wenheng.ingest.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
 * @param checks what is particular to the values of its elements
 * @param timetable by which clock and calendar it collects
 */
public record Catalogue(
        String code,
        Title title,
        Map<String, Region> regions,
        Map<String, Element> elements,
        Map<String, Department> departments,
        Map<String, Form> forms,
        RegionHistory history,
        List<RegionOverlap> overlaps,
        FieldChecks checks,
        Timetable timetable) {

    /**
     * A catalogue of these parts, each kept in the given order. Its regions have no history, its elements no checks; it
     * counts in UTC and calendar days.
     */
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
                new RegionHistory(regions, List.of()),
                List.of(),
                FieldChecks.NONE,
                Timetable.PLAIN);
    }

    /** The same catalogue with a history of its regions. */
    public Catalogue with(RegionHistory itsHistory, List<RegionOverlap> itsOverlaps) {
        return new Catalogue(
                code,
                title,
                regions,
                elements,
                departments,
                forms,
                itsHistory,
                List.copyOf(itsOverlaps),
                checks,
                timetable);
    }

    /** The same catalogue with these checks. */
    public Catalogue with(FieldChecks itsChecks) {
        return new Catalogue(
                code, title, regions, elements, departments, forms, history, overlaps, itsChecks, timetable);
    }

    /** The same catalogue by another clock and calendar. */
    public Catalogue with(Timetable other) {
        return new Catalogue(code, title, regions, elements, departments, forms, history, overlaps, checks, other);
    }

    /** All relations between its elements: those of its checks, and of each element that may not exceed another one. */
    public List<Relation> relations() {
        return Stream.concat(
                        checks.relations().stream(), elements.values().stream().flatMap(Catalogue::limitOf))
                .toList();
    }

    private static Stream<Relation> limitOf(Element part) {
        String whole = part.atMost();
        return whole == null ? Stream.empty() : Stream.of(new Relation.Limit(List.of(part.code()), List.of(whole)));
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
