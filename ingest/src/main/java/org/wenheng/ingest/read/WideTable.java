package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.SourceMapping.Field;
import org.wenheng.ingest.read.TableColumn.RecognisedUnit;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.ValueStatus;

/** Reads a wide table: one row per region or facility, one column per element. */
final class WideTable {
    private final SourceMapping mapping;
    private final FoundTable table;
    private final UnitWords units = UnitWords.standard();
    private final TableBinding binding;
    private final TableBinding.@Nullable Choice closed;
    private final List<BoundField> fields = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param column -1 for a constant */
    private record BoundField(
            Field field, int column, @Nullable String unit) {}

    WideTable(SourceMapping mapping, FoundTable table, Catalogue catalogue) {
        this.mapping = mapping;
        this.table = table;
        this.binding = new TableBinding(mapping, table, catalogue);
        this.closed = binding.bind(mapping.closed());
        @Nullable RecognisedUnit line = table.unit(units).orElse(null);
        for (Field field : mapping.fields()) {
            int column = field.column() == null ? -1 : binding.column(field.column());
            RecognisedUnit recognised = column < 0
                    ? null
                    : column < table.columns().size()
                                    && table.columns().get(column).unit() != null
                            ? table.columns().get(column).unit()
                            : line;
            if (recognised != null && field.unit() != null && units.conflict(field.unit(), recognised.unit())) {
                faults.add(conflict(field, recognised));
            } else {
                fields.add(new BoundField(
                        field,
                        column,
                        field.unit() != null ? field.unit() : recognised == null ? null : recognised.unit()));
            }
        }
    }

    private Fault conflict(Field field, RecognisedUnit recognised) {
        return new Fault(
                FaultCode.UNIT_CONFLICT,
                table.sheet().name(),
                recognised.address(),
                recognised.unit(),
                field.element() + " " + field.unit());
    }

    Extract read() {
        List<Fault> wrong = binding.faults();
        if (!wrong.isEmpty()) {
            return new Extract(List.of(), wrong);
        }
        List<ReportedCell> cells = new ArrayList<>(table.body().size() * fields.size());
        List<String> totals = new ArrayList<>();
        for (SheetRow row : table.body()) {
            if (!binding.isRead(row)) {
                continue;
            }
            boolean isTotal = binding.isTotal(row);
            if (isTotal && mapping.totals() == null) {
                totals.add(Sheet.address(0, row.number()));
            } else {
                read(row, isTotal, cells);
            }
        }
        if (!totals.isEmpty()) {
            faults.add(new Fault(
                    FaultCode.TOTALS_NOT_READ, table.sheet().name(), totals.get(0), String.join(", ", totals), ""));
        }
        return new Extract(cells, faults);
    }

    private void read(SheetRow row, boolean isTotal, List<ReportedCell> cells) {
        RowHead head = binding.head(row, 0, isTotal);
        boolean isClosed = closed != null && closed.holds(row);
        for (BoundField bound : fields) {
            String constant = bound.field().constant();
            int column = bound.column() < 0 ? binding.keyColumn() : bound.column();
            String given = constant != null ? constant : row.text(column);
            ValueStatus missing = constant == null ? status(bound.field(), given) : null;
            boolean saysNothing = constant != null || given.isEmpty();
            cells.add(new ReportedCell(
                    head,
                    table.sheet().name(),
                    row.number(),
                    column,
                    bound.field().element(),
                    bound.unit(),
                    given,
                    isClosed && saysNothing ? ValueStatus.NOT_APPLICABLE : missing,
                    ""));
        }
    }

    private @Nullable ValueStatus status(Field field, String given) {
        ValueStatus own = field.missing().statusOf(given);
        if (own != null) {
            return own;
        }
        ValueStatus common = mapping.missing().statusOf(given);
        return common == null && given.isEmpty() ? ValueStatus.NOT_REPORTED : common;
    }
}
