package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.TableWords.Role;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Form;

/**
 * Reads a form that was rearranged: rows inserted, columns in another order, names instead of codes, a line for the unit.
 * The table is found, its columns are known by their names, elements by code or name. What can be meant in two ways is
 * refused with both; a value without any unit is not given one.
 */
final class FreeForm {
    private final FoundTable table;
    private final Catalogue catalogue;
    private final UnitWords units;
    private final FormHead head;
    private final MergedCells merged;
    private final ElementLabels ofForm;
    private final ElementLabels ofAll;
    private final Map<Role, Integer> roles = new EnumMap<>(Role.class);
    private final Map<TableColumn, ElementLabels.Found> elements = new LinkedHashMap<>();
    private final List<TableColumn> others = new ArrayList<>();
    private final List<ReportedCell> cells = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> totals = new ArrayList<>();

    private FreeForm(FoundTable table, Catalogue catalogue, UnitWords units) {
        this.table = table;
        this.catalogue = catalogue;
        this.units = units;
        this.head = FormHead.of(table, catalogue, units);
        this.merged = new MergedCells(table.sheet());
        Form form = head.form();
        this.ofForm = ElementLabels.of(form == null ? List.of() : elementsOf(form, catalogue), units);
        this.ofAll = ElementLabels.of(catalogue.elements().values(), units);
    }

    /** The cells of a sheet; empty if it is no form of the catalogue in any arrangement. */
    static Optional<Extract> read(Sheet sheet, Catalogue catalogue) {
        List<String> more = catalogue.elements().values().stream()
                .map(Element::unit)
                .distinct()
                .toList();
        UnitWords units = UnitWords.standard().with(more);
        return TableFinder.find(sheet, units).flatMap(table -> new FreeForm(table, catalogue, units).extract());
    }

