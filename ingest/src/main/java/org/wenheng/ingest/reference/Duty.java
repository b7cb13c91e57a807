package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A duty that a founding document gives to a department.
 *
 * @param code unique among the duties of the catalogue, lower kebab case
 * @param department code of a department of the catalogue
 * @param title what the duty is, in our own words
 * @param source where it stands
 * @param indicators codes of indicators of the scheme that show whether it is done; empty if there is none yet
 * @param due last day by which it is to be done; empty if its source names none
 * @param done whether it has been done
 * @param gap what the indicators do not show; there is always one where there are no indicators
 */
public record Duty(
        String code,
        String department,
        Title title,
        String source,
        List<String> indicators,
        Optional<LocalDate> due,
        boolean done,
        Optional<Title> gap) {}
