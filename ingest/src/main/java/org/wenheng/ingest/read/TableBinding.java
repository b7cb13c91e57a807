package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.SourceMapping.KeyColumn;
import org.wenheng.ingest.read.SourceMapping.Origin;
import org.wenheng.ingest.read.SourceMapping.Place;
import org.wenheng.ingest.read.SourceMapping.RowChoice;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;

/** A mapping bound to a table: columns found, labels read, so that a row only has to be looked at. */
final class TableBinding {
    private static final int PERIODS_COMPARED = 200;

    private final SourceMapping mapping;
    private final FoundTable table;
    private final ColumnFinder finder;
    private final MergedCells merged;
    private final RegionLookup regions;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();
    private final int[] regionColumns;
    private final int[] facilityColumns;
    private final int facilityName;
    private final @Nullable BoundPlace region;
    private final List<BoundPlace> period = new ArrayList<>();
    private final @Nullable Choice keep;
    private final @Nullable Choice skip;
    private final Map<String, String> periods = new HashMap<>();
    private final Set<String> besidePeriods = new HashSet<>();

    TableBinding(SourceMapping mapping, FoundTable table, Catalogue catalogue) {
        this.mapping = mapping;
        this.table = table;
        this.finder = new ColumnFinder(table);
        this.merged = new MergedCells(table.sheet());
        this.regions = new RegionLookup(catalogue, mapping.region());
        this.regionColumns =
                columns(mapping.region().code().stream().map(KeyColumn::column).toList());
        this.facilityColumns = columns(mapping.facility());
        this.facilityName = mapping.facilityName() == null ? -1 : column(mapping.facilityName());
        this.region =
                mapping.region().place() == null ? null : bind(mapping.region().place());
        mapping.period().places().forEach(place -> period.add(bind(place)));
        this.keep = bind(mapping.keep());
        this.skip = bind(mapping.skip());
        comparePeriods();
    }

    /** What a mapping names and the table has not; to be asked after everything is bound. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(finder.faults());
        all.addAll(faults);
        return all;
    }

    /** A column that the mapping names, from 0. */
    int column(String name) {
        int column = finder.column(name);
        used.add(column);
        return column;
    }

    /** Whether a column says what a row is about and holds no values. */
    boolean isUsed(int column) {
        return used.contains(column);
    }

    @Nullable
    Choice bind(@Nullable RowChoice choice) {
        return choice == null ? null : new Choice(column(choice.column()), Set.copyOf(choice.values()));
    }

    BoundPlace bind(Place place) {
        return switch (place.origin()) {
            case FIXED -> new BoundPlace(table, merged, place, -1, place.name());
            case SHEET -> new BoundPlace(table, merged, place, -1, table.sheet().name());
            case HEADER -> new BoundPlace(table, merged, place, -1, "");
            case COLUMN -> new BoundPlace(table, merged, place, column(place.name()), "");
            case LINE -> new BoundPlace(table, merged, place, -1, line(place.name()));
        };
    }

    private String line(String name) {
        List<Line.Label> found = table.labels(name);
        if (found.isEmpty()) {
            faults.add(new Fault(FaultCode.LABEL_MISSING, table.sheet().name(), "A1", "", name));
            return "";
        }
        return found.get(0).value();
    }

    /** Whether a row is to be read as far as its texts say. */
    boolean isRead(SheetRow row) {
        return !row.isBlank() && (keep == null || keep.holds(row)) && (skip == null || !skip.holds(row));
    }

    /** What a value is about; the column matters only where the header says something. */
    RowHead head(SheetRow row, int column, boolean isTotal) {
        String code = isTotal && mapping.totals() != null ? mapping.totals() : region(row, column);
        return new RowHead(
                "",
                code,
                period(row, column),
                facility(row),
                facilityName < 0 ? "" : merged.text(row, facilityName),
                facilityColumns.length > 0,
                false);
    }

    private String region(SheetRow row, int column) {
        if (region != null) {
            return regions.code(region.text(row, column));
        }
        if (regionColumns.length == 1 && mapping.region().code().get(0).width() == 0) {
            return row.text(regionColumns[0]);
        }
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < regionColumns.length; i++) {
            String text = row.text(regionColumns[i]);
            int width = mapping.region().code().get(i).width();
            code.append("0".repeat(Math.max(0, width - text.length()))).append(text);
        }
        return code.toString();
    }

    private String facility(SheetRow row) {
        if (facilityColumns.length == 1) {
            return row.text(facilityColumns[0]);
        }
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < facilityColumns.length; i++) {
            code.append(i == 0 ? "" : "-").append(row.text(facilityColumns[i]));
        }
        return code.toString();
    }

    private String period(SheetRow row, int column) {
        String text = period.size() == 1
                ? period.get(0).text(row, column)
                : String.join(
                        "-", period.stream().map(part -> part.text(row, column)).toList());
        return periods.computeIfAbsent(text, this::periodCode);
    }

    private String periodCode(String text) {
        SourceMapping.PeriodSource source = mapping.period();
        if (source.serial()) {
            return WrittenPeriod.ofSerial(text, source.frequency() == null ? Frequency.MONTH : source.frequency())
                    .map(Period::code)
                    .orElse(text);
        }
        return WrittenPeriod.code(text, besidePeriods, source.frequency());
    }

    private void comparePeriods() {
        for (BoundPlace part : period) {
            if (part.place().origin() == Origin.HEADER) {
                table.columns().forEach(column -> besidePeriods.add(part.header(column)));
            } else if (part.place().origin() == Origin.COLUMN) {
                table.body().stream()
                        .limit(PERIODS_COMPARED)
                        .forEach(row -> besidePeriods.add(row.text(part.column())));
            }
        }
    }

    /** The address that stands for the row where a value has no cell of its own. */
    int keyColumn() {
        return facilityColumns.length > 0
                ? facilityColumns[0]
                : regionColumns.length > 0 ? regionColumns[0] : region == null ? 0 : Math.max(0, region.column());
    }

    /** Whether a row adds up others. */
    boolean isTotal(SheetRow row) {
        return table.isTotal(row);
    }

    /** The header of a column as far as it says what the values are about; empty if it says nothing there. */
    boolean headerTells(TableColumn column) {
        boolean region = this.region == null || isTold(this.region, column);
        return region
                && period.stream()
                        .allMatch(part -> part.place().origin() != Origin.HEADER
                                || !WrittenPeriod.meanings(part.header(column), besidePeriods, null)
                                        .isEmpty());
    }

    private static boolean isTold(BoundPlace bound, TableColumn column) {
        return bound.place().origin() != Origin.HEADER || !bound.header(column).isEmpty();
    }

    boolean regionsStandInHeader() {
        return region != null && region.place().origin() == Origin.HEADER;
    }

    String address(TableColumn column) {
        return Sheet.address(column.column(), table.headerLast());
    }

    private int[] columns(List<String> names) {
        return names.stream().mapToInt(this::column).toArray();
    }

    /** The rows in which a column has one of these texts. */
    record Choice(int column, Set<String> values) {
        boolean holds(SheetRow row) {
            return values.contains(row.text(column));
        }
    }
}
