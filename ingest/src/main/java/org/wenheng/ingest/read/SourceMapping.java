package org.wenheng.ingest.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;

/**
 * How a table of another owner is read. Every value is about a region, perhaps a facility, a period and an element; the
 * mapping says where each of them stands. Columns are named as in the header; {@code name#2} is the second column of that
 * name, {@code @D} the column D.
 *
 * @param code name of the file it stands in
 * @param file pattern of the names of the files it is for, with {@code *} and {@code ?}; null if it is for any file
 * @param encoding encoding of the bytes if they are neither marked nor UTF-8; null if the source declares none
 * @param sheets names or numbers (from 1) of the sheets to read, {@code *} for all; empty for the first with a content
 * @param headerRow row with the names of the columns, from 1; 0 if it has to be found
 * @param layout what rows and columns are
 * @param facility columns whose texts, joined by {@code -}, are the facility's code; empty if a row is a region
 * @param facilityName column with the facility's name; null if there is none
 * @param period where the period comes from
 * @param element where the element comes from; null in a wide table
 * @param labels names under which an element stands in the table, by the code of the element
 * @param value column of the values of a long table; null in other layouts
 * @param unit unit of all values, or where it stands; null if the header or a line above the table may name it
 * @param missing marks that stand for a reason instead of a value
 * @param closed rows of reporters that are closed; null if the table does not say
 * @param keep rows to read; null for all rows
 * @param skip rows not to read; null for none
 * @param totals code of the region that the rows of totals are about; null if they are not read
 * @param fields columns and constants of a wide table that become observations, in the order of the file
 * @param severities severities of checks that this source needs otherwise, by the code of the check
 */
public record SourceMapping(
        String code,
        Title title,
        @Nullable String file,
        @Nullable String encoding,
        List<String> sheets,
        int headerRow,
        Layout layout,
        RegionSource region,
        List<String> facility,
        @Nullable String facilityName,
        PeriodSource period,
        @Nullable Place element,
        Map<String, List<String>> labels,
        @Nullable String value,
        @Nullable Place unit,
        MissingMarks missing,
        @Nullable RowChoice closed,
        @Nullable RowChoice keep,
        @Nullable RowChoice skip,
        @Nullable String totals,
        List<Field> fields,
        Map<String, String> severities) {

    public SourceMapping {
        sheets = List.copyOf(sheets);
        facility = List.copyOf(facility);
        labels = Map.copyOf(labels);
        fields = List.copyOf(fields);
        severities = Map.copyOf(severities);
    }

    /** Names of the columns that it reads, each once: those of the region first, those of the elements last. */
    public List<String> columns() {
        Stream<String> choices = Stream.of(
                        Optional.ofNullable(closed()), Optional.ofNullable(keep()), Optional.ofNullable(skip()))
                .flatMap(Optional::stream)
                .map(RowChoice::column);
        Stream<String> single = Stream.of(Optional.ofNullable(facilityName()), Optional.ofNullable(value()))
                .flatMap(Optional::stream);
        Stream<String> placed =
                places().filter(place -> place.origin() == Origin.COLUMN).map(Place::name);
        return Stream.of(
                        region().code().stream().map(KeyColumn::column),
                        facility().stream(),
                        single,
                        placed,
                        choices,
                        fields().stream().map(Field::column).flatMap(Stream::ofNullable))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** The places in which region, element, unit and period stand, as far as the mapping names them. */
    Stream<Place> places() {
        Stream<Place> single = Stream.of(
                        Optional.ofNullable(region().place()),
                        Optional.ofNullable(element()),
                        Optional.ofNullable(unit()))
                .flatMap(Optional::stream);
        return Stream.concat(single, period().places().stream());
    }

    /** What rows and columns are. */
    public enum Layout {
        /** A row is a region or a facility, a column an element. */
        WIDE,
        /** A row is a region or a facility, a column a period. */
        PERIODS_IN_COLUMNS,
        /** A row is a period, a column a region. */
        REGIONS_IN_COLUMNS,
        /** A row is an element, a column a period, a region or both. */
        INDICATORS_IN_ROWS,
        /** A row is one value. */
        LONG
    }

    /** Where something stands. */
    public enum Origin {
        /** The same for all values; the mapping says it. */
        FIXED,
        /** In a column, for every row. */
        COLUMN,
        /** In the header, for every column. */
        HEADER,
        /** Behind a label above the table. */
        LINE,
        /** In the name of the sheet. */
        SHEET
    }

    /**
     * Where something stands.
     *
     * @param name the fixed text, the name of the column or of the label; empty for header and sheet
     * @param level row of the header, from 1; 0 for all of it
     * @param match regular expression whose first group is the text that counts; null if all of it counts
     */
    public record Place(
            Origin origin, String name, int level, @Nullable String match) {

        static Place column(String name) {
            return new Place(Origin.COLUMN, name, 0, null);
        }
    }

    /**
     * Where the region stands.
     *
     * @param code columns whose texts, padded with zeros and joined, are the region's code; empty if it stands elsewhere
     * @param place where a code or a name stands; null if {@code code} says it
     * @param under code of the region in which a name is looked up; null for all
     * @param level level of the regions among which a name is looked up; null for all
     */
    public record RegionSource(
            List<KeyColumn> code,
            @Nullable Place place,
            @Nullable String under,
            @Nullable String level) {
        public RegionSource {
            code = List.copyOf(code);
        }
    }

    /**
     * A column that is a part of a code.
     *
     * @param width digits to which it is filled up with zeros on the left; 0 to take it as it is
     */
    public record KeyColumn(String column, int width) {}

    /**
     * Where the period stands.
     *
     * @param places the parts of the period, mostly one; year and month may stand apart
     * @param frequency the kind of period that a date stands for; null for the month
     * @param serial whether a date stands as a serial number of a workbook
     */
    public record PeriodSource(List<Place> places, @Nullable Frequency frequency, boolean serial) {
        public PeriodSource {
            places = List.copyOf(places);
        }
    }

    /** The rows in which a column has one of these texts. */
    public record RowChoice(String column, List<String> values) {}

    /**
     * A value of every row.
     *
     * @param column null for a constant
     * @param constant the value of every row; null if it stands in a column
     * @param unit unit of the value; null if it is the element's canonical unit
     * @param missing marks of this column that go before those of the table
     */
    public record Field(
            @Nullable String column,
            @Nullable String constant,
            String element,
            @Nullable String unit,
            MissingMarks missing) {}
}
