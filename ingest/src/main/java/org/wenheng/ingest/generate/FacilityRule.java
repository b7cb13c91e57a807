package org.wenheng.ingest.generate;

import java.util.List;
import java.util.Map;

/**
 * Which facilities of a type a region has.
 *
 * @param letter stands in the facility's code
 * @param name pattern of the name: the region's name, then the number
 * @param count a fixed number; used if {@code countOf} is empty
 * @param countOf attributes of the region whose sum is the number
 * @param members for a type that only gathers others: their types, each with its share of the region's whole; else empty
 */
record FacilityRule(String letter, String name, int count, List<String> countOf, Map<String, Double> members) {}
