package org.wenheng.analytics.supervise;

import java.util.List;
import org.wenheng.ingest.reference.Period;

/**
 * What detectors found about one value.
 *
 * @param detections those that reach {@link Setting#CASE_SCORE}, in the order of their kinds; at least one
 * @param score 1 less the product of (1 - score): every further detection raises it
 * @param earlier ids of earlier cases of the same region and element that are near enough, oldest first
 */
public record AnomalyCase(
        String region, String element, Period period, List<Detection> detections, double score, List<String> earlier) {
    public AnomalyCase {
        detections = List.copyOf(detections);
        earlier = List.copyOf(earlier);
    }

    static AnomalyCase of(String region, String element, Period period, List<Detection> detections) {
        double none = 1;
        for (Detection detection : detections) {
            none *= 1 - detection.score();
        }
        return new AnomalyCase(region, element, period, detections, 1 - none, List.of());
    }

    /** Region, period and element: the same value has the same case whenever it is looked at. */
    public String id() {
        return region + "/" + period.code() + "/" + element;
    }

    /** Whether it happened before. */
    public boolean isRepeated() {
        return !earlier.isEmpty();
    }

    /** The same case, tied to earlier ones of its region, element and kind of period, at most so many periods before. */
    public AnomalyCase linked(List<AnomalyCase> others, int periods) {
        List<String> found = others.stream()
                .filter(other -> other.region.equals(region) && other.element.equals(element))
                .filter(other -> other.period.frequency() == period.frequency())
                .filter(other -> {
                    int distance = position(period) - position(other.period);
                    return distance >= 1 && distance <= periods;
                })
                .sorted((one, two) -> one.period.compareTo(two.period))
                .map(AnomalyCase::id)
                .distinct()
                .toList();
        return new AnomalyCase(region, element, period, detections, score, found);
    }

    private static int position(Period period) {
        return period.year() * period.frequency().perYear() + period.index();
    }
}
