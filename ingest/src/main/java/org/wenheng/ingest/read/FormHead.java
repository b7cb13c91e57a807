package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.read.Line.Label;
import org.wenheng.ingest.read.TableWords.Role;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;

/**
 * What stands above a rearranged form: who reports, for when, on which form; labels and values in any order.
 *
 * @param form null if the sheet does not say it
 * @param region code or name; empty if the sheet does not say it
 * @param period code, or the text if it is none; empty if the sheet does not say it
 * @param faults what the sheet says in two ways, with both
 */
record FormHead(@Nullable Form form, String region, String period, boolean synthetic, List<Fault> faults) {

    static FormHead of(FoundTable table, Catalogue catalogue, UnitWords units) {
        List<Fault> faults = new ArrayList<>();
        Form form = form(table, catalogue, faults);
        String region = region(table, catalogue, units, faults);
        String period = period(table, form, faults);
        boolean synthetic = table.labels(Role.ORIGIN).stream()
                .anyMatch(label -> label.value().equals("synthetic"));
        return new FormHead(form, region, period, synthetic, faults);
    }

    /** Whether anything at all was said. */
    boolean saysSomething() {
        return form != null || !region.isEmpty() || !period.isEmpty();
    }

    private static @Nullable Form form(FoundTable table, Catalogue catalogue, List<Fault> faults) {
        List<Label> labels = table.labels(Role.FORM);
        Stream<String> texts = Stream.concat(
                labels.stream().map(Label::value), Stream.of(table.sheet().name()));
        Set<Form> named = new LinkedHashSet<>();
        texts.forEach(text -> catalogue.forms().values().stream()
                .filter(form -> isNameOf(form, text))
                .forEach(named::add));
        if (named.isEmpty()) {
            named.addAll(inTitle(table, catalogue));
        }
        if (named.size() > 1) {
            String candidates = named.stream().map(Form::code).collect(Collectors.joining(", "));
            faults.add(fault(FaultCode.FORM_UNCLEAR, table, labels, candidates));
        }
        return named.size() == 1 ? named.iterator().next() : null;
    }

    private static boolean isNameOf(Form form, String text) {
        String plain = TableWords.plain(text);
        return plain.equals(TableWords.plain(form.code()))
                || plain.equals(TableWords.plain(form.title().chinese()))
                || plain.equals(TableWords.plain(form.title().english()));
    }

    /** The forms whose title stands in a line above the table; a title within another one does not count. */
    private static List<Form> inTitle(FoundTable table, Catalogue catalogue) {
        String above =
                TableWords.plain(table.preamble().stream().map(Line::text).collect(Collectors.joining("\n")));
        List<Form> found = catalogue.forms().values().stream()
                .filter(form -> above.contains(TableWords.plain(form.title().chinese())))
                .toList();
        return found.stream()
                .filter(form -> found.stream()
                        .noneMatch(other -> !other.equals(form)
                                && other.title().chinese().contains(form.title().chinese())))
                .toList();
    }

    private static String region(FoundTable table, Catalogue catalogue, UnitWords units, List<Fault> faults) {
        List<Label> labels = new ArrayList<>(table.labels(Role.REGION_CODE));
        labels.addAll(table.labels(Role.REGION_NAME));
        if (labels.isEmpty()) {
            // "单位:" announces a unit or the unit that reports; what is no unit of measurement is the latter.
            table.labels(Role.UNIT).stream()
                    .filter(label -> units.unitOf(label.value()) == null
                            && table.unit(units)
                                    .map(unit -> !unit.unit().equals(label.value()))
                                    .orElse(true))
                    .forEach(labels::add);
        }
        RegionLookup lookup = new RegionLookup(catalogue);
        Set<String> codes = new LinkedHashSet<>();
        for (Label label : labels) {
            String code = lookup.code(label.value());
            if (catalogue.regions().containsKey(code)) {
                codes.add(code);
            }
        }
        if (codes.size() > 1) {
            faults.add(fault(FaultCode.REGION_UNCLEAR, table, labels, String.join(", ", codes)));
            return "";
        }
        return codes.isEmpty()
                ? labels.stream().map(Label::value).findFirst().orElse("")
                : codes.iterator().next();
    }

    private static String period(FoundTable table, @Nullable Form form, List<Fault> faults) {
        List<Label> labels = table.labels(Role.PERIOD);
        Set<String> codes = new LinkedHashSet<>();
        for (Label label : labels) {
            codes.add(WrittenPeriod.code(label.value(), List.of(), form == null ? null : form.frequency()));
        }
        if (labels.size() == 2 && codes.size() == 2) {
            // The year and the month or quarter may have a label each.
            String joined = labels.get(0).value() + "-" + labels.get(1).value();
            if (WrittenPeriod.meanings(joined).size() == 1) {
                codes.clear();
                codes.add(WrittenPeriod.code(joined, List.of(), null));
            }
        }
        if (labels.isEmpty()) {
            String above = table.preamble().stream().map(Line::text).collect(Collectors.joining("\n"));
            Optional<String> title = WrittenPeriod.within(above);
            title.map(text -> WrittenPeriod.code(text, List.of(), null)).ifPresent(codes::add);
        }
        if (codes.size() > 1) {
            faults.add(fault(FaultCode.PERIOD_UNCLEAR, table, labels, String.join(", ", codes)));
            return "";
        }
        return codes.isEmpty() ? "" : codes.iterator().next();
    }

    private static Fault fault(FaultCode code, FoundTable table, List<Label> labels, String candidates) {
        String given = labels.stream().map(Label::value).collect(Collectors.joining(", "));
        String address = labels.isEmpty() ? "A1" : labels.get(0).address();
        return new Fault(code, table.sheet().name(), address, given, candidates);
    }
}
