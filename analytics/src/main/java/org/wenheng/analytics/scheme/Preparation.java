package org.wenheng.analytics.scheme;

import org.wenheng.analytics.impute.Imputation;
import org.wenheng.analytics.impute.NoImputation;
import org.wenheng.analytics.treat.NoTreatment;
import org.wenheng.analytics.treat.Treatment;
import org.wenheng.ingest.reference.Title;

/**
 * What is done to the values of an indicator before they are scored: missing ones are filled in, then outliers are treated.
 * Official scores do neither.
 */
public record Preparation(Imputation imputation, Treatment treatment) {

    /** Values are scored as they were reported. */
    public static final Preparation NONE = new Preparation(new NoImputation(), new NoTreatment());

    /** Whether it leaves every value as it is. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** What is done, in one sentence. */
    Title description() {
        return new Title(
                "%s;%s"
                        .formatted(
                                imputation.description().chinese(),
                                treatment.description().chinese()),
                "%s; %s"
                        .formatted(
                                imputation.description().english(),
                                treatment.description().english()));
    }
}
