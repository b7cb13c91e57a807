package org.wenheng.ingest.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * How a wide table of another owner is read: one row per facility or region, one column per element.
 *
 * @param code name of the file it stands in
 * @param encoding encoding of the bytes if they are neither marked nor UTF-8; null if the source declares none
 * @param headerRow row with the names of the columns, from 1
 * @param region columns whose texts, padded with zeros and joined, are the region's code
 * @param facility columns whose texts, joined by {@code -}, are the facility's code; empty if a row is a region
 * @param facilityName column with the facility's name; null if there is none
 * @param period where the period comes from
 * @param missing marks that stand for a reason instead of a value
 * @param closed rows of reporters that are closed; null if the table does not say
 * @param keep rows to read; null for all rows
 * @param fields columns and constants that become observations, in the order of the file
 * @param severities severities of checks that this source needs otherwise, by the code of the check
 */
public record SourceMapping(
        String code,
        Title title,
        @Nullable String encoding,
        int headerRow,
        List<KeyColumn> region,
        List<String> facility,
        @Nullable String facilityName,
        PeriodSource period,
        MissingMarks missing,
        @Nullable RowChoice closed,
        @Nullable RowChoice keep,
        List<Field> fields,
        Map<String, String> severities) {

    public SourceMapping {
        region = List.copyOf(region);
        facility = List.copyOf(facility);
        fields = List.copyOf(fields);
        severities = Map.copyOf(severities);
    }

    /**
     * A column that is a part of a code.
     *
     * @param width digits to which it is filled up with zeros on the left; 0 to take it as it is
     */
    public record KeyColumn(String column, int width) {}

    /**
     * The period of a row: either the same for all, or the text of a column.
     *
     * @param fixed null if the period stands in a column
     * @param column null if the period is fixed
     */
    public record PeriodSource(
            @Nullable String fixed, @Nullable String column) {}

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
            Map<String, ValueStatus> missing) {}
}
