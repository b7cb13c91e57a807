package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.ElementLabels.Found;
import org.wenheng.ingest.read.SourceMapping.Origin;
import org.wenheng.ingest.read.TableColumn.RecognisedUnit;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.ValueStatus;

/** Reads tables whose header says what the values are about, and long tables, in which every row is one value. */
final class CrossTable {
    private static final int NAMES_SHOWN = 10;

    private final SourceMapping mapping;
    private final FoundTable table;
    private final UnitWords units;
    private final TableBinding binding;
    private final BoundPlace element;
    private final @Nullable BoundPlace unit;
    private final ElementLabels labels;
    private final @Nullable RecognisedUnit line;
    private final List<TableColumn> values = new ArrayList<>();
    private final List<ReportedCell> cells = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> notRead = new LinkedHashSet<>();
    private final List<String> totals = new ArrayList<>();
    private final Set<String> conflicts = new LinkedHashSet<>();

    CrossTable(SourceMapping mapping, FoundTable table, Catalogue catalogue) {
        this.mapping = mapping;
        this.table = table;
        this.units = UnitWords.standard();
        this.binding = new TableBinding(mapping, table, catalogue);
        this.element = binding.bind(Objects.requireNonNull(mapping.element(), "checked when the mapping was read"));
        this.unit = mapping.unit() == null ? null : binding.bind(mapping.unit());
        this.labels = ElementLabels.of(mapping, catalogue, units);
        this.line = table.unit(units).orElse(null);
    }

    Extract read() {
        String value = mapping.value();
        int valueColumn = value == null ? -1 : binding.column(value);
        List<Fault> wrong = new ArrayList<>(binding.faults());
        if (element.place().origin() == Origin.LINE && wrong.isEmpty()) {
            checkElementOfTheTable(wrong);
        }
        if (!wrong.isEmpty()) {
            return new Extract(List.of(), wrong);
        }
        if (value != null) {
            values.add(table.columns().get(valueColumn));
        } else {
            chooseColumns();
        }
        for (SheetRow row : table.body()) {
            if (binding.isRead(row)) {
                read(row);
            }
        }
        note(FaultCode.TOTALS_NOT_READ, totals);
        note(FaultCode.LABELS_NOT_READ, List.copyOf(notRead));
        return new Extract(cells, faults);
    }

    private void checkElementOfTheTable(List<Fault> wrong) {
        Line.Label label = table.labels(element.place().name()).get(0);
        if (labels.find(label.value()) == null) {
            wrong.add(new Fault(
                    FaultCode.LABEL_UNKNOWN, table.sheet().name(), label.address(), label.value(), labels.known()));
        }
    }

    /** The columns whose header tells what their values are about; the others are noted. */
    private void chooseColumns() {
        for (TableColumn column : table.columns()) {
            if (binding.isUsed(column.column()) || column.name().isEmpty()) {
                continue;
            }
            boolean elementTold =
                    element.place().origin() != Origin.HEADER || labels.find(element.header(column)) != null;
            boolean isTotal = binding.regionsStandInHeader()
                    && mapping.totals() == null
                    && TableWords.standard().isTotal(column.name());
            if (isTotal) {
                totals.add(binding.address(column));
            } else if (elementTold && binding.headerTells(column)) {
                values.add(column);
            } else if (TableWords.standard().column(column.name()) != TableWords.Role.IGNORED) {
                notRead.add(column.header());
            }
        }
    }

    private void read(SheetRow row) {
        Found ofRow = null;
        if (element.place().origin() != Origin.HEADER) {
            String label = element.text(row, 0);
            ofRow = element.place().origin() == Origin.FIXED ? new Found(label, null) : labels.find(label);
            if (ofRow == null && !table.isTotal(row)) {
                notRead.add(label);
                return;
            }
        }
        // An element may be called a total; a region may not.
        boolean namesAnElement = element.place().origin() == Origin.COLUMN
                && TableWords.standard().isTotal(element.text(row, 0));
        boolean isTotal = !namesAnElement && binding.isTotal(row);
        if (isTotal && mapping.totals() == null) {
            totals.add(Sheet.address(0, row.number()));
            return;
        }
        RowHead shared = mapping.value() == null ? null : binding.head(row, 0, isTotal);
        for (TableColumn column : values) {
            Found found = ofRow != null ? ofRow : labels.find(element.header(column));
            if (found != null) {
                RowHead head = shared != null ? shared : binding.head(row, column.column(), isTotal);
                add(row, column, head, found);
            }
        }
    }

    private void add(SheetRow row, TableColumn column, RowHead head, Found found) {
        String declared = unit == null ? "" : unit.text(row, column.column());
        String recognised = recognised(column, found);
        if (!declared.isEmpty() && recognised != null && units.conflict(declared, recognised)) {
            if (conflicts.add(found.element() + column.column())) {
                faults.add(new Fault(
                        FaultCode.UNIT_CONFLICT,
                        table.sheet().name(),
                        Sheet.address(column.column(), row.number()),
                        recognised,
                        found.element() + " " + declared));
            }
            return;
        }
        String given = row.text(column.column());
        ValueStatus missing = mapping.missing().statusOf(given);
        cells.add(new ReportedCell(
                head,
                table.sheet().name(),
                row.number(),
                column.column(),
                found.element(),
                declared.isEmpty() ? recognised : declared,
                given,
                missing == null && given.isEmpty() ? ValueStatus.NOT_REPORTED : missing,
                ""));
    }

    /** The unit nearest to the value: in the name of the element, in the header, above the table. */
    private @Nullable String recognised(TableColumn column, Found found) {
        if (found.unit() != null) {
            return found.unit();
        }
        if (column.unit() != null) {
            return column.unit().unit();
        }
        return line == null ? null : line.unit();
    }

    private void note(FaultCode code, List<String> names) {
        if (!names.isEmpty()) {
            String shown = String.join(
                    "、",
                    names.stream()
                            .filter(name -> !name.isEmpty())
                            .limit(NAMES_SHOWN)
                            .toList());
            String more = names.size() > NAMES_SHOWN ? " … (" + names.size() + ")" : "";
            faults.add(new Fault(code, table.sheet().name(), "", shown + more, ""));
        }
    }
}
