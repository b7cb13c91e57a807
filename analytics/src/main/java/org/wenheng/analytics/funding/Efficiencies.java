package org.wenheng.analytics.funding;

import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Title;

/**
 * Efficiencies of units that were compared with each other, and what has to be said beside them.
 *
 * @param units those measured, by code
 * @param notMeasured code of a unit that could not be measured, and why; such a unit is nobody's peer either
 * @param warnings what makes these figures weak here; may be empty
 * @param caveat what is always to be read with them
 */
public record Efficiencies(
        Map<String, Efficiency> units, Map<String, Title> notMeasured, List<Title> warnings, Title caveat) {

    static final Title CAVEAT = new Title(
            "效率只是与本组单位相比的结果:单位少、有异常值时很不稳定,也不说明因果关系。",
            "Efficiency only compares these units with each other: it is unstable with few units or outliers,"
                    + " and it says nothing about causes.");
}
