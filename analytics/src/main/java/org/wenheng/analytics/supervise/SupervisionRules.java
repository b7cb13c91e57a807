package org.wenheng.analytics.supervise;

import org.wenheng.ingest.reference.Duties;

/**
 * By what a scheme's runs are supervised: the general rules, and what the catalogue adds.
 *
 * @param settings of detectors, data quality and spot checks
 * @param lights when a light is lit
 * @param reports what is expected when, and the lights of single reports
 * @param field the elements of the field
 * @param duties of departments
 */
public record SupervisionRules(
        Settings settings,
        LightRules lights,
        org.wenheng.ingest.due.LightRules reports,
        SupervisedField field,
        Duties duties) {}
