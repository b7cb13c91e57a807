package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.TableColumn.RecognisedUnit;
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
    private final FormColumns columns;
    private final MergedCells merged;
    private final RegionLookup regions;
    private final String unitAbove;
    private final List<ReportedCell> cells = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> totals = new ArrayList<>();

    private FreeForm(FoundTable table, Catalogue catalogue, UnitWords units) {
        this.table = table;
        this.catalogue = catalogue;
        this.units = units;
        this.head = FormHead.of(table, catalogue, units);
        this.columns = new FormColumns(table, head.form(), catalogue, units);
        this.merged = new MergedCells(table.sheet());
        this.regions = new RegionLookup(catalogue);
        this.unitAbove = table.unit(units).map(RecognisedUnit::unit).orElse("");
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

    private Optional<Extract> extract() {
        faults.addAll(head.faults());
        boolean inRows = columns.has(Role.ELEMENT_CODE, Role.ELEMENT_NAME);
        boolean hasElements = inRows || !columns.elements().isEmpty();
        if (!hasElements || (!head.saysSomething() && columns.column(Role.PERIOD) == null)) {
            return Optional.empty();
        }
        requireHead();
        int value = inRows ? valueColumn() : -1;
        if (!inRows) {
            columns.others().forEach(this::refuse);
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

    private void requireHead() {
        if (head.form() == null && columns.column(Role.FORM) == null) {
            require(FaultCode.FORM_UNCLEAR, String.join(", ", catalogue.forms().keySet()));
        }
        if (head.region().isEmpty() && !columns.has(Role.REGION_CODE, Role.REGION_NAME)) {
            require(FaultCode.REGION_UNCLEAR, "报送单位代码");
        }
        if (head.period().isEmpty() && columns.column(Role.PERIOD) == null) {
            require(FaultCode.PERIOD_UNCLEAR, "2026-10");
        }
    }

    private void require(FaultCode code, String expected) {
        if (faults.stream().noneMatch(fault -> fault.code() == code)) {
            faults.add(new Fault(code, table.sheet().name(), "A1", "", expected));
        }
    }

    private int valueColumn() {
        List<TableColumn> candidates = columns.values(head.period());
        if (candidates.size() == 1) {
            return candidates.get(0).column();
        }
        faults.add(new Fault(
                FaultCode.VALUES_UNCLEAR,
                table.sheet().name(),
                Sheet.address(0, table.headerLast()),
                table.columns().stream().map(TableColumn::header).collect(Collectors.joining(",")),
                candidates.stream()
                        .map(column -> columns.address(column) + " " + column.header())
                        .collect(Collectors.joining(", "))));
        return -1;
    }

    private void readElement(SheetRow row, int value) {
        String code = text(row, Role.ELEMENT_CODE);
        String name = text(row, Role.ELEMENT_NAME);
        ElementLabels.Found byCode = code.isEmpty() ? null : columns.find(code);
        ElementLabels.Found byName = name.isEmpty() ? null : columns.find(name);
        if (byCode == null && byName == null && table.isTotal(row)) {
            totals.add(Sheet.address(0, row.number()));
            return;
        }
        List<String> meant = meant(code, name, byCode, byName);
        if (meant.size() > 1) {
            Integer named = columns.column(Role.ELEMENT_NAME);
            int column = Objects.requireNonNullElse(named, columns.column(Role.ELEMENT_CODE));
            String given = code.isEmpty() ? name : code + " " + name;
            faults.add(unclear(Sheet.address(column, row.number()), given, String.join(", ", meant)));
            return;
        }
        ElementLabels.Found found = byCode != null ? byCode : code.isEmpty() ? byName : null;
        String element = found != null ? found.element() : code.isEmpty() ? name : code;
        String unit = byName != null && byName.unit() != null ? byName.unit() : "";
        add(row, headOf(row), value, element, unit);
    }

    /** The elements that a row may mean: its code and its name may disagree, and a name alone may be that of several. */
    private List<String> meant(
            String code, String name, ElementLabels.@Nullable Found byCode, ElementLabels.@Nullable Found byName) {
        if (byCode != null && byName != null) {
            return byCode.element().equals(byName.element())
                    ? List.of(byCode.element())
                    : List.of(byCode.element(), byName.element());
        }
        return code.isEmpty() && byName == null ? columns.candidates(name) : List.of();
    }

    private void readElements(SheetRow row) {
        boolean namesAPlace =
                columns.has(Role.FACILITY_CODE, Role.FACILITY_NAME) || columns.has(Role.REGION_CODE, Role.REGION_NAME);
        if (namesAPlace && table.isTotal(row)) {
            totals.add(Sheet.address(0, row.number()));
            return;
        }
        RowHead of = headOf(row);
        columns.elements().forEach((column, found) -> add(row, of, column.column(), found.element(), ""));
    }

    private void add(SheetRow row, RowHead of, int column, String element, String unitOfName) {
        RecognisedUnit ofHeader = table.columns().get(column).unit();
        String near = !unitOfName.isEmpty() || ofHeader == null ? unitOfName : ofHeader.unit();
        String ofRow = text(row, Role.UNIT);
        if (!ofRow.isEmpty() && !near.isEmpty() && units.conflict(ofRow, near)) {
            String address = Sheet.address(column, row.number());
            faults.add(new Fault(FaultCode.UNIT_CONFLICT, table.sheet().name(), address, near, element + " " + ofRow));
            return;
        }
        String value = row.text(column);
        String reason = text(row, Role.REASON);
        Integer reasonColumn = columns.column(Role.REASON);
        int at = value.isEmpty() && !reason.isEmpty() && reasonColumn != null ? reasonColumn : column;
        // A number and a reason for none contradict each other: both are shown to the checks, which refuse them.
        String given = value.isEmpty() || reason.isEmpty() ? value + reason : value + " " + reason;
        cells.add(new ReportedCell(
                of,
                table.sheet().name(),
                row.number(),
                at,
                element,
                firstOf(ofRow, firstOf(near, unitAbove)),
                given,
                MissingMarks.OF_FORMS.statusOf(given),
                text(row, Role.REMARK)));
    }

    private RowHead headOf(SheetRow row) {
        Form form = head.form();
        String region = firstOf(text(row, Role.REGION_CODE), text(row, Role.REGION_NAME));
        String facility = text(row, Role.FACILITY_CODE);
        boolean ofFacility = columns.has(Role.FACILITY_CODE, Role.FACILITY_NAME)
                && (form == null || form.facilityType() != null || !facility.isEmpty());
        return new RowHead(
                firstOf(text(row, Role.FORM), form == null ? "" : form.code()),
                region.isEmpty() ? head.region() : regions.code(region),
                firstOf(text(row, Role.PERIOD), head.period()),
                facility,
                text(row, Role.FACILITY_NAME),
                ofFacility,
                head.synthetic() || text(row, Role.ORIGIN).equals("synthetic"));
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private String text(SheetRow row, Role role) {
        Integer column = columns.column(role);
        return column == null ? "" : merged.text(row, column);
    }

    /** A column that is nothing that is known: it is said which elements have no column yet. */
    private void refuse(TableColumn column) {
        List<String> several = columns.candidates(column.header());
        String candidates = several.isEmpty() ? columns.open() : String.join(", ", several);
        faults.add(unclear(columns.address(column), column.header(), candidates));
    }

    private Fault unclear(String address, String given, String candidates) {
        return new Fault(FaultCode.ELEMENT_UNCLEAR, table.sheet().name(), address, given, candidates);
    }
}
