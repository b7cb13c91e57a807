package org.wenheng.ingest.generate.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of an element are made; the formula stands at the head of a {@code bulk.yml}.
 *
 * @param element its code
 * @param levels value of a middling facility by kind; a kind to which the element does not apply is not there
 * @param loading how far it follows the size of facility and county
 * @param peculiar standard deviation of what is lasting in a facility
 * @param noise standard deviation of what is particular to a month
 * @param growth logarithm a year
 * @param season weights of the twelve months with mean 1
 * @param nil share of zeros that are written as nil reports
 * @param whole code of the element that it is a share of; null if it is none
 * @param most highest value, for a part its highest share
 * @param stock whether chance is lasting
 */
public record ElementRule(
        String element,
        Map<String, Double> levels,
        double loading,
        double peculiar,
        double noise,
        double growth,
        List<Double> season,
        double nil,
        @Nullable String whole,
        double most,
        boolean stock) {
    public ElementRule {
        levels = Map.copyOf(levels);
        season = List.copyOf(season);
    }
}