    private static List<Element> elementsOf(Form form, Catalogue catalogue) {
        return form.elements().stream()
                .map(code -> catalogue.elements().get(code))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Extract> extract() {
        faults.addAll(head.faults());
        table.columns().forEach(this::know);
        boolean inRows = roles.containsKey(Role.ELEMENT_CODE) || roles.containsKey(Role.ELEMENT_NAME);
        if ((!inRows && elements.isEmpty()) || (!head.saysSomething() && !roles.containsKey(Role.PERIOD))) {
            return Optional.empty();
        }
        requireHead();
        int value = inRows ? valueColumn() : -1;
        if (!inRows) {
            others.forEach(this::refuse);
        }
        if (faults.stream().allMatch(fault -> fault.code() == FaultCode.ELEMENT_UNCLEAR)) {
            for (SheetRow row : table.rows()) {
                if (inRows) {
                    readElement(row, value);
                } else {
                    readElements(row);
                }
            }
        }
        if (!totals.isEmpty()) {
            faults.add(new Fault(
                    FaultCode.TOTALS_NOT_READ, table.sheet().name(), totals.get(0), String.join(", ", totals), ""));
        }
        return Optional.of(new Extract(cells, faults));
    }

    /** A column is an element, or says something about the values, or is unknown. */
    private void know(TableColumn column) {
        if (column.name().isEmpty()) {
            return;
        }
        Role role = role(column);
        ElementLabels.Found found = role == null ? element(column) : null;
        if (found != null) {
            elements.put(column, found);
        } else if (role == null) {
            others.add(column);
        } else if (role != Role.IGNORED && roles.putIfAbsent(role, column.column()) != null && role == Role.VALUE) {
            others.add(column);
        }
    }

    private static @Nullable Role role(TableColumn column) {
        TableWords words = TableWords.standard();
        Role whole = words.column(column.name());
        return whole != null || column.parts().size() < 2
                ? whole
                : words.column(column.parts().get(column.parts().size() - 1));
    }

    private ElementLabels.@Nullable Found element(TableColumn column) {
        ElementLabels.Found whole = find(column.header());
        if (whole != null) {
            return whole;
        }
        // The lowest part is the most exact; a code in a row of codes stands below the name.
        for (int i = column.parts().size() - 1; i >= 0; i--) {
            ElementLabels.Found part = find(column.parts().get(i));
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    private ElementLabels.@Nullable Found find(String text) {
        return !ofForm.candidates(text).isEmpty() ? ofForm.find(text) : ofAll.find(text);
    }

    private void requireHead() {
        if (head.form() == null && !roles.containsKey(Role.FORM) && !has(FaultCode.FORM_UNCLEAR)) {
            faults.add(missing(
                    FaultCode.FORM_UNCLEAR, String.join(", ", catalogue.forms().keySet())));
        }
        boolean regionInRows = roles.containsKey(Role.REGION_CODE) || roles.containsKey(Role.REGION_NAME);
        if (head.region().isEmpty() && !regionInRows && !has(FaultCode.REGION_UNCLEAR)) {
            faults.add(missing(FaultCode.REGION_UNCLEAR, "报送单位代码: 220184"));
        }
        if (head.period().isEmpty() && !roles.containsKey(Role.PERIOD) && !has(FaultCode.PERIOD_UNCLEAR)) {
            faults.add(missing(FaultCode.PERIOD_UNCLEAR, "报告期: 2026-10"));
        }
    }

    private boolean has(FaultCode code) {
        return faults.stream().anyMatch(fault -> fault.code() == code);
    }

    private Fault missing(FaultCode code, String expected) {
        return new Fault(code, table.sheet().name(), "A1", "", expected);
    }

    /** The column of the values: the one that is named so, or named like the period, or the only one left. */
    private int valueColumn() {
        Integer named = roles.get(Role.VALUE);
        List<TableColumn> rivals =
                others.stream().filter(column -> role(column) == Role.VALUE).toList();
        if (named != null && rivals.isEmpty()) {
            return named;
        }
        List<TableColumn> ofPeriod = others.stream()
                .filter(column ->
                        WrittenPeriod.code(column.name(), List.of(), null).equals(head.period()))
                .toList();
        List<TableColumn> candidates = named != null ? rivals : !ofPeriod.isEmpty() ? ofPeriod : others;
        if (named == null && candidates.size() == 1) {
            return candidates.get(0).column();
        }
        String offered = table.columns().stream()
                .filter(column -> role(column) == Role.VALUE || candidates.contains(column))
                .map(column -> Sheet.address(column.column(), table.headerLast()) + " " + column.header())
                .collect(Collectors.joining(", "));
        faults.add(new Fault(
                FaultCode.VALUES_UNCLEAR,
                table.sheet().name(),
                Sheet.address(0, table.headerLast()),
                table.columns().stream().map(TableColumn::header).collect(Collectors.joining(",")),
                offered));
        return -1;
    }

    private void readElement(SheetRow row, int value) {
        String code = text(row, Role.ELEMENT_CODE);
        String name = text(row, Role.ELEMENT_NAME);
        String label = code.isEmpty() ? name : code;
        ElementLabels.Found byCode = code.isEmpty() ? null : find(code);
        ElementLabels.Found byName = name.isEmpty() ? null : find(name);
        if (byCode == null && byName == null && table.isTotal(row)) {
            totals.add(Sheet.address(0, row.number()));
            return;
        }
        List<String> meant = meant(code, name, byCode, byName);
        if (meant.size() > 1) {
            int column = Objects.requireNonNull(roles.getOrDefault(Role.ELEMENT_NAME, roles.get(Role.ELEMENT_CODE)));
            String given = code.isEmpty() ? name : code + " " + name;
            faults.add(unclear(Sheet.address(column, row.number()), given, String.join(", ", meant)));
            return;
        }
        ElementLabels.Found found = byCode != null ? byCode : code.isEmpty() ? byName : null;
        String named = byName != null && byName.unit() != null ? byName.unit() : "";
        add(row, value, found == null ? label : found.element(), text(row, Role.UNIT), named);
    }

    /** The elements that a row may mean: its code and its name may disagree, and a name alone may be that of several. */
    private List<String> meant(
            String code, String name, ElementLabels.@Nullable Found byCode, ElementLabels.@Nullable Found byName) {
        if (byCode != null && byName != null) {
            return byCode.element().equals(byName.element())
                    ? List.of(byCode.element())
                    : List.of(byCode.element(), byName.element());
        }
        return code.isEmpty() && byName == null ? ofAll.candidates(name) : List.of();
    }

    private Fault unclear(String address, String given, String candidates) {
        return new Fault(FaultCode.ELEMENT_UNCLEAR, table.sheet().name(), address, given, candidates);
    }

    private void readElements(SheetRow row) {
        boolean hasPlace = roles.containsKey(Role.FACILITY_CODE)
                || roles.containsKey(Role.FACILITY_NAME)
                || roles.containsKey(Role.REGION_CODE)
                || roles.containsKey(Role.REGION_NAME);
        if (hasPlace && table.isTotal(row)) {
            totals.add(Sheet.address(0, row.number()));
            return;
        }
        elements.forEach((column, found) -> add(row, column.column(), found.element(), text(row, Role.UNIT), ""));
    }

    private void add(SheetRow row, int column, String element, String unitCell, String unitOfName) {
        TableColumn header = table.columns().get(column);
        String inHeader = header.unit() == null ? "" : header.unit().unit();
        String near = !unitOfName.isEmpty() ? unitOfName : inHeader;
        if (!unitCell.isEmpty() && !near.isEmpty() && units.conflict(unitCell, near)) {
            faults.add(new Fault(
                    FaultCode.UNIT_CONFLICT,
                    table.sheet().name(),
                    Sheet.address(column, row.number()),
                    near,
                    element + " " + unitCell));
            return;
        }
        String unit = !unitCell.isEmpty()
                ? unitCell
                : !near.isEmpty()
                        ? near
                        : table.unit(units)
                                .map(TableColumn.RecognisedUnit::unit)
                                .orElse("");
        String given = row.text(column);
        cells.add(new ReportedCell(
                headOf(row),
                table.sheet().name(),
                row.number(),
                column,
                element,
                unit,
                given,
                MissingMarks.OF_FORMS.statusOf(given),
                text(row, Role.REMARK)));
    }

    private RowHead headOf(SheetRow row) {
        Form form = head.form();
        String region = firstOf(text(row, Role.REGION_CODE), text(row, Role.REGION_NAME));
        String facility = text(row, Role.FACILITY_CODE);
        String facilityName = text(row, Role.FACILITY_NAME);
        boolean ofFacility = roles.containsKey(Role.FACILITY_CODE) || roles.containsKey(Role.FACILITY_NAME);
        return new RowHead(
                firstOf(text(row, Role.FORM), form == null ? "" : form.code()),
                region.isEmpty() ? head.region() : new RegionLookup(catalogue).code(region),
                firstOf(text(row, Role.PERIOD), head.period()),
                facility,
                facilityName,
                ofFacility && (form == null || form.facilityType() != null || !facility.isEmpty()),
                head.synthetic());
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private String text(SheetRow row, Role role) {
        Integer column = roles.get(role);
        return column == null ? "" : merged.text(row, column);
    }

    /** A column that is no element and nothing else that is known: it is said which elements have no column yet. */
    private void refuse(TableColumn column) {
        List<String> several = ofAll.candidates(column.header());
        Form form = head.form();
        Set<String> there =
                elements.values().stream().map(ElementLabels.Found::element).collect(Collectors.toSet());
        String open = form == null
                ? ""
                : elementsOf(form, catalogue).stream()
                        .filter(element -> !there.contains(element.code()))
                        .map(element -> element.code() + " " + element.name().chinese())
                        .collect(Collectors.joining(", "));
        faults.add(unclear(
                Sheet.address(column.column(), table.headerLast()),
                column.header(),
                several.isEmpty() ? open : String.join(", ", several)));
    }
}
