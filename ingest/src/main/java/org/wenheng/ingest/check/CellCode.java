package org.wenheng.ingest.check;

import java.util.Set;

/**
 * What the checks can say about a cell, a form or a file once it is read. The sentences for people and the values of the
 * parameters stand with the rules.
 */
public enum CellCode {
    FORM_UNKNOWN,
    REGION_UNKNOWN,
    REGION_AMBIGUOUS,
    REGION_NOT_IN_FORCE,
    REGION_RECODED,
    REGION_NOT_OF_FORM,
    PERIOD_MALFORMED,
    PERIOD_AMBIGUOUS,
    PERIOD_NOT_OF_FORM,
    PERIOD_IN_FUTURE,
    FORM_NOT_OPEN,
    FACILITY_CODE_MISSING,
    ELEMENT_UNKNOWN,
    ELEMENT_NOT_OF_FORM,
    UNIT_UNKNOWN,
    UNIT_WRONG,
    NUMBER_MALFORMED,
    NUMBER_AMBIGUOUS,
    NUMBER_TOO_LARGE,
    RATE_AS_FRACTION,
    VALUE_NEGATIVE,
    VALUE_BELOW_MINIMUM,
    VALUE_ABOVE_MAXIMUM,
    VALUE_NOT_WHOLE,
    VALUE_NOT_ALLOWED,
    CELL_REPEATED,
    FACILITY_NAME_REPEATED,
    PART_ABOVE_WHOLE,
    PARTS_ABOVE_WHOLE,
    SUM_NOT_WHOLE,
    RATIO_OUT_OF_BOUNDS,
    POSITIVE_WITHOUT_BASIS,
    RUNNING_TOTAL_FELL,
    MAGNITUDE_JUMP("tolerance-one-digit", "tolerance-more-digits", "smallest"),
    MAGNITUDE_JUMP_WIDE("fewest", "share"),
    HISTORY_OUTLIER("fewest", "score", "factor", "short-factor", "constant-factor", "count-score"),
    PEER_OUTLIER("fewest", "score", "factor"),
    PARENT_TOTAL("digits", "tolerance", "factor"),
    COPIED_FORWARD("fewest", "share", "digits"),
    COPIED_FROM_SIBLING("fewest", "share", "digits"),
    ROUNDED_VALUES("fewest", "share", "smallest"),
    DIGITS_HEAPED("fewest", "share", "smallest"),
    VALUE_CHANGED;

    @SuppressWarnings("ImmutableEnumChecker") // The set cannot be changed; its declared type does not say so.
    private final Set<String> parameters;

    CellCode(String... parameters) {
        this.parameters = Set.of(parameters);
    }

    /** Names of the parameters that its rule must have. */
    Set<String> parameters() {
        return parameters;
    }
}
