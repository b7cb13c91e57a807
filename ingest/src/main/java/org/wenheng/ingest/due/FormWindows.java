package org.wenheng.ingest.due;

import java.util.Optional;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** Which forms are closed at the moment of a receipt. Safe for several threads. */
@FunctionalInterface
public interface FormWindows {
    /** Every form is open, where there is nothing to ask. */
    FormWindows ALWAYS_OPEN = (form, region, period) -> Optional.empty();

    /** Why a form is closed; empty if it is open. */
    Optional<Opening> closed(Form form, Region region, Period period);
}
