package org.wenheng.ingest.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements that one kind of reporter fills for one kind of period.
 *
 * @param code unique in its catalogue, such as {@code library-quarter}; the name of the sheet in a workbook
 * @param frequency the kind of period it is filled for
 * @param department the department that answers for the form
 * @param facilityType the kind of facility that has a row each, such as {@code library}; null if the form has one value
 *     per element for the whole region
 * @param levels levels of the regions that report it
 * @param elements codes of the elements, in the order of the columns
 * @param times when it is due and accepted
 */
public record Form(
        String code,
        Title title,
        Frequency frequency,
        String department,
        @Nullable String facilityType,
        List<String> levels,
        List<String> elements,
        ReportingTimes times) {

    public Form {
        levels = List.copyOf(levels);
        elements = List.copyOf(elements);
    }

    /** A form that is due some calendar days after the end of its period, open with the period and never closed. */
    public Form(
            String code,
            Title title,
            Frequency frequency,
            String department,
            @Nullable String facilityType,
            List<String> levels,
            List<String> elements,
            int dueDays) {
        this(code, title, frequency, department, facilityType, levels, elements, ReportingTimes.due(dueDays));
    }
}
