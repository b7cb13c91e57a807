package org.wenheng.analytics.scheme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * A small world worked by hand: what regions reported in it, and what the scheme must make of that.
 *
 * @param title what it shows
 * @param period the period that is scored
 * @param given everything that was reported; what does not stand here was not reported
 * @param expected what must come out
 * @param where file and line
 */
public record SchemeExample(Title title, Period period, List<Given> given, List<Expected> expected, String where) {
    public SchemeExample {
        given = List.copyOf(given);
        expected = List.copyOf(expected);
    }

    /** The same example wherever it stands in a file. */
    SchemeExample withoutPlaces() {
        List<Expected> elsewhere = expected.stream()
                .map(each -> new Expected(
                        each.region(),
                        each.score(),
                        each.grade(),
                        each.points().stream()
                                .map(points -> new ExpectedPoints(points.node(), points.points(), ""))
                                .toList(),
                        ""))
                .toList();
        return new SchemeExample(title, period, given, elsewhere, "");
    }

    /**
     * A report.
     *
     * @param period a period of the element's own kind
     * @param value in the element's unit; NaN unless the status is {@link ValueStatus#REPORTED}
     */
    public record Given(String region, String element, Period period, ValueStatus status, double value) {}

    /**
     * What must come out for a region.
     *
     * @param score the published score, if it is said
     * @param grade Chinese title of the grade, if it is said
     * @param points of nodes, in the order of the file
     * @param where file and line
     */
    public record Expected(
            String region,
            Optional<BigDecimal> score,
            Optional<String> grade,
            List<ExpectedPoints> points,
            String where) {
        public Expected {
            points = List.copyOf(points);
        }
    }

    /**
     * The points that a node must have, to four decimals.
     *
     * @param node code of an indicator, a dimension, the index or an adjustment
     * @param points NaN if the node must not be applicable
     * @param where file and line
     */
    public record ExpectedPoints(String node, double points, String where) {}
}
