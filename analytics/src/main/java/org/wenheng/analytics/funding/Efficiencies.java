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
            "效率只是与本组单位相比的结果:每个单位按对自己最有利的权重自评,前沿由本组数据自己划定;单位少时普遍偏高;" + "一个单位的数据有错,前沿就会移动,别的单位的效率也跟着变;它也不说明因果关系。",
            "Efficiency only compares these units with each other: each is judged by the weights that suit it best, and the"
                    + " frontier is drawn by the same data; with few units scores are too high; an error in the data of one"
                    + " unit moves the frontier and the scores of others; and it says nothing about causes.");
}
