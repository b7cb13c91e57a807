package org.wenheng.analytics.supervise;

import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Title;

/**
 * What is known of one region in one matter: all that a rule sees.
 *
 * @param region code; empty for what belongs to no region, such as the duty of a department
 * @param subject code of what is looked at, where a region has several; otherwise empty
 * @param measures those of the watch, by name; NaN or absent where a number is not known
 * @param figures what sentences tell besides, by name
 * @param departments names of those that answer for it besides the region
 * @param missing why a number is not known; said where a rule would have needed it
 */
public record Fact(
        Watch watch,
        String region,
        String subject,
        Map<String, Double> measures,
        Map<String, Title> figures,
        List<String> departments,
        Title missing) {
    /** What is said of a missing number if nothing better is known. */
    static final Title NOTHING_KNOWN = new Title("没有数据", "there are no data");

    public Fact {
        measures = Map.copyOf(measures);
        figures = Map.copyOf(figures);
        departments = List.copyOf(departments);
    }

    /** A fact about a region as a whole. */
    static Fact of(Watch watch, String region, Map<String, Double> measures, Map<String, Title> figures) {
        return new Fact(watch, region, "", measures, figures, List.of(), NOTHING_KNOWN);
    }

    /** A region of which nothing is known in this matter. */
    static Fact unknown(Watch watch, String region, String subject, Title why) {
        return new Fact(watch, region, subject, Map.of(), Map.of(), List.of(), why);
    }

    /** The same with those that answer for it. */
    Fact answeredBy(List<String> names) {
        return new Fact(watch, region, subject, measures, figures, names, missing);
    }

    /** The same about something of the region. */
    Fact about(String code) {
        return new Fact(watch, region, code, measures, figures, departments, missing);
    }

    /** A figure; an empty text if there is none of that name. */
    Title figure(String name) {
        return figures.getOrDefault(name, new Title("", ""));
    }

    /** A measure; NaN if it is not known. */
    double measure(String name) {
        return measures.getOrDefault(name, Double.NaN);
    }
}
