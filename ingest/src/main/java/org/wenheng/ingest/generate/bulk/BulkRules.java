package org.wenheng.ingest.generate.bulk;

import java.util.List;
import java.util.Map;

/**
 * The rules by which observations of a catalogue are made in bulk: its {@code bulk.yml}.
 *
 * @param baseYear year to which levels refer
 * @param mark stands at the end of every name of a facility
 * @param facilityMonth standard deviation of the factor that ties the elements of a facility together in a month
 * @param kinds in the order of the file
 * @param elements in the order of the file
 */
public record BulkRules(
        int baseYear,
        String mark,
        double facilityMonth,
        County county,
        List<FacilityKind> kinds,
        List<ElementRule> elements,
        Reports reports,
        Anomalies anomalies) {
    public BulkRules {
        kinds = List.copyOf(kinds);
        elements = List.copyOf(elements);
    }

    /**
     * What counties have in common and what tells them apart.
     *
     * @param people attribute that holds the people of a county
     * @param demand elasticity of values to people per facility of the kind
     * @param spread standard deviation of the lasting factor
     * @param month standard deviation of the factor of a month
     * @param elementMonth standard deviation of the factor of an element in a month
     * @param attribute by which counties are in groups
     * @param groups logarithm by value of the attribute; 0 where it is not there
     */
    public record County(
            String people,
            double demand,
            double spread,
            double month,
            double elementMonth,
            String attribute,
            Map<String, Double> groups) {
        public County {
            groups = Map.copyOf(groups);
        }
    }

    /**
     * When reports come and what is missing in them. Shares lie between 0 and 1.
     *
     * @param inDays days after the period in which a report in time comes
     * @param late share of reports that come later
     * @param lateDays after so many days at the latest
     * @param silent share of months in which nothing comes from a county
     * @param silentMonths such months in a row
     * @param missingValues share of single values that are missing
     * @param corrected share of reports that are followed by a corrected one
     * @param correctedDays days until then
     * @param correctedValues share of values that a corrected report changes
     * @param correctedBy standard deviation of the logarithm of the mistake
     */
    public record Reports(
            Span inDays,
            double late,
            int lateDays,
            double silent,
            Span silentMonths,
            double missingValues,
            double corrected,
            Span correctedDays,
            double correctedValues,
            double correctedBy) {}

    /** Whole numbers from the first to the last of these. */
    public record Span(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    /**
     * What is planted.
     *
     * @param fromMonth number of the first month in which it may begin, from 1
     */
    public record Anomalies(int fromMonth, List<AnomalyRule> rules) {
        public Anomalies {
            rules = List.copyOf(rules);
        }
    }
}
